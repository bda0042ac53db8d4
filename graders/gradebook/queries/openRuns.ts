import type { Db } from "../Store";

/** The runs for which hand-ins are taken now, by slug, the next deadline first. */
export async function openRuns(db: Db, now: string): Promise<string[]> {
  const rows = await db
    .selectFrom("run")
    .select(["slug", "due"])
    .where((is) => is.or([is("opens", "is", null), is("opens", "<=", now)]))
    .where((is) => is.or([is("closes", "is", null), is("closes", ">=", now)]))
    .orderBy("due")
    .orderBy("slug")
    .execute();
  const isNext = ({ due }: { due: string | null }): boolean => due !== null && due >= now;
  return [...rows.filter(isNext), ...rows.filter((row) => !isNext(row))].map(({ slug }) => slug);
}

/** Whether a learner could hand in by a program. */
export async function hasTokens(db: Db): Promise<boolean> {
  return (await db.selectFrom("submitToken").select("person").limit(1).executeTakeFirst()) !== undefined;
}
