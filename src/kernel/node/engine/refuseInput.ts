import { Readable } from "node:stream";

const message = 'a notebook\'s cell cannot ask for input: write the value into the cell, such as `const name = "Ada"`';

/** The standard input of a notebook, which has none: the first read fails. */
class NoInput extends Readable {
  override _read(): void {
    this.destroy(new Error(message));
  }
}

/** Makes cells that read `process.stdin` fail with an explanation; if it merely ended, they would wait for ever. */
export function refuseInput(): void {
  let input = new NoInput();
  const get = () => {
    if (input.destroyed) input = new NoInput();
    return input;
  };
  Object.defineProperty(process, "stdin", { get, configurable: true, enumerable: true });
}
