import type { Act } from "../Act";
import { writeDown } from "../audit";
import type { Change, Db } from "../Store";
import type { Gradebook } from "../schema";

export type LmsLink = Gradebook["lmsLink"];

/** Keeps where a run is linked in an LMS, as the last launch from there said. Marks go to one place only. */
export async function linkRun(trx: Change, act: Act, link: Omit<LmsLink, "at">): Promise<void> {
  const before = await trx.selectFrom("lmsLink").selectAll().where("run", "=", link.run).executeTakeFirst();
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

/** Where runs are linked, by run. */
export function linksIn(db: Db): Promise<LmsLink[]> {
  return db.selectFrom("lmsLink").selectAll().orderBy("run").execute();
}
