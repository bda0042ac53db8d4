import type { FunctionStatus } from "../../graders/engine/results";

/** A notebook: a right solution of an assignment, and what is different about it. */
export interface Row {
  name: string;
  /** The first assignment if omitted. */
  assignment?: string;
  /** What the first cell imports beside what every notebook has, as whole lines. */
  imports?: string;
  /** Cells before the one with the graded functions. */
  before?: readonly string[];
  /** Texts that take the place of graded functions, by name; empty leaves a function out. */
  functions?: Readonly<Record<string, string>>;
  /** A change in the text of the graded functions. */
  replace?: readonly [string, string];
  /** Cells after the checks. */
  after?: readonly string[];
  /**
   * The functions that are not correct, and what they are; all others must be correct. `any` means that the worlds need
   * only agree, which is for slips that checks may or may not see.
   */
  wrong?: Readonly<Record<string, FunctionStatus>> | "any";
  /** Graded functions that use what grading does not offer, with the names: right in the notebook, which says so. */
  away?: Readonly<Record<string, readonly string[]>>;
  /** A cell does not end: the notebook's is interrupted, as a learner would. */
  endless?: boolean;
  /** Each function and each check in a cell of its own, as one of them fails or does not end. */
  separately?: boolean;
  /** Graded functions of which the worlds may say different things, and why. */
  differs?: Readonly<Record<string, string>>;
}

/** In the first assignment. */
export const callersOfSigmoid = ["propagate", "optimize", "predict", "model"];

/** What is said of a function and of each of its public checks, in one world. */
export interface Said {
  status: FunctionStatus;
  checks: Readonly<Record<string, string>>;
  /** The names that it uses and will not have. */
  unavailable?: readonly string[];
  /** Judged with the reference in place of wrong functions that it calls. */
  followThrough?: boolean;
  message?: string;
}

/** By function. */
export type Verdicts = Readonly<Record<string, Said>>;
