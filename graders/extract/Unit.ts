import type { Place } from "./Cell";
import type { LineMap } from "./LineMap";

/**
 * One top-level declaration of a submission: the smallest piece of code that can be taken along or left behind. Plain data:
 * a reader's process makes it, and the grader works with it.
 */
export interface Unit {
  /** The names it binds; several with destructuring. */
  names: string[];
  place: Place;
  /** TypeScript that stands on its own, without `export`; empty for an import. */
  source: string;
  /** The same as JavaScript. */
  javaScript: string;
  /** Where lines of the JavaScript come from; null where line for line is the same. */
  lines: LineMap | null;
  /** Names that it uses and that are bound elsewhere. */
  uses: string[];
  /** JavaScript expression for a name that it imports, given the module as `$nablab`; null for what is no import. */
  binding: string | null;
  /** Whether it has an `await` of its own, outside any function. */
  async: boolean;
  /** Null where nobody asked. */
  loops: FoundLoops | null;
}

export interface Loop {
  /** As it is written: `for`, `while` or `.map(…)`. */
  what: string;
  /** Line of the source, from 1. */
  line: number;
  /** How many loops are nested here, itself included: 1 for one that is in no other. */
  depth: number;
}

export interface FoundLoops {
  /** In the order of the text. */
  loops: Loop[];
  /** The names that it uses, each with the number of loops around it. */
  names: [string, number][];
}
