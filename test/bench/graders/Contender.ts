import type { Timing } from "./Timing";

/** A grader in the comparison. */
export interface Contender {
  name: string;
  /** Grades the first `count` submissions as its users would, and returns what it took. */
  grade: (count: number) => Timing;
  /** The shares of the points, from 0 to 1, that the last run gave. */
  scores: () => number[];
}

/** The students' names, in order; the largest class that can be measured. */
export const students = Array.from({ length: 300 }, (_, i) => `student${i}`);
