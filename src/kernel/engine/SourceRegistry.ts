import { SourceMap } from "node:module";
import { EditedSource, type Insertion } from "../compiler/EditedSource";
import { offsetAt, positionAt, type TextPosition } from "../compiler/textPosition";

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
  map: SourceMap;
}

const sources = new Map<string, Source>();

/** Remembers where the code that runs under the name `file` came from. */
export function registerSource(
  file: string,
  label: string,
  original: string,
  insertions: readonly Insertion[],
  map: string,
) {
  const edited = new EditedSource(original, insertions);
  sources.set(file, { label, edited, map: new SourceMap(JSON.parse(map)) });
}

/** Where a zero-based line and column of compiled code came from; undefined if it is not the learner's. */
export function originalPosition(file: string, line: number, column: number): SourcePosition | undefined {
  const source = sources.get(file);
  if (!source) return undefined;
  const entry = source.map.findEntry(line, column);
  if (!("originalLine" in entry)) return undefined;
  const { edited, label } = source;
  const at = offsetAt(edited.text, { line: entry.originalLine, column: entry.originalColumn });
  const position = positionAt(edited.original, edited.toOriginal(at));
  return { label, lines: edited.original.split("\n"), ...position };
}
