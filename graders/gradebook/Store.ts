import type { DatabaseSync } from "node:sqlite";
import type { Kysely, Transaction } from "kysely";
import type { Boss } from "./queue/Boss";
import type { Gradebook } from "./schema";

/** What reads and writes the tables; a transaction is one too. */
export type Db = Kysely<Gradebook>;

/** Several changes that are made together, or not at all. */
export type Change = Transaction<Gradebook>;

/** An open gradebook. */
export interface Store {
  db: Db;
  /** As people may be shown it: without a password. */
  shown: string;
  /** The file and the connection to it; undefined with PostgreSQL. */
  sqlite?: { path: string; connection: DatabaseSync };
  /** The queue beside the tables; undefined with SQLite, where the attempts that wait are the queue. */
  boss?: Boss;
  close(): Promise<void>;
}
