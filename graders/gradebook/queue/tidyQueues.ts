import { sql } from "kysely";
import type { Store } from "../Store";
import type { AttemptRow } from "../schema";
import { aloneNamed, type Boss, queueNamed } from "./Boss";
import { enqueue } from "./enqueue";
import { livingWorkers } from "./workers";

/**
 * Gives a job to attempts that wait without one, as those do that were recorded before there were workers, or have been
 * restored from a backup of the gradebook's own tables.
 *
 * @param conditions whose attempts are looked at
 */
export async function mendQueues({ db, boss }: Store & { boss: Boss }, conditions: readonly string[]): Promise<void> {
  if (conditions.length === 0) return;
  await db.transaction().execute(async (trx) => {
    const { rows } = await sql<Pick<AttemptRow, "id" | "submission" | "conditions" | "why">>`
      select id, submission, conditions, why from attempt
      where state = 'waiting' and conditions = any(${conditions}::text[]) and not exists (
        select 1 from pgboss.job where state <= 'active' and singleton_key = attempt.id
          and name in (${queueNamed("")} || conditions, ${aloneNamed("")} || conditions))
      order by id`.execute(trx);
    await enqueue(trx, rows, boss);
  });
}

/** Removes the queues of versions that nobody uses any more: nothing waits there, and no worker that lives has them. */
export async function dropUnusedQueues({ db, boss }: Store & { boss: Boss }): Promise<void> {
  const running = await boss.get();
  const { rows } = await sql<{ conditions: string }>`
    select substr(name, ${queueNamed("").length + 1}::int) as conditions from pgboss.queue
    where name like ${`${queueNamed("")}%`}
      and not exists (select 1 from attempt where state = 'waiting' and queue.name = ${queueNamed("")} || conditions)
    order by name`.execute(db);
  const used = new Set((await livingWorkers(db)).flatMap((worker) => worker.conditions));
  for (const { conditions } of rows.filter((row) => !used.has(row.conditions))) {
    await running.deleteQueue(queueNamed(conditions));
    await running.deleteQueue(aloneNamed(conditions));
  }
}
