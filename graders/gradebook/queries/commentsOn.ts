import type { Db } from "../Store";
import type { Gradebook } from "../schema";
import { inLists } from "../Who";

export type CommentRow = Gradebook["comment"];

/** What staff said about these submissions, function by function, from the first line to the last. */
export async function commentsOn(db: Db, submissions: readonly string[]): Promise<CommentRow[]> {
  const found: CommentRow[] = [];
  for (const some of inLists(submissions)) {
    found.push(
      ...(await db
        .selectFrom("comment")
        .selectAll()
        .where("submission", "in", some as string[])
        .orderBy("id")
        .execute()),
    );
  }
  // The databases do not agree on where null comes.
  return found.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.id < b.id ? -1 : 1));
}
