import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe } from "vitest";
import { createStore } from "../../../graders/gradebook/openStore";
import type { Store } from "../../../graders/gradebook/Store";
import { noPostgres, type Server, startPostgres } from "./postgres";

/** Where a test keeps its gradebook. */
export interface Place {
  /** A new, empty one. The one before is closed. */
  fresh(): Promise<Store>;
  /** Where the last one is, as `--db` takes it. */
  where(): string;
  /** PostgreSQL's own. */
  server?(): Server;
}

/** Registers tests twice: on SQLite, and on PostgreSQL where it is installed. */
export function onBoth(name: string, tests: (place: Place) => void): void {
  onSqlite(`${name}, on SQLite`, tests);
  onPostgres(`${name}, on PostgreSQL`, tests);
}

/** Registers tests of what only PostgreSQL has, where it is installed. */
export function onPostgres(name: string, tests: (place: Place) => void): void {
  describe.skipIf(noPostgres !== null)(name, () => withServer(tests));
}

/** Registers tests of what only a file has. */
export function onSqlite(name: string, tests: (place: Place) => void): void {
  describe(name, () => withFolder(tests));
}

function withFolder(tests: (place: Place) => void): void {
  const folder = mkdtempSync(join(tmpdir(), "nablab-gradebook-"));
  let count = 0;
  let last: Store | undefined;
  const where = (): string => join(folder, `class-${count}.db`);
  afterAll(async () => {
    await last?.close();
    rmSync(folder, { recursive: true });
  });
  tests({
    where,
    async fresh() {
      await last?.close();
      count += 1;
      last = (await createStore(where())).store;
      return last;
    },
  });
}

function withServer(tests: (place: Place) => void): void {
  let server: Server | undefined;
  let last: Store | undefined;
  const where = (): string => server?.address ?? "";
  beforeAll(() => {
    server = startPostgres();
  }, 60_000);
  afterAll(async () => {
    await last?.close();
    server?.remove();
  });
  tests({
    where,
    server: () => server as Server,
    async fresh() {
      await last?.close();
      await empty(where());
      last = (await createStore(where())).store;
      return last;
    },
  });
}

async function empty(where: string): Promise<void> {
  const client = new Client({ connectionString: where });
  await client.connect();
  await client.query("drop schema if exists pgboss cascade");
  await client.query("drop schema public cascade");
  await client.query("create schema public");
  await client.end();
}
