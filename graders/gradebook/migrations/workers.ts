import type { Kysely } from "kysely";
import { createTables } from "./createTables";

/** Who grades, and under which conditions. */
export async function workers(db: Kysely<unknown>, bytes: "blob" | "bytea"): Promise<void> {
  const columns = {
    ...{ id: "text!", name: "text!", version: "text!", jobs: "int!", running: "int!", conditions: "text!" },
    ...{ started: "text!", seen: "text!" },
  };
  await createTables(db, { worker: { columns, key: ["id"] } }, bytes);
}
