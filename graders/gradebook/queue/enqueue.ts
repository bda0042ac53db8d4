import { sql } from "kysely";
import { courseIn } from "../course";
import type { Change } from "../Store";
import type { AttemptRow } from "../schema";
import { inLists } from "../Who";
import { aloneNamed, type Boss, queueNamed } from "./Boss";

/** Live hand-ins go before classes, and these before regrades. */
export const priorities = { live: 10, class: 5, regrade: 0 };

/** How many jobs are added by one statement. */
const batch = 1000;

/**
 * Adds a job for each of these attempts that has none, in the caller's transaction. The jobs of a course are a group, so
 * that it can be limited.
 */
export async function enqueue(
  trx: Change,
  attempts: readonly Pick<AttemptRow, "id" | "submission" | "conditions" | "why">[],
  boss: Boss,
): Promise<void> {
  if (attempts.length === 0) return;
  const { fromKysely } = await import("pg-boss");
  const { id: course } = await courseIn(trx);
  const live = await liveAmong(trx, attempts);
  for (const conditions of new Set(attempts.map((one) => one.conditions))) {
    const some = attempts.filter((one) => one.conditions === conditions);
    await holdQueues(trx, conditions, boss);
    const queued = await queuedAmong(trx, conditions, some);
    const jobs = some
      .filter(({ id }) => !queued.has(id))
      .map(({ id, submission, why }) => ({
        ...{ data: { attempt: id }, singletonKey: id, group: { id: course } },
        priority: priorities[why === "regrade" ? "regrade" : live.has(submission) ? "live" : "class"],
      }));
    const running = await boss.get();
    for (let i = 0; i < jobs.length; i += batch) {
      await running.insert(queueNamed(conditions), jobs.slice(i, i + batch), { db: fromKysely(trx) });
    }
  }
}

/** The submissions that somebody waits for: all but those that a command has brought. */
async function liveAmong(trx: Change, attempts: readonly { submission: string }[]): Promise<Set<string>> {
  const found = new Set<string>();
  for (const some of inLists(attempts.map(({ submission }) => submission))) {
    const rows = await trx
      .selectFrom("submission")
      .select("id")
      .where("id", "in", some as string[])
      .where("source", "<>", "grade")
      .execute();
    for (const { id } of rows) found.add(id);
  }
  return found;
}

/** Makes the queues where they are missing, and keeps others from deleting them before this transaction ends. */
async function holdQueues(trx: Change, conditions: string, boss: Boss): Promise<void> {
  const names = [queueNamed(conditions), aloneNamed(conditions)];
  const hold = () =>
    sql`select name from pgboss.queue where name = any(${names}::text[]) order by name for key share`.execute(trx);
  if ((await hold()).rows.length === names.length) return;
  await boss.makeQueues(conditions);
  await hold();
}

/** Those that have a job which is not over. */
async function queuedAmong(trx: Change, conditions: string, attempts: readonly { id: string }[]): Promise<Set<string>> {
  const ids = attempts.map(({ id }) => id);
  const { rows } = await sql<{ attempt: string }>`
    select singleton_key as attempt from pgboss.job
    where name = any(${[queueNamed(conditions), aloneNamed(conditions)]}::text[]) and state <= 'active'
      and coalesce(singleton_key, '') = any(${ids}::text[])`.execute(trx);
  return new Set(rows.map(({ attempt }) => attempt));
}
