import type { Db } from "../Store";
import type { AttemptRow, RunRow } from "../schema";

/** A run of which something was, or is to be, graded under some conditions. */
export type RunUnder = Pick<RunRow, "slug"> & Pick<AttemptRow, "conditions">;

/** Which runs some conditions are of, by run. */
export async function runsUnder(db: Db, conditions: readonly string[]): Promise<RunUnder[]> {
  if (conditions.length === 0) return [];
  return db
    .selectFrom("attempt")
    .innerJoin("submission", "submission.id", "attempt.submission")
    .innerJoin("run", "run.id", "submission.run")
    .where("attempt.conditions", "in", conditions)
    .select(["run.slug", "attempt.conditions"])
    .distinct()
    .orderBy("run.slug")
    .orderBy("attempt.conditions")
    .execute();
}
