import { sql } from "kysely";
import type { JobWithMetadata, PgBoss } from "pg-boss";
import type { Store } from "../Store";

/** What is asked for. */
interface Wanted {
  queue: string;
  /** At most so many. */
  free: number;
  /** No more than so many of the course at the same time, by all workers together. */
  perCourse?: number;
}

type Taken = JobWithMetadata<{ attempt: string }>[];

/** Takes jobs from a queue, of which nobody else is given any. A gradebook is of one course: all its jobs count. */
export async function takeJobs({ db }: Store, boss: PgBoss, { queue, free, perCourse }: Wanted): Promise<Taken> {
  const fetch = (batchSize: number, more = {}): Promise<Taken> =>
    boss.fetch<{ attempt: string }>(queue, { batchSize, includeMetadata: true, ...more });
  if (perCourse === undefined) return fetch(free);
  const { fromKysely } = await import("pg-boss");
  return db.transaction().execute(async (trx) => {
    // Whoever asks at the same moment waits here, and then sees what was taken.
    await sql`select pg_advisory_xact_lock(hashtext('nablab'), hashtext('per-course'))`.execute(trx);
    const { rows } = await sql`select 1 from pgboss.job where state = 'active'`.execute(trx);
    const most = Math.min(free, perCourse - rows.length);
    return most > 0 ? fetch(most, { db: fromKysely(trx) }) : [];
  });
}
