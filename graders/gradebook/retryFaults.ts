import type { Act } from "./Act";
import { writeDown } from "./audit";
import type { Change } from "./Store";
import type { RunRow } from "./schema";

/** Lets what became a grader fault wait again, as if it had not been tried. @returns how many */
export async function retryFaults(trx: Change, act: Act, { id }: Pick<RunRow, "id">): Promise<number> {
  const { numUpdatedRows } = await trx
    .updateTable("attempt")
    .set({ state: "waiting", tries: 0, fault: null })
    .where("state", "=", "fault")
    .where("submission", "in", (query) =>
      query.selectFrom("submission").select("submission.id").where("submission.run", "=", id),
    )
    .executeTakeFirstOrThrow();
  const faults = Number(numUpdatedRows);
  if (faults > 0) await writeDown(trx, act, { what: "retry", about: `run:${id}`, after: { faults } });
  return faults;
}
