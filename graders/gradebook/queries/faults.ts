import type { Db } from "../Store";
import type { RunRow } from "../schema";

/** How many attempts of a run are grader faults. */
export interface FaultRow extends Pick<RunRow, "slug"> {
  count: number;
}

/** By run; those without any are left out. */
export function faultRows(db: Db): Promise<FaultRow[]> {
  return db
    .selectFrom("attempt")
    .innerJoin("submission", "submission.id", "attempt.submission")
    .innerJoin("run", "run.id", "submission.run")
    .where("attempt.state", "=", "fault")
    .groupBy("run.slug")
    .select(({ fn }) => ["run.slug", fn.countAll<number>().as("count")])
    .orderBy("run.slug")
    .execute();
}
