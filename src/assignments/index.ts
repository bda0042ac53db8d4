import type { Assignment } from "../check/define";
import { type LogisticRegression, assignment as logisticRegression } from "./01-logistic-regression/assignment";

/** The course, in order. */
export const assignments: Assignment[] = [logisticRegression];

/** The signatures of the graded functions, by slug. */
export interface Signatures {
  "logistic-regression": LogisticRegression;
}
