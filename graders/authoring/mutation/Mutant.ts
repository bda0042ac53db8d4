/** A reference solution with one small mistake in it. */
export interface Mutant {
  /** The graded function that has the mistake. */
  function: string;
  /** What was done, e.g. `arithmetic` or `wrong axis`. */
  kind: string;
  /** Where in `staff/solution.ts`, counted from 1. */
  line: number;
  /** The line or lines it concerns, without indentation, as they are and as they become. */
  before: string;
  after: string;
  /** The text of `staff/solution.ts` with the mistake. */
  source: string;
}
