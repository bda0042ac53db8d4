import type { Unit } from "./Unit";

/** What is asked of a reader about a file. Its bytes come beside it. */
export type Question =
  /** Which assignment it may be of. */
  | { about: "assignment"; extension: string; names: readonly string[] }
  /** Its graded functions, and for some of them the loops in them. */
  | { about: "code"; extension: string; graded: readonly string[]; ruled: readonly string[] };

/** What tells which assignment a file is of. */
export interface Survey {
  /** `metadata.nablab.assignment` of a notebook, if it is there. */
  declaredAssignment: string | null;
  /** What it calls `useAssignment` with. */
  usedAssignment: string | null;
  /** Those of the names that were asked about which it declares. */
  declares: string[];
}

/** What is graded of a file. */
export interface Reading {
  declaredAssignment: string | null;
  /** What the graded functions reach, in the order of the text. */
  units: Unit[];
}
