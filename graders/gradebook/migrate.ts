import type { Kysely } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { first } from "./migrations/first";
import { handIn } from "./migrations/handIn";
import { lms } from "./migrations/lms";
import { ltiFrames } from "./migrations/ltiFrames";
import { second } from "./migrations/second";
import { signIn } from "./migrations/signIn";
import { similar } from "./migrations/similar";
import { workers } from "./migrations/workers";
import type { Store } from "./Store";

type Step = (db: Kysely<unknown>, bytes: "blob" | "bytea") => Promise<void>;

/** In order. A step that was released never changes: another one follows it. */
const steps: Record<string, Step> = {
  "001-first": first,
  "002-second": second,
  "003-workers": workers,
  "004-similar": similar,
  "005-sign-in": signIn,
  "006-lms": lms,
  "007-hand-in": handIn,
  "008-lti-frames": ltiFrames,
};

/** What the tables are, to this version of the program. */
export type SchemaState = "empty" | "older" | "current" | "newer" | "foreign";

/** Where Kysely writes down which steps were done. */
const journal = "kysely_migration";

/** Where pg-boss keeps its tables, in PostgreSQL. */
const queueSchema = "pgboss";

export async function schemaState({ db }: Pick<Store, "db">): Promise<SchemaState> {
  const all = await db.introspection.getTables({ withInternalKyselyTables: true });
  const tables = all.filter(({ schema }) => schema !== queueSchema).map(({ name }) => name);
  if (tables.every((name) => name.startsWith(journal))) return "empty";
  if (!tables.includes(journal)) return "foreign";
  const rows = await (db as unknown as Kysely<Record<string, { name: string }>>)
    .selectFrom(journal)
    .select("name")
    .execute();
  const done = new Set(rows.map(({ name }) => name));
  if ([...done].some((name) => !(name in steps))) return "newer";
  return Object.keys(steps).every((name) => done.has(name)) ? "current" : "older";
}

/** Does the steps that have not been done, all of them or none. */
export async function migrate(store: Pick<Store, "db" | "sqlite">): Promise<void> {
  const bytes = store.sqlite ? "blob" : "bytea";
  const migrations = Object.fromEntries(
    Object.entries(steps).map(([name, step]): [string, Migration] => [name, { up: (db) => step(db, bytes) }]),
  );
  const migrator = new Migrator({ db: store.db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}
