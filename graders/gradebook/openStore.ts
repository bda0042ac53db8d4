import { closeSync, existsSync, openSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { Kysely, sql } from "kysely";
import { words } from "../../src/words/words";
import { isPostgres, shownAddress } from "./address";
import { isOnNetwork } from "./isOnNetwork";
import { migrate, type SchemaState, schemaState } from "./migrate";
import { Refusal } from "./Refusal";
import { refusalFor } from "./refusalFor";
import type { Store } from "./Store";
import { connect, NodeSqliteDialect } from "./sqlite";

const say = words.gradebook.store;

/**
 * Opens a gradebook that is there.
 *
 * @param where a file, or a `postgres://` address
 * @throws Refusal when there is none, or one that this version of the program does not read
 */
export async function openStore(where: string): Promise<Store> {
  if (!isPostgres(where) && !existsSync(where)) throw new Refusal(say.missing(where));
  const store = await connected(where);
  const state = await stateOf(store);
  if (state === "current") return store;
  await store.close();
  throw new Refusal(say.wrongSchema(store.shown, state));
}

/**
 * Opens a gradebook, and makes or migrates it first where that is needed.
 *
 * @throws Refusal when what is there is not a gradebook, or is one of a later version
 */
export async function createStore(where: string): Promise<{ store: Store; was: SchemaState }> {
  if (!isPostgres(where)) makeFile(where);
  const store = await connected(where);
  try {
    const was = await stateOf(store);
    if (was === "newer" || was === "foreign") throw new Refusal(say.wrongSchema(store.shown, was));
    if (!store.sqlite) await refuseOtherOrder(store);
    await migrate(store);
    return { store, was };
  } catch (error) {
    await store.close();
    throw refusalFor(error, store.shown);
  }
}

/** Marks are for those who run the grader. SQLite makes its other files like this one. */
function makeFile(path: string): void {
  if (existsSync(path)) return;
  if (!existsSync(dirname(resolve(path)))) throw new Refusal(say.noFolder(dirname(path)));
  // Another program may be making it, too.
  closeSync(openSync(path, "a", 0o600));
}

async function connected(where: string): Promise<Store> {
  if (isPostgres(where)) {
    const { postgresDialect, problemWith } = await import("./postgres");
    const { Boss } = await import("./queue/Boss");
    const shown = shownAddress(where);
    const problem = problemWith(where);
    if (problem !== null) throw new Refusal(say.badAddress(shown, problem));
    const db: Store["db"] = new Kysely({ dialect: postgresDialect(where, () => {}) });
    const boss = new Boss(where, shown);
    const close = async (): Promise<void> => {
      await boss.end();
      await db.destroy();
    };
    return { db, shown, boss, close };
  }
  if (statSync(where).isDirectory()) throw new Refusal(say.folder(where));
  if (isOnNetwork(where)) throw new Refusal(say.network(where));
  try {
    const connection = connect(where);
    const db: Store["db"] = new Kysely({ dialect: new NodeSqliteDialect(connection) });
    const close = async (): Promise<void> => {
      await db.destroy();
      // Kysely closes only what it has used.
      if (connection.isOpen) connection.close();
    };
    return { db, shown: where, sqlite: { path: resolve(where), connection }, close };
  } catch (error) {
    throw refusalFor(error, where);
  }
}

async function stateOf(store: Store): Promise<SchemaState> {
  try {
    return await schemaState(store);
  } catch (error) {
    await store.close();
    throw refusalFor(error, store.shown);
  }
}

/** In another order of letters, PostgreSQL would sort names, and so pages, otherwise than SQLite does. */
async function refuseOtherOrder({ db, shown }: Store): Promise<void> {
  const { rows } = await sql<{
    order: string;
  }>`select datcollate as "order" from pg_database where datname = current_database()`.execute(db);
  const { order } = rows[0];
  if (!/^(C|POSIX|C\.utf-?8)$/i.test(order)) throw new Refusal(say.otherOrder(shown, order));
}
