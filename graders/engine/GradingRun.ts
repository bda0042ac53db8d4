import type { Assignment } from "../../src/check/contract";
import type { Limits } from "../sandbox/host/limits";
import type { ProcessStarter } from "../sandbox/host/ProcessStarter";
import type { ReaderPool } from "../sandbox/host/ReaderPool";
import type { RefereePool } from "../sandbox/host/RefereePool";
import type { EncodedCheck } from "./EncodedCheck";
import type { ResultCache } from "./ResultCache";

/** What runs beside the grader. */
export interface Processes {
  /** Starts all processes. */
  starter: ProcessStarter;
  /** They parse what was handed in. */
  readers: ReaderPool;
}

/** Everything that the submissions of one run share. */
export interface GradingRun extends Processes {
  assignment: Assignment;
  seed: number;
  limits: Limits;
  /** In the order of the assignment's functions. */
  checks: EncodedCheck[];
  /** For each graded function, those that it may use, directly or not: only they can be stood in for. */
  uses: ReadonlyMap<string, ReadonlySet<string>>;
  sandboxBundle: string;
  /** They answer for functions that are stood in for. */
  referees: RefereePool;
  /** Points of all checks together. */
  maxScore: number;
  /** Null grades the same code again and again. */
  cache: ResultCache | null;
  /** Hash of everything that results depend on, apart from the submission. */
  conditions: string;
}

export interface GradingOptions {
  hidden: boolean;
  seed: number;
  limits: Limits;
  cache: boolean;
}
