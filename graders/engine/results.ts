import type { Learner } from "../intake/Learner";
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

/** The learner's id is unique among the submissions; without a platform or a roster, it is the file's or folder's name. */
export interface SubmissionResult extends Learner {
  /** As the platform marked it. */
  late?: boolean;
  /** Which of the learner's attempts this is, from 1. */
  attempt?: number;
  /** Path below the folder that was graded, with `/`, without the folders above. Left out if nothing was handed in. */
  file?: string;
  /** Why this file, if several could be meant. */
  choice?: Choice;
  /** Hash of the file's bytes; null when it could not be read. */
  sha256: string | null;
  /** All but `graded` mean no score at all, rather than zero. `not-handed-in`: only the roster names the learner. */
  status: "graded" | "not-gradable" | "grader-fault" | "not-handed-in";
  score: number | null;
  maxScore: number;
  durationMs: number;
  /** Why something that was handed in has no score. One line. */
  error?: string;
  functions: FunctionResult[];
  /** As it counts for the student, if a gradebook says so. */
  mark?: FinalMark;
}

/** A score after what lateness took, and after what staff gave. */
export interface FinalMark {
  penalty: number;
  /** Null: no mark, rather than zero. */
  final: number | null;
}

export interface Choice {
  /**
   * Its name is the released one; it says that it is of this assignment; it defines most of the graded functions; it is
   * the newest.
   */
  by: "name" | "assignment" | "functions" | "time";
  /** The paths of those that were passed over. */
  others: string[];
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
