import type { Change } from "../Store";

/**
 * Has hand-ins that were never graded graded under what is installed now, as a new hand-in is: the version under which
 * they were recorded may never come back. To be called by who has the right to grade, as somebody may be grading them.
 *
 * @param run by id
 * @param kept conditions whose hand-ins are left alone, as others grade them
 * @returns how many
 */
export async function takeOver(
  trx: Change,
  run: string,
  conditions: string,
  kept: readonly string[] = [],
): Promise<number> {
  const changed = await trx
    .updateTable("attempt")
    .set({ conditions })
    .where("state", "=", "waiting")
    .where("why", "=", "submitted")
    .where("conditions", "not in", [conditions, ...kept])
    .where("submission", "in", (query) =>
      query.selectFrom("submission").select("submission.id").where("submission.run", "=", run),
    )
    // A regrade has a version of it under these conditions; this one follows when the regrade is applied or dropped.
    .where("submission", "not in", (query) =>
      query.selectFrom("attempt as other").select("other.submission").where("other.conditions", "=", conditions),
    )
    .executeTakeFirst();
  return Number(changed.numUpdatedRows);
}
