import { blankSourceFile } from "ts-blank-space";
import type ts from "typescript";

/** A file's text with blanks in place of what only TypeScript has, so that all positions stay the same. */
export interface Blanked {
  text: string;
  /** What cannot simply be blanked: enums, `constructor(private x)`, `<number>x`. In source order. */
  compiled: readonly ts.Node[];
}

/** Takes a tenth of the time of compiling, as the syntax tree exists already. */
export function withoutTypes(file: ts.SourceFile): Blanked {
  const compiled: ts.Node[] = [];
  const text = blankSourceFile(file, (node) => void compiled.push(node));
  return { text, compiled: compiled.sort((a, b) => a.pos - b.pos) };
}
