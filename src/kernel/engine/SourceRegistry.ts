import { EditedSource, type Insertion } from "../compiler/EditedSource";
import { offsetAt, positionAt, type TextPosition } from "../compiler/textPosition";
import type { OriginalOf } from "./Platform";
import { type Frame, placeInV8 } from "./positions/placeInV8";

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
  /** What runs, where stacks point elsewhere than V8's. */
  script?: string;
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

/** Remembers that stacks, which are JavaScriptCore's, name the code of `file` by this address, where it runs as `script`. */
export function registerScript(address: string, file: string, script: string): void {
  const source = sources.get(file);
  if (source) sources.set(address, { ...source, script });
}

/**
 * Where a zero-based line and column of compiled code came from; undefined if it is not the learner's.
 *
 * @param frame for a stack that is not V8's
 */
export function originalPosition(
  file: string,
  line: number,
  column: number,
  frame: Frame = { isInnermost: false, isReference: false },
): SourcePosition | undefined {
  const source = sources.get(file);
  if (!source) return undefined;
  const compiled = placeOf(source, { line, column }, frame);
  const place = compiled && source.originalOf(compiled);
  if (!place) return undefined;
  const { edited, label } = source;
  const at = offsetAt(edited.text, place);
  const position = positionAt(edited.original, edited.toOriginal(at));
  return { label, lines: edited.original.split("\n"), ...position };
}

/** A place in compiled code as V8 would tell it. */
function placeOf({ script }: Source, place: TextPosition, frame: Frame): TextPosition | undefined {
  if (script === undefined) return place;
  const at = placeInV8(script, offsetAt(script, place), frame);
  return at === undefined ? undefined : positionAt(script, at);
}
