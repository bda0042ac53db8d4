import { words } from "../../src/words/words";
import type { Act } from "./Act";
import { writeDown } from "./audit";
import { commentText, seenAs } from "./comment";
import { courseIn } from "./course";
import { Conflict } from "./override";
import { Refusal } from "./Refusal";
import type { Change, Db } from "./Store";
import type { Gradebook } from "./schema";

const say = words.dashboardMarking.refused;

export type SavedRow = Gradebook["savedComment"];

/** What staff may say again: on which function, after which misconception, and the points that go with it. */
export type SavedText = Pick<SavedRow, "name" | "misconception" | "text" | "points">;

/** The version of a saved comment that somebody saw. */
export function savedSeenAs({ name, text, points }: Pick<SavedRow, "name" | "text" | "points">): string {
  return seenAs(JSON.stringify([name, text, points]));
}

/** Keeps a text to be used again; the very same one is kept once. @returns its id */
export async function saveComment(trx: Change, act: Act, given: SavedText): Promise<string> {
  const row = { ...given, text: commentText(given.text), points: pointsOf(given.points) };
  const { id: course } = await courseIn(trx);
  const same = (await savedComments(trx)).find(
    (one) => savedSeenAs(one) === savedSeenAs(row) && one.misconception === row.misconception,
  );
  if (same) return same.id;
  const id = act.newId();
  await trx
    .insertInto("savedComment")
    .values({ id, course, ...row })
    .execute();
  await writeDown(trx, act, { what: "saveComment", about: `savedComment:${id}`, after: { name: row.name } });
  return id;
}

/**
 * Changes what will be said from now on: comments that were made from it stay as they are.
 *
 * @param seen what {@link savedSeenAs} says of the one that was changed
 * @throws Conflict when somebody else has changed or removed it
 */
export async function editSaved(
  trx: Change,
  act: Act,
  id: string,
  given: Omit<SavedText, "misconception">,
  seen: string,
): Promise<void> {
  const known = await savedSeen(trx, id, seen);
  const row = { name: given.name, text: commentText(given.text), points: pointsOf(given.points) };
  const { numUpdatedRows } = await trx
    .updateTable("savedComment")
    .set(row)
    .where("id", "=", id)
    .where("text", "=", known.text)
    .where("name", known.name === null ? "is" : "=", known.name)
    .where("points", known.points === null ? "is" : "=", known.points)
    .executeTakeFirst();
  if (Number(numUpdatedRows) === 0) throw new Conflict(say.changedSaved);
  await writeDown(trx, act, { what: "editSaved", about: `savedComment:${id}` });
}

/** Comments that were made from it stay. @throws Conflict as {@link editSaved} */
export async function removeSaved(trx: Change, act: Act, id: string, seen: string): Promise<void> {
  await savedSeen(trx, id, seen);
  await trx.updateTable("comment").set({ saved: null }).where("saved", "=", id).execute();
  await trx.deleteFrom("savedComment").where("id", "=", id).execute();
  await writeDown(trx, act, { what: "removeSaved", about: `savedComment:${id}` });
}

/** @throws Refusal when it is no longer there */
export async function savedNamed(db: Db, id: string): Promise<SavedRow> {
  const found = await db.selectFrom("savedComment").selectAll().where("id", "=", id).executeTakeFirst();
  if (!found) throw new Refusal(say.noSaved);
  return found;
}

/** In the order in which they were saved. */
export function savedComments(db: Db): Promise<SavedRow[]> {
  return db.selectFrom("savedComment").selectAll().orderBy("id").execute();
}

async function savedSeen(db: Db, id: string, seen: string): Promise<SavedRow> {
  const found = await db.selectFrom("savedComment").selectAll().where("id", "=", id).executeTakeFirst();
  if (!found || savedSeenAs(found) !== seen) throw new Conflict(say.changedSaved);
  return found;
}

function pointsOf(points: number | null): number | null {
  if (points === null || (Number.isFinite(points) && points >= 0)) return points;
  throw new Refusal(say.savedPoints);
}
