import { words } from "../../../src/words/words";
import type { Act } from "../../gradebook/Act";
import { courseIn } from "../../gradebook/course";
import { closingFor, whyRefused } from "../../gradebook/handIn";
import { handInOwn, type OwnHandedIn } from "../../gradebook/learner/handInOwn";
import { showTime } from "../../gradebook/marks/parseTime";
import type { PersonRow } from "../../gradebook/people";
import { runsInOrder } from "../../gradebook/runs";
import type { Db, Store } from "../../gradebook/Store";
import type { RunRow } from "../../gradebook/schema";
import type { Grading, TakenFile } from "../Grading";
import { HandInRefused } from "./HandInRefused";
import { safeName } from "./safeName";

const say = words.handIn.refused;

/** What taking a hand-in needs. */
export interface Taking {
  store: Store;
  act: Act;
  grading: Grading;
}

/** A file as it was sent. */
export interface Sent {
  person: PersonRow;
  /** The run's slug; null where the file says of which assignment it is. */
  slug: string | null;
  name: string;
  bytes: Buffer;
  /** When the request began: reading the file may take long. */
  received: string;
  source: OwnHandedIn["source"];
}

/**
 * Takes what a learner hands in, and has it graded. The same file again is the same hand-in.
 *
 * @returns the hand-in's id
 * @throws HandInRefused for what is not taken, in one sentence; nothing was recorded then
 */
export async function takeFromLearner({ store, act, grading }: Taking, sent: Sent): Promise<string> {
  const { person, received, source } = sent;
  const fileName = safeName(sent.name);
  if (fileName === null || sent.bytes.length === 0) throw new HandInRefused("file", say.noFile);
  const asked = sent.slug === null ? null : await runOf(store.db, sent.slug);
  // What is refused in any case is not read first.
  if (asked) await refuseTime(store.db, asked, person.id, received);
  const taken = await grading.take(asked, fileName, sent.bytes);
  const run = asked ?? (await runOf(store.db, slugOf(taken, fileName)));
  if (!asked) await refuseTime(store.db, run, person.id, received);
  if (taken.problem !== undefined) throw new HandInRefused("file", say.file(fileName, taken.problem));
  const conditions = await grading.conditionsFor(run);
  const { bytes, fileName: chosen } = taken;
  const handedIn = { run, person: person.id, bytes, fileName: chosen, received, source };
  const found = await store.db.transaction().execute((trx) => handInOwn(trx, act, grading.queue, handedIn, conditions));
  if (found.kind === "limit") throw await tooMany(store.db, run, found.until, received);
  if (found.kind === "early" || found.kind === "closed") throw await notOpen(store.db, run, person.id, found.kind);
  return found.submission;
}

function slugOf({ slug, problem }: TakenFile, fileName: string): string {
  if (slug !== undefined) return slug;
  throw new HandInRefused("file", say.file(fileName, problem ?? say.noAssignment));
}

async function runOf(db: Db, slug: string): Promise<RunRow> {
  const runs = await runsInOrder(db);
  const found = runs.find((one) => one.slug === slug);
  if (found) return found;
  const known = runs.map((one) => one.slug);
  throw new HandInRefused("unknown", say.unknownRun(slug, known));
}

/** What the transaction finds out again, which nothing can come between. */
async function refuseTime(db: Db, run: RunRow, person: string, received: string): Promise<void> {
  const why = await whyRefused(db, run, person, received);
  if (why !== null) throw await notOpen(db, run, person, why);
}

async function notOpen(db: Db, run: RunRow, person: string, why: "early" | "closed"): Promise<HandInRefused> {
  const { zone } = await courseIn(db);
  const time = why === "early" ? run.opens : await closingFor(db, run, person);
  return new HandInRefused(why, say[why](run.title, showTime(time ?? "", zone), zone));
}

async function tooMany(db: Db, { perHour }: RunRow, until: string, received: string): Promise<HandInRefused> {
  const { zone } = await courseIn(db);
  const seconds = Math.ceil((Date.parse(until) - Date.parse(received)) / 1000);
  return new HandInRefused("limit", say.limit(perHour, showTime(until, zone), zone), seconds);
}
