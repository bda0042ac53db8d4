import type { Assignment } from "../../src/check/contract";
import type { Unit } from "../extract/Unit";
import type { Limits } from "../sandbox/host/limits";
import type { ProcessStarter } from "../sandbox/host/ProcessStarter";
import type { ReaderPool } from "../sandbox/host/ReaderPool";
import type { RefereePool } from "../sandbox/host/RefereePool";
import type { EncodedCheck } from "./EncodedCheck";
import type { ResultCache } from "./ResultCache";
import type { Tongue } from "./Tongue";

/** What runs alongside the grader. */
export interface Processes {
  /** Starts all processes. */
  starter: ProcessStarter;
  /** Parse the submissions. */
  readers: ReaderPool;
}

/** Everything that the submissions of one run share. */
export interface GradingRun extends Processes {
  assignment: Assignment;
  seed: number;
  limits: Limits;
  /** In the order of the assignment's functions. */
  checks: EncodedCheck[];
  /** For each graded function, those that it may use, directly or not. Only these can have a stand-in. */
  uses: ReadonlyMap<string, ReadonlySet<string>>;
  sandboxBundle: string;
  /** What the assignment's notebook declares besides the graded functions, for submissions that lack it. */
  given: readonly Unit[];
  /** Answer calls of functions that have a stand-in. */
  referees: RefereePool;
  /** The points of all checks added up. */
  maxScore: number;
  /** With null, identical code is graded again each time. */
  cache: ResultCache | null;
  /** A second language that learners are told results in. */
  tongue?: Tongue;
  /** Hash of everything that results depend on, except the submission. */
  conditions: string;
}

export interface GradingOptions {
  hidden: boolean;
  seed: number;
  limits: Limits;
  cache: boolean;
  tongue?: Tongue;
}
