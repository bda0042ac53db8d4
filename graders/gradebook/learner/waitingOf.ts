import type { Db } from "../Store";
import { inLists } from "../Who";

/** How many hand-ins of each of these learners wait to be graded; those of whom none does are left out. */
export async function waitingOf(db: Db, people: readonly string[]): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (const some of inLists(people)) {
    const rows = await db
      .selectFrom("submission")
      .innerJoin("attempt", "attempt.submission", "submission.id")
      .where("submission.person", "in", some as string[])
      .where("attempt.why", "=", "submitted")
      .where("attempt.state", "=", "waiting")
      .groupBy("submission.person")
      .select(({ fn }) => ["submission.person", fn.countAll<number>().as("count")])
      .orderBy("submission.person")
      .execute();
    for (const { person, count } of rows) found.set(person, count);
  }
  return found;
}
