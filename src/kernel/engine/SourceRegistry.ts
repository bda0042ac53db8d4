import { EditedSource, type Insertion } from "../compiler/EditedSource";
import { offsetAt, positionAt, type TextPosition } from "../compiler/textPosition";
import type { OriginalOf } from "./Platform";

/** A place in what the learner wrote. */
export interface SourcePosition extends TextPosition {
  /** `Cell [3]`, or the path of a file. */
  label: string;
  /** The learner's text, by line. */
  lines: string[];
}

interface Source {
  label: string;
  edited: EditedSource;
  originalOf: OriginalOf;
}

const sources = new Map<string, Source>();

/** Remembers where the code that runs under the name `file` came from. */
export function registerSource(
  file: string,
  label: string,
  original: string,
  insertions: readonly Insertion[],
  originalOf: OriginalOf,
) {
  const edited = new EditedSource(original, insertions);
  sources.set(file, { label, edited, originalOf });
}

/** Where a zero-based line and column of compiled code came from; undefined if it is not the learner's. */
export function originalPosition(file: string, line: number, column: number): SourcePosition | undefined {
  const source = sources.get(file);
  if (!source) return undefined;
  const place = source.originalOf({ line, column });
  if (!place) return undefined;
  const { edited, label } = source;
  const at = offsetAt(edited.text, place);
  const position = positionAt(edited.original, edited.toOriginal(at));
  return { label, lines: edited.original.split("\n"), ...position };
}
