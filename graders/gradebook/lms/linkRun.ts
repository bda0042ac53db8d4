import type { Act } from "../Act";
import { writeDown } from "../audit";
import type { Change, Db } from "../Store";
import type { Gradebook } from "../schema";

export type LmsLink = Gradebook["lmsLink"];

/**
 * Keeps where a run is linked in an LMS, as the last launch from there said. Marks go to one place only; a column that was
 * made for them stays, as the LMS does not name it in launches.
 */
export async function linkRun(trx: Change, act: Act, launched: Omit<LmsLink, "at">): Promise<void> {
  const before = await trx.selectFrom("lmsLink").selectAll().where("run", "=", launched.run).executeTakeFirst();
  const made = before && before.lineItems === launched.lineItems ? before.scores : null;
  const link = { ...launched, scores: launched.scores ?? made };
  const same = before && Object.entries(link).every(([name, value]) => before[name as keyof LmsLink] === value);
  if (same) return;
  const row = { ...link, at: act.now() };
  await trx
    .insertInto("lmsLink")
    .values(row)
    .onConflict((conflict) => conflict.column("run").doUpdateSet(row))
    .execute();
  await writeDown(trx, act, { what: "link", about: `run:${link.run}`, after: { platform: link.platform } });
}

/** A column for the marks of a run was made, or found, in the LMS. */
export async function keepColumn(db: Db, { run, lineItems }: LmsLink, scores: string): Promise<void> {
  await db
    .updateTable("lmsLink")
    .set({ scores })
    .where("run", "=", run)
    .where("lineItems", "=", lineItems)
    .where("scores", "is", null)
    .execute();
}

/** Where runs are linked, by run. */
export function linksIn(db: Db): Promise<LmsLink[]> {
  return db.selectFrom("lmsLink").selectAll().orderBy("run").execute();
}
