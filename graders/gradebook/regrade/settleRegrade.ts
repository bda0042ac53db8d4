import { words } from "../../../src/words/words";
import type { Act } from "../Act";
import { writeDown } from "../audit";
import { Refusal } from "../Refusal";
import { recompute } from "../recompute";
import type { Change, Db } from "../Store";
import type { RegradeRow } from "../schema";
import { type Preview, type Previewed, previewOf } from "./preview";

const say = words.gradebook.regrade;

/** The marks are not those that a preview was made from. */
export class PreviewChanged extends Refusal {}

/** How many attempts of a regrade have not been settled; one that takes another one back has none. */
export async function waitingIn(db: Db, { run, conditions, undoes = null }: Previewed): Promise<number> {
  if (undoes !== null) return 0;
  const { count } = await db
    .selectFrom("attempt")
    .innerJoin("submission", "submission.id", "attempt.submission")
    .where("submission.run", "=", run)
    .where("attempt.conditions", "=", conditions)
    .where("attempt.state", "=", "waiting")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
}

/** The preview, once everything is graded; what is shown is what may then be applied. */
export async function showPreview(trx: Change, regrade: RegradeRow, neverLower = false): Promise<Preview> {
  const preview = await previewOf(trx, regrade, neverLower);
  const seen = { state: "ready" as const, preview: preview.hash, neverLower: neverLower ? 1 : 0 };
  await trx.updateTable("regrade").set(seen).where("id", "=", regrade.id).execute();
  return preview;
}

/**
 * Lets the new verdicts count, all of them or none; or the earlier ones again, where it takes another regrade back.
 *
 * @param regrade with the preview that was seen, and whether it was one without lowering
 * @throws Refusal when attempts still wait
 * @throws PreviewChanged when the marks are not those that the preview was made from
 */
export async function applyRegrade(trx: Change, act: Act, regrade: RegradeRow, neverLower: boolean): Promise<Preview> {
  if (regrade.undoes !== null && neverLower) throw new Refusal(say.undoLowers);
  const waiting = await waitingIn(trx, regrade);
  if (waiting > 0) throw new Refusal(say.stillWaiting(waiting));
  if (regrade.preview === null) throw new Refusal(say.noPreview);
  // What was shown, before what is asked for: without lowering, fewer marks move than were shown.
  const shown = await previewOf(trx, regrade, regrade.neverLower === 1);
  if (shown.hash !== regrade.preview) throw new PreviewChanged(say.changedSince);
  const preview = neverLower === (regrade.neverLower === 1) ? shown : await previewOf(trx, regrade, neverLower);
  const applied = { state: "applied" as const, neverLower: neverLower ? 1 : 0, applied: act.now() };
  await trx.updateTable("regrade").set(applied).where("id", "=", regrade.id).execute();
  const people = [...new Set((await peopleIn(trx, regrade.run)).map(({ person }) => person))];
  await recompute(trx, people);
  const { up, down, same } = preview;
  await writeDown(trx, act, {
    ...{ what: "apply", about: `regrade:${regrade.id}` },
    after: { run: regrade.run, neverLower, undoes: regrade.undoes, up, down, same },
  });
  return preview;
}

function peopleIn(trx: Change, run: string): Promise<{ person: string }[]> {
  return trx.selectFrom("submission").select("person").distinct().where("run", "=", run).orderBy("person").execute();
}

/** Forgets a regrade. Its verdicts stay, and count nowhere; what still waits is not graded any more. */
export async function dropRegrade(trx: Change, act: Act, regrade: RegradeRow): Promise<void> {
  const { id, run, undoes } = regrade;
  if (undoes === null) await removeUnsettled(trx, regrade);
  await trx.updateTable("regrade").set({ state: "dropped" }).where("id", "=", id).execute();
  await writeDown(trx, act, { what: "drop", about: `regrade:${id}`, after: { run } });
}

async function removeUnsettled(trx: Change, { run, conditions }: RegradeRow): Promise<void> {
  await trx
    .deleteFrom("attempt")
    .where("state", "in", ["waiting", "fault"])
    .where("why", "=", "regrade")
    .where("conditions", "=", conditions)
    .where("submission", "in", (query) =>
      query.selectFrom("submission").select("submission.id").where("submission.run", "=", run),
    )
    .execute();
}
