import { sql } from "kysely";
import type { Change, Store } from "../Store";
import type { AttemptRow } from "../schema";
import { aloneNamed, type Boss, queueNamed } from "./Boss";
import { enqueue } from "./enqueue";
import { livingWorkers } from "./workers";

type Attempt = Pick<AttemptRow, "id" | "submission" | "conditions" | "why">;

/**
 * Gives a job to attempts that wait without one, as those do that were recorded before there were workers, or have been
 * restored from a backup of the gradebook's own tables.
 *
 * @param conditions whose attempts are looked at
 */
export async function mendQueues({ db, boss }: Store & { boss: Boss }, conditions: readonly string[]): Promise<void> {
  for (const one of conditions) {
    await db.transaction().execute(async (trx) => enqueue(trx, await withoutJob(trx, one), boss));
  }
}

/** With `not exists`, PostgreSQL took 40 s for 10,000 that had just been added, of which it had no statistics yet. */
async function withoutJob(trx: Change, conditions: string): Promise<Attempt[]> {
  const names = [queueNamed(conditions), aloneNamed(conditions)];
  const { rows } = await sql<Attempt>`
    select id, submission, conditions, why from attempt
    where state = 'waiting' and conditions = ${conditions} and id not in (
      select singleton_key from pgboss.job
      where name = any(${names}::text[]) and state <= 'active' and singleton_key is not null)
    order by id`.execute(trx);
  return rows;
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
