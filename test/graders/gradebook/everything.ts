import { sql } from "kysely";
import type { Store } from "../../../graders/gradebook/Store";

/** Every row of every table, as JSON: for comparing, and for looking for what should not be there. */
export async function everything({ db }: Store): Promise<Record<string, unknown[]>> {
  const found: Record<string, unknown[]> = {};
  for (const { name } of await db.introspection.getTables()) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(db);
    const shown = rows.map((row) =>
      JSON.stringify(
        Object.entries(row)
          .map(([key, value]) => [key, value instanceof Uint8Array ? Buffer.from(value).toString("base64") : value])
          .toSorted(),
      ),
    );
    found[name] = shown.toSorted();
  }
  return found;
}
