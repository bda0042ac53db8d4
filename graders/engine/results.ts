import type { Wall } from "../sandbox/host/chooseWall";

/** What grading comes to: the one format that every report and export is made from (results.schema.json describes it). */
export interface Results {
  schema: "nablab.results/1";
  /** Slug of the assignment. */
  assignment: string;
  /** Hidden checks draw their inputs from it; the same seed gives the same results. */
  seed: number;
  versions: { nablab: string; node: string };
  /** What stood around the processes: Node's permissions, or bubblewrap as well; the weaker where a run went on with another. */
  sandbox?: Wall;
  submissions: SubmissionResult[];
}

export interface SubmissionResult {
  /** The student, as the file or folder is named; unique among the submissions. */
  id: string;
  /** Path below the folder that was graded, with `/`: nothing of the folders above. */
  file: string;
  /** Of the file's bytes; null when it could not be read. */
  sha256: string | null;
  /** `not-gradable` and `grader-fault` are no marks at all, rather than zero. */
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
  /** Judged with the reference in the place of functions that it calls and that are wrong. */
  followThrough: boolean;
  checks: CheckResult[];
  /** On the way it is written, without points. Left out where there is nothing to say. */
  remarks?: Remark[];
}

/** What a rule of the assignment has against the code of a function that may well return the right values. */
export interface Remark {
  /** Of the rule. */
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
  /** Id of the misconception that does the same. */
  misconception?: string;
}
