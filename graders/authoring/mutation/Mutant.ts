import type { Slip } from "../slips/Slip";

/** A reference solution with one small mistake in it. */
export interface Mutant {
  /** The graded function that contains the mistake. */
  function: string;
  /** What was changed, e.g. `arithmetic` or `wrong axis`. */
  kind: string;
  /** Where in `staff/solution.ts`, counted from 1. */
  line: number;
  /** The changed line or lines, without indentation, before and after. */
  before: string;
  after: string;
  /** The text of `staff/solution.ts` with the mistake. */
  source: string;
  /** A mistake that is made around the function, not in its text. */
  slip?: Slip["name"];
}
