import type { Reason } from "../../src/words/Saying";
import type { Place } from "./Cell";
import type { LineMap } from "./LineMap";

/**
 * One top-level declaration or statement of a submission: the smallest piece of code that can be taken or left out.
 * Plain data, made in a reader's process and used by the grader.
 */
export interface Unit extends Effects {
  place: Place;
  /** Self-contained TypeScript, without `export`; empty for an import. */
  source: string;
  /** The same as JavaScript; empty for an import, and for code that must not run. */
  javaScript: string;
  /** Where lines of the JavaScript come from; null when the line numbers are the same. */
  lines: LineMap | null;
  /** JavaScript expression for a name that it imports, given the library as `$nablab`, and `require`; null for everything else. */
  binding: string | null;
  /** Whether the JavaScript assigns to the names, which the program has to declare: it gives them more than one value. */
  assigns: boolean;
  /** Whether it has a top-level `await`, outside any function. */
  async: boolean;
  /** Why it must not run; null for nearly all. */
  fault: Reason | null;
  /** Where the name of a graded function is declared again, as something else; null for nearly all. */
  laterValue: Place | null;
  /** Null when they were not asked for. */
  loops: FoundLoops | null;
}

/** What decides which units belong to a program. Units are listed in the order in which a notebook runs them. */
export interface Effects {
  kind: UnitKind;
  /** The names that it gives a value; several with destructuring. */
  names: string[];
  /** What is known of the value, when there is only one name. */
  value: UnitValue;
  /** Names that it uses but does not bind, when it is run. */
  loadUses: string[];
  /** Those that its functions use when they are called later. */
  laterUses: string[];
  /** What it changes when it is run: writes to, calls a method on, or passes on. */
  changes: Change[];
  /** What its functions change when they are called later. */
  laterChanges: Change[];
  /** What becomes a part of something else, so that a change to one is seen through the other. */
  shares: Share[];
}

/**
 * - `function`: a function declaration; it is there from the start of its cell.
 * - `merging`: an enum or a namespace, which adds to one of the same name in its cell.
 * - `assignment`: `f = …;`, by which an earlier value of the name no longer matters.
 * - `statement`: everything else; it declares nothing, except with `var`.
 */
export type UnitKind = "import" | "function" | "class" | "merging" | "variable" | "assignment" | "statement";

/** What a value is, as far as can be told without running anything. */
export type UnitValue = "function" | "primitive" | "object" | "unknown";

/**
 * A name, and what it is passed to: the name of a function, {@link anything}, or nothing when the name itself is
 * assigned to, or has a method called on it.
 */
export type Change = [name: string, callee: string];

/**
 * A name, what it is passed to, and the name of what it becomes a part of; with an empty one, a part of what the unit
 * itself names.
 */
export type Share = [name: string, callee: string, whole: string];

/** In the place of a function that a name is passed to: it becomes a part of something. */
export const anything = "*anything";

/** In the place of a name: the state of `np.random`, which every draw changes and `np.random.seed` sets. */
export const randomState = "*random";

/** In the place of a name: what every program reaches, such as `Array.prototype`. */
export const everywhere = "*everywhere";

/** In the place of a name: what a function returns. */
export function resultOf(name: string): string {
  return `${name}()`;
}

/** The name itself, for what {@link resultOf} gives. */
export function baseOf(name: string): string {
  return name.endsWith("()") ? name.slice(0, -2) : name;
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
