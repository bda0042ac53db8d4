import type { Db } from "../Store";
import { inLists } from "../Who";

/** Those of these submissions whose function has a copy of a saved comment. */
export async function commentedWith(
  db: Db,
  name: string,
  saved: string,
  submissions: readonly string[],
): Promise<Set<string>> {
  const found = new Set<string>();
  for (const some of inLists(submissions)) {
    const rows = await db
      .selectFrom("comment")
      .select("submission")
      .where("submission", "in", some as string[])
      .where("name", "=", name)
      .where("saved", "=", saved)
      .orderBy("submission")
      .execute();
    for (const { submission } of rows) found.add(submission);
  }
  return found;
}
