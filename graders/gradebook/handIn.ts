import type { Act } from "./Act";
import { keepContent } from "./content";
import type { Queue } from "./queue/Queue";
import { recompute } from "./recompute";
import type { Change, Db } from "./Store";
import type { RunRow } from "./schema";
import { closingOf, refusedAt } from "./whenTaken";

/** A file as it was handed in. */
export interface HandedIn {
  run: RunRow;
  /** By id. */
  person: string;
  bytes: Buffer;
  fileName: string;
  /** When the server's clock began to receive it, or when the platform says that it came. */
  received: string;
  source: string;
}

/** What became of it. */
export type Taken =
  /** It came before the run opened. */
  | { kind: "early" }
  /** It came after the run, and the learner's extension, had closed. */
  | { kind: "closed" }
  /** It has to be graded; `isNew` unless the very file is there already. */
  | { kind: "waiting"; submission: string; isNew: boolean }
  /** The very file was graded before. */
  | { kind: "known"; submission: string };

/**
 * Records a hand-in and has it graded. The same file of the same learner is one hand-in, however often it comes: it
 * counts as received when it came first, and is the last hand-in when it came last.
 *
 * @param conditions those that are installed: a hand-in that was never graded is graded under them
 */
export async function takeHandIn(
  trx: Change,
  act: Act,
  queue: Pick<Queue, "add">,
  { run, person, bytes, fileName, received, source }: HandedIn,
  conditions: string,
): Promise<Taken> {
  const refused = await whyRefused(trx, run, person, received);
  if (refused !== null) return { kind: refused };
  const sha256 = await keepContent(trx, bytes);
  const row = { id: act.newId(), run: run.id, person, sha256, fileName, received, latest: received, source };
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto("submission")
    .values(row)
    .onConflict((conflict) => conflict.columns(["run", "person", "sha256"]).doNothing())
    .executeTakeFirstOrThrow();
  if (Number(numInsertedOrUpdatedRows) === 1) {
    await queue.add(trx, [newAttempt(act, row.id, conditions)]);
    return { kind: "waiting", submission: row.id, isNew: true };
  }
  return handInAgain(trx, act, queue, row, conditions);
}

/** The one that is there counts from the earlier of all times, and as the last from the latest. */
async function handInAgain(
  trx: Change,
  act: Act,
  queue: Pick<Queue, "add">,
  { run, person, sha256, received }: { run: string; person: string; sha256: string; received: string },
  conditions: string,
): Promise<Taken> {
  const { id, ...known } = await trx
    .selectFrom("submission")
    .select(["id", "received", "latest"])
    .where("run", "=", run)
    .where("person", "=", person)
    .where("sha256", "=", sha256)
    .executeTakeFirstOrThrow();
  if (received < known.received || received > known.latest) {
    const times = {
      received: received < known.received ? received : known.received,
      latest: received > known.latest ? received : known.latest,
    };
    await trx.updateTable("submission").set(times).where("id", "=", id).execute();
    await recompute(trx, [person]);
  }
  const attempts = await trx
    .selectFrom("attempt")
    .select(["id", "submission", "conditions", "why", "state", "created"])
    .where("submission", "=", id)
    .orderBy("id")
    .execute();
  const handedIn = attempts.find(({ why }) => why === "submitted");
  if (handedIn?.state === "done") return { kind: "known", submission: id };
  const isTaken = attempts.some((one) => one.id !== handedIn?.id && one.conditions === conditions);
  if (handedIn) await queue.add(trx, [{ ...handedIn, ...(isTaken ? {} : { conditions }) }]);
  else await queue.add(trx, [newAttempt(act, id, conditions)]);
  return { kind: "waiting", submission: id, isNew: false };
}

function newAttempt(act: Act, submission: string, conditions: string) {
  return { id: act.newId(), submission, conditions, why: "submitted" as const, created: act.now() };
}

/** Hand-ins are taken from the run's opening to its closing. */
export async function whyRefused(
  db: Db,
  run: RunRow,
  person: string,
  received: string,
): Promise<"early" | "closed" | null> {
  return refusedAt(run, await closingFor(db, run, person), received);
}

/** When the last hand-in of a learner is taken. */
export async function closingFor(
  db: Db,
  { id, closes }: Pick<RunRow, "id" | "closes">,
  person: string,
): Promise<string | null> {
  if (closes === null) return null;
  const extension = await db
    .selectFrom("extension")
    .select("due")
    .where("run", "=", id)
    .where("person", "=", person)
    .executeTakeFirst();
  return closingOf({ closes }, extension?.due ?? null);
}
