import type { Place } from "./Cell";
import type { LineMap } from "./LineMap";

/**
 * One top-level declaration of a submission: the smallest piece of code that can be taken or left out. Plain data, made
 * in a reader's process and used by the grader.
 */
export interface Unit {
  /** The names it binds; several with destructuring. */
  names: string[];
  place: Place;
  /** Self-contained TypeScript, without `export`; empty for an import. */
  source: string;
  /** The same as JavaScript. */
  javaScript: string;
  /** Where lines of the JavaScript come from; null when the line numbers are the same. */
  lines: LineMap | null;
  /** Names that it uses but does not bind. */
  uses: string[];
  /** JavaScript expression for a name that it imports, given the module as `$nablab`; null for other declarations. */
  binding: string | null;
  /** Whether it has a top-level `await`, outside any function. */
  async: boolean;
  /** Null when they were not asked for. */
  loops: FoundLoops | null;
}

export interface Loop {
  /** As written in the code: `for`, `while` or `.map(…)`. */
  what: string;
  /** Line of the source, from 1. */
  line: number;
  /** How many loops are nested here, including this one: 1 for a loop that is not inside another. */
  depth: number;
}

export interface FoundLoops {
  /** In source order. */
  loops: Loop[];
  /** The names that the code uses, each with the number of loops around it. */
  names: [string, number][];
}
