import { sql } from "kysely";
import type { Db } from "./Store";

/** What the database's own clock says, in milliseconds: those of several machines differ. */
export async function databaseTime(db: Db): Promise<number> {
  const { rows } = await sql<{ now: string }>`select cast(current_timestamp as text) as now`.execute(db);
  return Date.parse(isoOf(rows[0].now));
}

/** SQLite gives UTC without saying so, PostgreSQL an offset that may have no minutes. */
function isoOf(text: string): string {
  const [, date, time, offset] = /^(\S+) ([\d:.]+)([+-][\d:]+)?$/.exec(text) ?? [];
  return `${date}T${time}${offset === undefined ? "Z" : offset.padEnd(6, ":00")}`;
}
