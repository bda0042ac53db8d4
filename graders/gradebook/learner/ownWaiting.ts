import type { Db } from "../Store";

/** How many of a learner's hand-ins wait to be graded. */
export async function ownWaiting(db: Db, person: string): Promise<number> {
  const { count } = await db
    .selectFrom("submission")
    .innerJoin("attempt", "attempt.submission", "submission.id")
    .where("submission.person", "=", person)
    .where("attempt.why", "=", "submitted")
    .where("attempt.state", "=", "waiting")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
}
