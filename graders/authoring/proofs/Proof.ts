import type { Assignment } from "../../../src/check/contract";
import type { PreparedCheck } from "../../../src/check/prepare";
import type { Course } from "../../course/Course";
import type { Staff } from "../../course/loadStaff";

/** One thing to prove, and the problems that stand in its way. */
export interface Finding {
  what: string;
  problems: string[];
}

/** What a proof looks at. */
export interface Subject {
  course: Course;
  assignment: Assignment;
  staff: Staff;
  /** The text of `staff/solution.ts`. */
  solutionSource: string;
  /** All checks, the hidden ones drawn with the run's seed. */
  checks: readonly PreparedCheck[];
  /** How many seeds the hidden checks are tried with. */
  seeds: number;
}

export type Proof = (subject: Subject) => Finding | Finding[] | Promise<Finding | Finding[]>;
