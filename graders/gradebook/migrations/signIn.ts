import type { Kysely } from "kysely";
import { createTables, type Table } from "./createTables";

const tables: Record<string, Table> = {
  pendingSignIn: {
    columns: { state: "text!", browser: "text!", nonce: "text!", verifier: "text", until: "text!" },
    key: ["state"],
  },
};

/** Who is about to sign in with the university's account, or from its LMS. */
export async function signIn(db: Kysely<unknown>, bytes: "blob" | "bytea"): Promise<void> {
  await createTables(db, tables, bytes);
}
