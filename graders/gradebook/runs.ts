import { words } from "../../src/words/words";
import { nearest } from "../engine/nearest";
import { Refusal } from "./Refusal";
import type { Db } from "./Store";
import type { RunRow } from "./schema";

const say = words.gradebook.run;

/** In the order in which they are due; those without a deadline come last. */
export async function runsInOrder(db: Db): Promise<RunRow[]> {
  const rows = await db.selectFrom("run").selectAll().orderBy("due").orderBy("slug").execute();
  // The databases do not agree on where null comes.
  return [...rows.filter(({ due }) => due !== null), ...rows.filter(({ due }) => due === null)];
}

/** @throws Refusal that suggests the nearest when there is no run of this assignment */
export async function runNamed(db: Db, slug: string): Promise<RunRow> {
  const found = await db.selectFrom("run").selectAll().where("slug", "=", slug).executeTakeFirst();
  if (found) return found;
  const slugs = (await db.selectFrom("run").select("slug").orderBy("slug").execute()).map((one) => one.slug);
  if (slugs.length === 0) throw new Refusal(say.noneYet(slug));
  throw new Refusal(say.unknown(slug, nearest(slug, slugs)));
}
