import { setTimeout } from "node:timers/promises";
import type { Db } from "../../gradebook/Store";

/** How often it is looked whether a verdict is there, in milliseconds. */
const pause = 200;

/** Until a hand-in does not wait any more, or the time is over, or nobody listens. */
export async function settled(db: Db, submission: string, ms: number, signal: AbortSignal): Promise<void> {
  const until = Date.now() + ms;
  while (Date.now() < until && !signal.aborted && (await isWaiting(db, submission)))
    await setTimeout(pause, undefined, { signal }).catch(() => {});
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
