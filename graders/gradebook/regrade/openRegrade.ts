import type { Db } from "../Store";
import type { RegradeRow } from "../schema";

/** The regrade of a run that is neither applied nor dropped; there is one at most. */
export function openRegrade(db: Db, run: string): Promise<RegradeRow | undefined> {
  return db
    .selectFrom("regrade")
    .selectAll()
    .where("run", "=", run)
    .where("state", "in", ["grading", "ready"])
    .orderBy("id", "desc")
    .executeTakeFirst();
}

/** The last one, whatever became of it. */
export function lastRegrade(db: Db, run: string): Promise<RegradeRow | undefined> {
  return db.selectFrom("regrade").selectAll().where("run", "=", run).orderBy("id", "desc").limit(1).executeTakeFirst();
}
