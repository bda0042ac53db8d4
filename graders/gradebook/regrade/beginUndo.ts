import { words } from "../../../src/words/words";
import type { Act } from "../Act";
import { writeDown } from "../audit";
import { inEffect } from "../marks/inEffect";
import { Refusal } from "../Refusal";
import type { Change, Db } from "../Store";
import type { RegradeRow, RunRow } from "../schema";
import { openRegrade } from "./openRegrade";

const say = words.gradebook.regrade;

/** The regrade of a run that would be taken back: of those in effect, the one that was applied last. */
export async function lastInEffect(db: Db, run: string): Promise<RegradeRow | undefined> {
  const applied = await db
    .selectFrom("regrade")
    .selectAll()
    .where("run", "=", run)
    .where("state", "=", "applied")
    .orderBy("applied")
    .orderBy("id")
    .execute();
  return inEffect(applied).at(-1);
}

/**
 * Begins to take back the last regrade: the verdicts from before it are still there, and nothing has to run. It is shown
 * and applied as a regrade is, and moves no mark before that. One that is open goes on.
 *
 * @throws Refusal when another regrade is open, or none is in effect
 */
export async function beginUndo(trx: Change, act: Act, { id: run, slug }: RunRow): Promise<RegradeRow> {
  const open = await openRegrade(trx, run);
  if (open?.undoes === null) throw new Refusal(say.openFirst(slug));
  if (open) return open;
  const last = await lastInEffect(trx, run);
  if (!last) throw new Refusal(say.nothingToUndo(slug));
  const row: RegradeRow = {
    ...{ id: act.newId(), run, conditions: last.conditions, state: "ready", neverLower: 0, by: act.by, at: act.now() },
    ...{ preview: null, applied: null, undoes: last.id },
  };
  await trx.insertInto("regrade").values(row).execute();
  await writeDown(trx, act, { what: "undo", about: `regrade:${row.id}`, after: { run, undoes: last.id } });
  return row;
}
