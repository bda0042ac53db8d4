import type { Wall } from "../sandbox/host/chooseWall";

/** The results of grading: the one format that all reports and exports are made from (see results.schema.json). */
export interface Results {
  schema: "nablab.results/1";
  /** The assignment's slug. */
  assignment: string;
  /** Hidden checks draw their inputs from it. The same seed gives the same results. */
  seed: number;
  versions: { nablab: string; node: string };
  /** The walls around the processes: Node's permissions, or bubblewrap too. The weaker if a resumed run had both. */
  sandbox?: Wall;
  submissions: SubmissionResult[];
}

export interface SubmissionResult {
  /** The student, taken from the name of the file or folder; unique among the submissions. */
  id: string;
  /** Path below the folder that was graded, with `/`, without the folders above. */
  file: string;
  /** Hash of the file's bytes; null when it could not be read. */
  sha256: string | null;
  /** `not-gradable` and `grader-fault` mean no score at all, rather than zero. */
  status: "graded" | "not-gradable" | "grader-fault";
  score: number | null;
  maxScore: number;
  durationMs: number;
  /** Why there is no score. One line. */
  error?: string;
  functions: FunctionResult[];
}

export interface FunctionResult {
  name: string;
  status: FunctionStatus;
  points: number;
  maxPoints: number;
  /** Judged with the reference in place of the wrong functions that it calls. */
  followThrough: boolean;
  checks: CheckResult[];
  /** On how it is written; they cost no points. Left out when there is nothing to say. */
  remarks?: Remark[];
}

/** How a function's code violates a rule of the assignment, even if it returns the right values. */
export interface Remark {
  /** The rule's id. */
  id: string;
  /** For the learner, with the place in the code. */
  message: string;
}

export type CheckStatus = "correct" | "partial" | "incorrect" | "not-implemented";
export type FunctionStatus = CheckStatus | "not-defined";

export interface CheckResult {
  id: string;
  status: CheckStatus;
  points: number;
  maxPoints: number;
  hidden: boolean;
  /** For the learner: no inputs or expected values of hidden checks. Empty when there is nothing to say. */
  message: string;
  /** Id of the misconception that gives the same results. */
  misconception?: string;
}
