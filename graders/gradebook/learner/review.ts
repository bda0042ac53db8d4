import { words } from "../../../src/words/words";
import type { Act } from "../Act";
import { writeDown } from "../audit";
import { commentText } from "../comment";
import { lockPeople } from "../lockPeople";
import { Refusal } from "../Refusal";
import type { Change, Db } from "../Store";
import type { Gradebook, RunRow } from "../schema";

const say = words.handIn.review;

/**
 * A learner asks staff to look at a run again; there is one question at a time. The audit says that it was asked, and not
 * what.
 *
 * @throws Refusal when one is open, nothing was handed in, or nothing is said
 */
export async function askForReview(
  trx: Change,
  act: Act,
  { run, person, typed }: { run: Pick<RunRow, "id">; person: string; typed: string },
): Promise<void> {
  const text = commentText(typed);
  // Two clicks ask once.
  await lockPeople(trx, [person]);
  if (await openReview(trx, run.id, person)) throw new Refusal(say.isOpen);
  const handedIn = await trx
    .selectFrom("submission")
    .select("id")
    .where("run", "=", run.id)
    .where("person", "=", person)
    .executeTakeFirst();
  if (!handedIn) throw new Refusal(say.nothingThere);
  const row = { id: act.newId(), run: run.id, person, text, at: act.now(), closed: null, by: null, answer: null };
  await trx.insertInto("review").values(row).execute();
  await writeDown(trx, act, { what: "ask-for-review", about: `person:${person}`, after: { run: run.id } });
}

/**
 * Staff close what a learner has asked.
 *
 * @param answer what the learner is told; may be empty
 * @returns false when somebody else has closed it before
 */
export async function closeReview(trx: Change, act: Act, id: string, answer: string): Promise<boolean> {
  const said = answer.trim() === "" ? null : commentText(answer);
  const changed = await trx
    .updateTable("review")
    .set({ closed: act.now(), by: act.by, answer: said })
    .where("id", "=", id)
    .where("closed", "is", null)
    .executeTakeFirst();
  if (Number(changed.numUpdatedRows) === 0) return false;
  await writeDown(trx, act, { what: "close-review", about: `review:${id}` });
  return true;
}

/** What a learner has asked in a run, and nobody has closed. */
export async function openReview(db: Db, run: string, person: string): Promise<Gradebook["review"] | null> {
  const found = await db
    .selectFrom("review")
    .selectAll()
    .where("run", "=", run)
    .where("person", "=", person)
    .where("closed", "is", null)
    .executeTakeFirst();
  return found ?? null;
}
