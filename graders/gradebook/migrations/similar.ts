import type { Kysely } from "kysely";
import { createTables, type Table } from "./createTables";

const tables: Record<string, Table> = {
  comparison: { columns: { run: "text! > run.id", of: "text!", compared: "int!", at: "text!" }, key: ["run"] },
  alikePair: {
    columns: {
      ...{ run: "text! > run.id", left: "text! > submission.id", right: "text! > submission.id" },
      ...{ similarity: "float!", common: "int!" },
    },
    key: ["run", "left", "right"],
  },
  notCompared: {
    columns: { run: "text! > run.id", submission: "text! > submission.id", reason: "text!" },
    key: ["run", "submission"],
  },
  pairNote: {
    columns: {
      ...{ id: "text!", run: "text! > run.id", left: "text! > person.id", right: "text! > person.id" },
      ...{ text: "text!", by: "text!", at: "text!" },
    },
    key: ["id"],
  },
};

/** Which hand-ins of a run are alike, and what staff note about a pair. */
export async function similar(db: Kysely<unknown>, bytes: "blob" | "bytea"): Promise<void> {
  await createTables(db, tables, bytes);
  await db.schema.createIndex("pairNote_run").on("pairNote").columns(["run", "left", "right"]).execute();
}
