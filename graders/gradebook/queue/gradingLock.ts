import { closeSync, openSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { sql } from "kysely";
import type { Db, Store } from "../Store";

/** Gives the right to grade back. */
export type Release = () => Promise<void>;

/**
 * The right to grade: one process at a time has it for a gradebook. The database gives it back when that process ends,
 * however it ends.
 *
 * @returns null when another process has it
 */
export function takeGradingLock({ db, sqlite }: Store): Promise<Release | null> {
  return sqlite ? fileLock(`${sqlite.path}.grading`) : advisoryLock(db);
}

/** SQLite's own lock, on a file beside the gradebook. */
async function fileLock(path: string): Promise<Release | null> {
  closeSync(openSync(path, "a", 0o600));
  const connection = new DatabaseSync(path, { timeout: 0 });
  try {
    connection.exec("begin exclusive");
  } catch (error) {
    connection.close();
    if (((error as { errcode?: number }).errcode ?? 0) % 256 === busy) return null;
    throw error;
  }
  return async () => connection.close();
}

/** SQLite's code for a file that somebody else has locked. */
const busy = 5;

/** Any number will do that no other program in this database uses: `nablab`, in letters' codes. */
const number = 0x6e61626c;

/** Held by a connection, which is kept for it. */
function advisoryLock(db: Db): Promise<Release | null> {
  return new Promise((resolve, reject) => {
    const held = db.connection().execute(async (connection) => {
      const { rows } = await sql<{ taken: boolean }>`select pg_try_advisory_lock(${number}) as taken`.execute(
        connection,
      );
      if (!rows[0].taken) return resolve(null);
      await new Promise<void>((release) => {
        resolve(async () => {
          release();
          await held;
        });
      });
      await sql`select pg_advisory_unlock(${number})`.execute(connection);
    });
    held.catch(reject);
  });
}
