import { hashOf } from "../../text/hashOf";
import type { Act } from "../Act";
import { writeDown } from "../audit";
import { type HandedIn, type Taken, takeHandIn } from "../handIn";
import { lockPeople } from "../lockPeople";
import type { Queue } from "../queue/Queue";
import type { Change, Db } from "../Store";

/** What became of a learner's own hand-in. */
export type OwnTaken =
  | Taken
  /** There were too many within an hour; the next is taken at that time. */
  | { kind: "limit"; until: string };

/** By which ways learners hand in themselves. */
const ownSources = ["page", "submit"] as const;

/** A file that a learner has handed in. */
export interface OwnHandedIn extends HandedIn {
  source: (typeof ownSources)[number];
}

const hour = 3_600_000;

/**
 * Records what a learner hands in, unless there were too many within an hour. The same file again is the same hand-in, and
 * does not count.
 */
export async function handInOwn(
  trx: Change,
  act: Act,
  queue: Pick<Queue, "add">,
  handedIn: OwnHandedIn,
  conditions: string,
): Promise<OwnTaken> {
  const { run, person, bytes, received } = handedIn;
  // Several may come at once, of which each would find room.
  await lockPeople(trx, [person]);
  const until = await fullUntil(trx, run, person, received);
  if (until !== null && !(await isThere(trx, run.id, person, hashOf(bytes)))) return { kind: "limit", until };
  const taken = await takeHandIn(trx, act, queue, handedIn, conditions);
  if (taken.kind === "waiting" && taken.isNew) {
    const after = { run: run.id, submission: taken.submission, received };
    await writeDown(trx, act, { what: "hand-in", about: `person:${person}`, after });
  }
  return taken;
}

/** When the next file is taken, if none is now. */
async function fullUntil(
  db: Db,
  { id, perHour }: { id: string; perHour: number },
  person: string,
  now: string,
): Promise<string | null> {
  const since = new Date(Date.parse(now) - hour).toISOString();
  const rows = await db
    .selectFrom("submission")
    .select("received")
    .where("run", "=", id)
    .where("person", "=", person)
    .where("source", "in", [...ownSources])
    .where("received", ">", since)
    .orderBy("received", "desc")
    .orderBy("id")
    .limit(perHour)
    .execute();
  const first = rows.at(perHour - 1);
  return first ? new Date(Date.parse(first.received) + hour).toISOString() : null;
}

async function isThere(db: Db, run: string, person: string, sha256: string): Promise<boolean> {
  const found = await db
    .selectFrom("submission")
    .select("id")
    .where("run", "=", run)
    .where("person", "=", person)
    .where("sha256", "=", sha256)
    .executeTakeFirst();
  return found !== undefined;
}
