import { PostgresAdapter } from "kysely";
import type { Change } from "./Store";
import { inLists, type Who } from "./Who";

/**
 * Lets changes to the same people's marks come one after the other, from here to the end of the transaction. SQLite has a
 * single writer in any case.
 */
export async function lockPeople(trx: Change, who: Who): Promise<void> {
  if (!(trx.getExecutor().adapter instanceof PostgresAdapter)) return;
  for (const some of inLists(who)) {
    await trx
      .selectFrom("person")
      .select("id")
      .$if(some !== "all", (query) => query.where("id", "in", some as string[]))
      .orderBy("id")
      .forUpdate()
      .execute();
  }
}
