import type { Timing } from "./Timing";

/** A grader in the comparison. */
export interface Contender {
  name: string;
  /** Grades the first `count` submissions as its users would, and returns the time it took. */
  grade: (count: number) => Timing;
  /** The shares of the points, from 0 to 1, that the last run awarded. */
  scores: () => number[];
}

/** The students' names, in order; their number is the largest class that can be measured. */
export const students = Array.from({ length: 300 }, (_, i) => `student${i}`);
