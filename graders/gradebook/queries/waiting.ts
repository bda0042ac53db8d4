import type { Db } from "../Store";
import type { AttemptRow, RunRow } from "../schema";

/** Attempts of a run that wait to be graded, under the same conditions and for the same reason. */
export interface WaitingRow extends Pick<AttemptRow, "conditions" | "why">, Pick<RunRow, "slug"> {
  /** The run, by id. */
  run: string;
  count: number;
}

/** Whether something waits under conditions other than these: quickly, however much waits under them. */
export async function waitsOtherwise(db: Db, known: readonly string[]): Promise<boolean> {
  const found = await db
    .selectFrom("attempt")
    .select("id")
    .where("state", "=", "waiting")
    .$if(known.length > 0, (query) => query.where("conditions", "not in", known))
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
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
