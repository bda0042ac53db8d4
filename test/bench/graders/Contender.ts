import type { Timing } from "./Timing";

/** A grader in the comparison, with a class of ten handed in. */
export interface Contender {
  name: string;
  /** Grades the first `count` submissions as its users would, and returns what it took. */
  grade: (count: number) => Timing;
  /** The shares of the points, from 0 to 1, that the last run gave. */
  scores: () => number[];
}

export const classSize = 10;

/** The students' names, in order. */
export const students = Array.from({ length: classSize }, (_, i) => `student${i}`);
