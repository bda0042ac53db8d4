import type { Db } from "../Store";
import type { Gradebook } from "../schema";
import { inLists } from "../Who";

/** The points that staff gave one function of these submissions, by submission. */
export async function overridesOn(
  db: Db,
  name: string,
  submissions: readonly string[],
): Promise<Map<string, Pick<Gradebook["override"], "points" | "reason" | "by">>> {
  const found = new Map<string, Pick<Gradebook["override"], "points" | "reason" | "by">>();
  for (const some of inLists(submissions)) {
    const rows = await db
      .selectFrom("override")
      .select(["submission", "points", "reason", "by"])
      .where("submission", "in", some as string[])
      .where("name", "=", name)
      .where("revoked", "is", null)
      .orderBy("id")
      .execute();
    for (const { submission, ...given } of rows) found.set(submission ?? "", given);
  }
  return found;
}
