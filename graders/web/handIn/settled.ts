import type { Db } from "../../gradebook/Store";
import type { WaitingLearners } from "./WaitingLearners";

/** A hand-in, and whose it is. */
interface Awaited {
  submission: string;
  person: string;
}

/** Until a hand-in does not wait any more, or the time is over, or nobody listens. */
export async function settled(
  db: Db,
  waiting: WaitingLearners,
  { submission, person }: Awaited,
  ms: number,
  signal: AbortSignal,
): Promise<void> {
  const until = Date.now() + ms;
  if (ms === 0 || !(await isWaiting(db, submission))) return;
  for (let last = -1; Date.now() < until && !signal.aborted; ) {
    const count = await waiting.count(person);
    // Another one of theirs may be graded first.
    if (count !== last && !(await isWaiting(db, submission))) return;
    last = count;
  }
}

async function isWaiting(db: Db, submission: string): Promise<boolean> {
  const found = await db
    .selectFrom("attempt")
    .select("id")
    .where("submission", "=", submission)
    .where("why", "=", "submitted")
    .where("state", "=", "waiting")
    .executeTakeFirst();
  return found !== undefined;
}
