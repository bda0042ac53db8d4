import { runsInOrder } from "../runs";
import type { Db } from "../Store";
import type { RunRow } from "../schema";
import { refusedAt } from "../whenTaken";

/** The runs for which hand-ins are taken now, by slug, the next deadline first. */
export async function openRuns(db: Db, now: string): Promise<string[]> {
  const open = (await runsInOrder(db)).filter((run) => refusedAt(run, run.closes, now) === null);
  const isNext = ({ due }: RunRow): boolean => due !== null && due >= now;
  return [...open.filter(isNext), ...open.filter((run) => !isNext(run))].map(({ slug }) => slug);
}

/** Whether a learner could hand in by a program. */
export async function hasTokens(db: Db): Promise<boolean> {
  return (await db.selectFrom("submitToken").select("person").limit(1).executeTakeFirst()) !== undefined;
}
