import { words } from "../../../src/words/words";
import { NotGradable } from "../NotGradable";

/** Code by hand is a few kilobytes; beyond this the parser would be kept busy for nothing. */
const maxCharacters = 2 ** 19;

/** Of the programs that become of it: enums whose members double make a great deal out of little. */
const maxJavaScript = 2 ** 22;

/** More than fit into the code that is read, unless they are three letters each. */
const maxDeclarations = 50_000;

/** @throws NotGradable */
export function checkCharacters(size: number): void {
  if (size <= maxCharacters) return;
  throw new NotGradable(words.extract.manyCharacters(size, maxCharacters));
}

/** @throws NotGradable */
export function checkSize(javaScript: number): void {
  if (javaScript <= maxJavaScript) return;
  const [size, most] = [Math.ceil(javaScript / 2 ** 20), maxJavaScript / 2 ** 20];
  throw new NotGradable(words.extract.largeProgram(size, most));
}

/** @throws NotGradable */
export function checkCount(declarations: number): void {
  if (declarations <= maxDeclarations) return;
  throw new NotGradable(words.extract.manyDeclarations(declarations, maxDeclarations));
}
