import { words } from "../../src/words/words";
import { hashOf } from "../text/hashOf";
import type { Act } from "./Act";
import { writeDown } from "./audit";
import { Conflict } from "./override";
import { Refusal } from "./Refusal";
import type { Change, Db } from "./Store";
import type { Gradebook } from "./schema";

const say = words.dashboardMarking.refused;

/** In characters: pages stay readable, and small. */
const mostText = 4000;

/** What a comment is on: a line of a function, a function, or the submission as a whole. */
export interface CommentPlace {
  submission: string;
  name: string | null;
  /** As messages count it: in the code cell, or in the script. */
  line: number | null;
}

/** The version of a text that somebody saw: with another one, it is not changed. */
export function seenAs(text: string): string {
  return hashOf(text).slice(0, 16);
}

/**
 * What staff wrote, with the line ends of this system.
 *
 * @throws Refusal when there is nothing, or too much of it
 */
export function commentText(typed: string): string {
  const text = typed.replace(/\r\n?/g, "\n").trim();
  if (text === "") throw new Refusal(say.noText);
  if (text.length > mostText) throw new Refusal(say.longText(text.length, mostText));
  return text;
}

/**
 * Says something about a submission. The audit holds where, and not what: a text may name somebody.
 *
 * @param saved the saved comment that it is a copy of, by id
 * @returns its id
 * @throws Refusal for a function that the submission does not have, or a line that cannot be
 */
export async function addComment(
  trx: Change,
  act: Act,
  { submission, name, line }: CommentPlace,
  typed: string,
  saved: string | null = null,
): Promise<string> {
  const text = commentText(typed);
  const { person } = await placeIn(trx, { submission, name, line });
  const row = { id: act.newId(), submission, name, line, text, saved, by: act.by, at: act.now() };
  await trx.insertInto("comment").values(row).execute();
  const after = { comment: row.id, submission, name, line, saved };
  await writeDown(trx, act, { what: "comment", about: `person:${person}`, after });
  return row.id;
}

/**
 * @param seen what {@link seenAs} says of the text that was changed
 * @throws Conflict when somebody else has changed or removed it
 */
export async function editComment(trx: Change, act: Act, id: string, typed: string, seen: string): Promise<void> {
  const text = commentText(typed);
  const { person, ...known } = await commentSeen(trx, id, seen);
  if (text === known.text) return;
  const { numUpdatedRows } = await trx
    .updateTable("comment")
    .set({ text, by: act.by, at: act.now() })
    .where("id", "=", id)
    .where("text", "=", known.text)
    .executeTakeFirst();
  if (Number(numUpdatedRows) === 0) throw new Conflict(say.changedComment);
  await writeDown(trx, act, { what: "editComment", about: `person:${person}`, after: { comment: id } });
}

/** @throws Conflict as {@link editComment} */
export async function removeComment(trx: Change, act: Act, id: string, seen: string): Promise<void> {
  const { person, submission, name, line, text } = await commentSeen(trx, id, seen);
  const { numDeletedRows } = await trx
    .deleteFrom("comment")
    .where("id", "=", id)
    .where("text", "=", text)
    .executeTakeFirst();
  if (Number(numDeletedRows) === 0) throw new Conflict(say.changedComment);
  const before = { comment: id, submission, name, line };
  await writeDown(trx, act, { what: "removeComment", about: `person:${person}`, before });
}

async function commentSeen(db: Db, id: string, seen: string) {
  const found = await db
    .selectFrom("comment")
    .innerJoin("submission", "submission.id", "comment.submission")
    .where("comment.id", "=", id)
    .select(["comment.text", "comment.submission", "comment.name", "comment.line", "submission.person"])
    .executeTakeFirst();
  if (!found || seenAs(found.text) !== seen) throw new Conflict(say.changedComment);
  return found;
}

async function placeIn(
  db: Db,
  { submission, name, line }: CommentPlace,
): Promise<Pick<Gradebook["submission"], "person">> {
  const found = await db.selectFrom("submission").select("person").where("id", "=", submission).executeTakeFirst();
  if (!found) throw new Refusal(words.gradebook.grading.unknownSubmission);
  if (line !== null && (name === null || !Number.isSafeInteger(line) || line < 1)) throw new Refusal(say.line);
  if (name === null) return found;
  const part = await db
    .selectFrom("attempt")
    .innerJoin("part", "part.attempt", "attempt.id")
    .where("attempt.submission", "=", submission)
    .where("part.name", "=", name)
    .select("part.name")
    .executeTakeFirst();
  if (!part) throw new Refusal(say.unknownFunction(name));
  return found;
}
