import type { Db } from "../Store";
import type { AttemptRow, RunRow } from "../schema";

/** Attempts of a run that wait to be graded, under the same conditions and for the same reason. */
export interface WaitingRow extends Pick<AttemptRow, "conditions" | "why">, Pick<RunRow, "slug"> {
  /** The run, by id. */
  run: string;
  count: number;
}

/** What waits, in the order in which it is graded: hand-ins first, and of these the earliest. */
export function waitingRows(db: Db): Promise<WaitingRow[]> {
  return db
    .selectFrom("attempt")
    .innerJoin("submission", "submission.id", "attempt.submission")
    .innerJoin("run", "run.id", "submission.run")
    .where("attempt.state", "=", "waiting")
    .groupBy(["submission.run", "run.slug", "attempt.conditions", "attempt.why"])
    .select(({ fn }) => [
      ...(["submission.run", "run.slug", "attempt.conditions", "attempt.why"] as const),
      fn.countAll<number>().as("count"),
    ])
    .orderBy("attempt.why", "desc")
    .orderBy((expression) => expression.fn.min("attempt.id"))
    .execute();
}
