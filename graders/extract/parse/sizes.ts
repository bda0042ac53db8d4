import { saying } from "../../../src/words/Saying";
import { NotGradable } from "../NotGradable";

/** Handwritten code is a few kilobytes; parsing more than this would be wasted work. */
const maxCharacters = 2 ** 19;

/** For the resulting programs: enums whose members double can turn little code into a great deal. */
const maxJavaScript = 2 ** 22;

/** More than fit into `maxCharacters`, unless declarations are extremely short. */
const maxDeclarations = 50_000;

/** @throws NotGradable */
export function checkCharacters(size: number): void {
  if (size <= maxCharacters) return;
  throw new NotGradable(saying("extract", "manyCharacters", size, maxCharacters));
}

/** @throws NotGradable */
export function checkSize(javaScript: number): void {
  if (javaScript <= maxJavaScript) return;
  const [size, most] = [Math.ceil(javaScript / 2 ** 20), maxJavaScript / 2 ** 20];
  throw new NotGradable(saying("extract", "largeProgram", size, most));
}

/** @throws NotGradable */
export function checkCount(declarations: number): void {
  if (declarations <= maxDeclarations) return;
  throw new NotGradable(saying("extract", "manyDeclarations", declarations, maxDeclarations));
}

/** Far more than the largest solution has. */
const maxNodes = 30_000;

/** @throws NotGradable */
export function checkNodes(nodes: number): void {
  if (nodes <= maxNodes) return;
  throw new NotGradable(saying("extract", "manyNodes", maxNodes));
}
