import type { Change } from "../Store";
import type { NewAttempt } from "./Queue";

/** Lets attempts wait, new ones and ones that are to be graded again from the beginning. */
export async function letWait(trx: Change, attempts: readonly NewAttempt[]): Promise<void> {
  for (const { id, submission, conditions, why, created } of attempts) {
    const waiting = { conditions, state: "waiting" as const, tries: 0, fault: null };
    await trx
      .insertInto("attempt")
      .values({ id, submission, why, created, ...waiting })
      .onConflict((conflict) => conflict.column("id").doUpdateSet(waiting))
      .execute();
  }
}
