import type { GradedSubmission } from "../../engine/gradeSubmission";
import type { Change } from "../Store";
import type { AttemptRow } from "../schema";

/** An attempt before it was begun, or one that is to be graded again from the beginning. */
export type NewAttempt = Pick<AttemptRow, "id" | "submission" | "conditions" | "why" | "created">;

/** An attempt to be graded, with what grading needs to know. */
export interface Job extends Pick<AttemptRow, "submission" | "conditions" | "tries" | "why"> {
  attempt: string;
  person: string;
  sha256: string;
  fileName: string;
}

/** How often an attempt is begun, at most. */
export const mostTries = 3;

/** The attempts that a process can grade: those of one run, under what is installed. */
export interface Scope {
  run: string;
  conditions: string;
}

/** How an attempt was settled. */
export type Settled =
  | { kind: "graded"; graded: GradedSubmission }
  /** The same bytes had been graded under the same conditions. */
  | { kind: "copied" }
  /** The third time that something of ours went wrong. */
  | { kind: "fault"; message: string };

/** What waits to be graded. What is added is part of the caller's transaction, and so is each result of the queue's own. */
export interface Queue {
  /** Adds attempts, each once: one that waits, or has become a fault, waits from the beginning. */
  add(trx: Change, attempts: readonly NewAttempt[]): Promise<void>;
  /**
   * Grades what waits, until nothing does.
   *
   * @param grade never throws because of a submission; what it throws ends the work, and what was begun waits again
   * @param jobs how many at the same time
   */
  work(
    scope: Scope,
    grade: (job: Job) => Promise<GradedSubmission>,
    jobs: number,
    onSettled: (job: Job, how: Settled) => void,
  ): Promise<void>;
  /** Takes no further attempts. */
  stop(): Promise<void>;
}
