import { EditedSource, type Insertion } from "../compiler/EditedSource";
import { offsetAt, positionAt, type TextPosition } from "../compiler/textPosition";
import type { OriginalOf } from "./Platform";
import { placeFromFirefox } from "./positions/placeFromFirefox";
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
  /** What runs, and where V8 would point in it, for stacks that point elsewhere. */
  script?: string;
  placeOf: PlaceOf;
}

/** Where V8 points in a script, given an offset where another engine does; undefined for a frame that V8 has not. */
type PlaceOf = (script: string, at: number, frame: Frame) => number | undefined;

const sources = new Map<string, Source>();

/**
 * Remembers where the code that runs under the name `file` came from.
 *
 * @param script the code, where stacks may be Firefox's
 */
export function registerSource(
  file: string,
  label: string,
  original: string,
  insertions: readonly Insertion[],
  originalOf: OriginalOf,
  script?: string,
) {
  const edited = new EditedSource(original, insertions);
  sources.set(file, { label, edited, originalOf, script, placeOf: placeFromFirefox });
}

/** Remembers that stacks, which are JavaScriptCore's, name the code of `file` by this address, where it runs as `script`. */
export function registerScript(address: string, file: string, script: string): void {
  const source = sources.get(file);
  if (source) sources.set(address, { ...source, script, placeOf: placeInV8 });
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
  frame?: Frame,
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

/** A place in compiled code as V8 tells it. */
function placeOf({ script, placeOf }: Source, place: TextPosition, frame?: Frame): TextPosition | undefined {
  if (script === undefined || !frame) return place;
  const at = placeOf(script, offsetAt(script, place), frame);
  return at === undefined ? undefined : positionAt(script, at);
}
