import ts from "typescript";
import { kernel as words } from "../../words/kernel";
import type { EditedSource } from "./EditedSource";
import { unnumbered } from "./habits/findHabits";
import { positionAt, type TextPosition } from "./textPosition";

/** An error that the compiler found. */
export interface CellDiagnostic {
  /** TypeScript's number, such as 2345; null for an error that TypeScript does not know. */
  code: number | null;
  message: string;
  /** The file beside the notebook that the error is in; undefined for the cell itself. */
  file?: string;
  start: TextPosition;
  /** In UTF-16 code units, up to the end of the first line. */
  length: number;
  /** The text of the line. */
  line: string;
  isSyntax: boolean;
}

/** Describes `diagnostic` in terms of what the learner wrote; `source` when it is in the cell, `file` when elsewhere. */
export function describeDiagnostic(diagnostic: ts.Diagnostic, where: EditedSource | string): CellDiagnostic {
  const edited = diagnostic.file?.text ?? "";
  const from = diagnostic.start ?? 0;
  const to = from + (diagnostic.length ?? 0);
  const inCell = typeof where !== "string";
  const text = inCell ? where.original : edited;
  const start = positionAt(text, inCell ? where.toOriginal(from) : from);
  const length = inCell ? where.toOriginal(to) - where.toOriginal(from) : to - from;
  const line = (text.split("\n")[start.line] ?? "").replace(/\r$/, "");
  return {
    ...reword(diagnostic),
    ...(inCell ? {} : { file: where }),
    start,
    length: Math.max(1, Math.min(length, line.length - start.column)),
    line,
    isSyntax: diagnostic.code !== unnumbered && diagnostic.code < 2000,
  };
}

/** TypeScript's name for what is imported as `np`: the path of its file. */
const typeOfNp = /typeof import\("[^"]*\/core\/functions"\)/g;

/** TypeScript mentions the imports that stand in for an earlier cell's constants; the learner wrote none. */
function reword(diagnostic: ts.Diagnostic): { code: number | null; message: string } {
  const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n").replaceAll(typeOfNp, "typeof np");
  if (diagnostic.code === unnumbered) return { code: null, message };
  if (diagnostic.code !== 2632) return { code: diagnostic.code, message };
  return { code: 2588, message: message.replace(words.isAnImport, words.isAConstant) };
}
