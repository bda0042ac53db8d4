import { words } from "../../src/words/words";
import type { PersonRow } from "./people";
import type { Change } from "./Store";

/**
 * Takes a person's name, login, address and number out of what staff wrote about others: comments, saved comments and
 * reasons. Only the very words are found, in any case: a nickname, or a first name alone, is not.
 */
export async function eraseMentions(trx: Change, person: PersonRow): Promise<void> {
  const without = mentionsRemover(person);
  for (const { id, text } of await trx.selectFrom("comment").select(["id", "text"]).execute()) {
    const left = without(text);
    if (left !== text) await trx.updateTable("comment").set({ text: left }).where("id", "=", id).execute();
  }
  for (const { id, text } of await trx.selectFrom("savedComment").select(["id", "text"]).execute()) {
    const left = without(text);
    if (left !== text) await trx.updateTable("savedComment").set({ text: left }).where("id", "=", id).execute();
  }
  for (const { id, reason } of await trx.selectFrom("override").select(["id", "reason"]).execute()) {
    const left = without(reason);
    if (left !== reason) await trx.updateTable("override").set({ reason: left }).where("id", "=", id).execute();
  }
  for (const { id, text, answer } of await trx.selectFrom("review").select(["id", "text", "answer"]).execute()) {
    const left = { text: without(text), answer: answer === null ? null : without(answer) };
    if (left.text !== text || left.answer !== answer)
      await trx.updateTable("review").set(left).where("id", "=", id).execute();
  }
  const extensions = await trx.selectFrom("extension").select(["run", "person", "reason"]).execute();
  for (const { run, person: whose, reason } of extensions) {
    const left = without(reason);
    if (left === reason) continue;
    await trx
      .updateTable("extension")
      .set({ reason: left })
      .where("run", "=", run)
      .where("person", "=", whose)
      .execute();
  }
}

/** What takes the words by which somebody is known out of a text. */
export function mentionsRemover({
  login,
  name,
  email,
  lmsId,
}: Pick<PersonRow, "login" | "name" | "email" | "lmsId">): (text: string) => string {
  const known = [name, email, login, lmsId].map((word) => word?.trim() ?? "").filter((word) => word !== "");
  if (known.length === 0) return (text) => text;
  // The longest first: a login may be a part of an address.
  const longest = known.toSorted((a, b) => b.length - a.length).map(asWord);
  const pattern = new RegExp(longest.join("|"), "giu");
  return (text) => text.replace(pattern, words.gradebook.person.erasedMention);
}

/** Not within a longer word; but Chinese, Japanese and Thai put nothing between words. */
function asWord(word: string): string {
  const pattern = word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  const letter = "[\\p{L}\\p{N}_]";
  const isSpaced = (end: RegExp): boolean => !end.test(word);
  const before = isSpaced(/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u)
    ? `(?<!${letter})`
    : "";
  const after = isSpaced(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]$/u)
    ? `(?!${letter})`
    : "";
  return before + pattern + after;
}
