import type { Kysely } from "kysely";
import { createTables, type Table } from "./createTables";

const tables: Record<string, Table> = {
  lmsPerson: {
    columns: { platform: "text!", subject: "text!", person: "text! > person.id" },
    key: ["platform", "subject"],
  },
  lmsLink: {
    columns: {
      ...{ run: "text! > run.id", platform: "text!", client: "text!", deployment: "text!", scores: "text" },
      ...{ members: "text", scopes: "text!", at: "text!" },
    },
    key: ["run"],
  },
};

/** Who is who in an LMS, where a run is linked there, and how far a mark is on its way. */
export async function lms(db: Kysely<unknown>, bytes: "blob" | "bytea"): Promise<void> {
  await createTables(db, tables, bytes);
  const nothing = (name: string) =>
    db.schema.alterTable("passback").addColumn(name, "bigint", (column) => column.notNull().defaultTo(0));
  await nothing("tries").execute();
  await nothing("forced").execute();
  await db.schema.alterTable("passback").addColumn("next", "text").execute();
  await db.schema.alterTable("passback").addColumn("sent", "double precision").execute();
}
