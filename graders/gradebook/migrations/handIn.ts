import type { Kysely } from "kysely";
import { createTables, type Table } from "./createTables";

const tables: Record<string, Table> = {
  submitToken: {
    columns: { person: "text! > person.id", hash: "text!", made: "text!" },
    key: ["person"],
    unique: ["hash"],
  },
  review: {
    columns: {
      ...{ id: "text!", run: "text! > run.id", person: "text! > person.id", text: "text!", at: "text!" },
      ...{ closed: "text", by: "text", answer: "text" },
    },
    key: ["id"],
  },
};

/** Learners hand in themselves: with what, how often, and what they ask staff to look at again. */
export async function handIn(db: Kysely<unknown>, bytes: "blob" | "bytea"): Promise<void> {
  await createTables(db, tables, bytes);
  await db.schema.createIndex("review_run").on("review").columns(["run", "person"]).execute();
  await db.schema
    .alterTable("run")
    .addColumn("perHour", "bigint", (column) => column.notNull().defaultTo(20))
    .execute();
}
