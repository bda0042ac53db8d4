import { Readable } from "node:stream";
import { currentCell } from "./currentCell";
import type { InputDesk } from "./InputDesk";

/** Lets cells ask: by `prompt(…)`, and by reading `process.stdin`. */
export function offerInput(desk: InputDesk): void {
  const prompt = (message: unknown = "", initial: unknown = ""): string => desk.ask(String(message)) || String(initial);
  Object.defineProperty(globalThis, "prompt", { value: prompt, writable: true, configurable: true, enumerable: false });
  let input = new Lines(desk);
  let reader = currentCell();
  const get = () => {
    const cell = currentCell();
    // What an earlier cell was still waiting for is not this one's.
    if (input.destroyed || cell !== reader) input = new Lines(desk);
    reader = cell;
    return input;
  };
  Object.defineProperty(process, "stdin", { get, configurable: true, enumerable: true });
}

/** The standard input of a notebook: each read asks for a line. It fails where nobody can be asked. */
class Lines extends Readable {
  constructor(private readonly desk: InputDesk) {
    super({ highWaterMark: 1 });
  }

  override _read(): void {
    // Whoever has read enough closes or pauses the stream before the next turn, and is not asked for more.
    setImmediate(() => this.readLine());
  }

  private readLine(): void {
    if (this.destroyed) return;
    // Listeners to `readable` read by themselves, from a stream that does not flow.
    if (this.isPaused() && this.listenerCount("readable") === 0) {
      this.once("resume", () => this.readLine());
      return;
    }
    try {
      this.push(`${this.desk.ask("")}\n`);
    } catch (error) {
      this.destroy(error as Error);
    }
  }
}
