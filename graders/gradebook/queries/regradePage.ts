import { lastInEffect } from "../regrade/beginUndo";
import type { Previewed } from "../regrade/preview";
import type { Db } from "../Store";
import type { Gradebook, RegradeRow, RunRow } from "../schema";

/** A regrade, and how far it is. */
export interface RegradePage {
  regrade: RegradeRow;
  run: RunRow;
  /** Attempts under its conditions: how many there are, and how many of them wait. */
  attempts: number;
  waiting: number;
  faults: number;
  /** Whether it can be taken back: of those in effect, it was applied last. */
  isLast: boolean;
  /** What applying it changed, as the audit has it; null before. */
  applied: Gradebook["audit"] | null;
}

/** Undefined when there is no such regrade. */
export async function regradePage(db: Db, id: string): Promise<RegradePage | undefined> {
  const regrade = await db.selectFrom("regrade").selectAll().where("id", "=", id).executeTakeFirst();
  if (!regrade) return undefined;
  const run = await db.selectFrom("run").selectAll().where("id", "=", regrade.run).executeTakeFirstOrThrow();
  const applied = await db
    .selectFrom("audit")
    .selectAll()
    .where("about", "=", `regrade:${id}`)
    .where("what", "=", "apply")
    .executeTakeFirst();
  const isLast = (await lastInEffect(db, regrade.run))?.id === id;
  return { regrade, run, ...(await stateOf(db, regrade)), isLast, applied: applied ?? null };
}

/** One that takes another one back has nothing to grade. */
async function stateOf(
  db: Db,
  { run, conditions, undoes = null }: Previewed,
): Promise<Pick<RegradePage, "attempts" | "waiting" | "faults">> {
  if (undoes !== null) return { attempts: 0, waiting: 0, faults: 0 };
  const rows = await db
    .selectFrom("attempt")
    .innerJoin("submission", "submission.id", "attempt.submission")
    .where("submission.run", "=", run)
    .where("attempt.conditions", "=", conditions)
    .groupBy("attempt.state")
    .select(({ fn }) => ["attempt.state", fn.countAll<number>().as("count")])
    .orderBy("attempt.state")
    .execute();
  const count = (state: string): number => rows.find((row) => row.state === state)?.count ?? 0;
  return {
    attempts: rows.reduce((sum, row) => sum + row.count, 0),
    waiting: count("waiting"),
    faults: count("fault"),
  };
}

/** The regrades of a run, the latest first. */
export function regradesIn(db: Db, { id }: Pick<RunRow, "id">): Promise<RegradeRow[]> {
  return db.selectFrom("regrade").selectAll().where("run", "=", id).orderBy("id", "desc").limit(10).execute();
}
