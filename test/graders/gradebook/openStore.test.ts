import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { type Kysely, sql } from "kysely";
import { Client } from "pg";
import { afterAll, describe, expect, test } from "vitest";
import { shownAddress } from "../../../graders/gradebook/address";
import { schemaState } from "../../../graders/gradebook/migrate";
import { createStore, openStore } from "../../../graders/gradebook/openStore";
import { Refusal } from "../../../graders/gradebook/Refusal";
import { recompute } from "../../../graders/gradebook/recompute";
import { refusalFor } from "../../../graders/gradebook/refusalFor";
import { AClass } from "./aClass";
import { onBoth } from "./onBoth";
import { start } from "./programs/start";

const folder = mkdtempSync(join(tmpdir(), "nablab-open-"));
afterAll(() => rmSync(folder, { recursive: true }));

onBoth("A gradebook", (place) => {
  test("is made once, and is current afterwards", async () => {
    const store = await place.fresh();
    expect(await schemaState(store)).toBe("current");
    const again = await createStore(place.where());
    expect(again.was).toBe("current");
    await again.store.close();
  });

  test("that an earlier version has made is migrated, with every mark as it was", async () => {
    const { db, sqlite } = await place.fresh();
    const where = sqlite ? `${sqlite.path}-of-schema-1` : place.where();
    const kind = sqlite ? "sqlite" : "postgres";
    const dump = readFileSync(join(__dirname, `../../fixtures/gradebook/schema-1.${kind}.sql`), "utf8");
    if (sqlite) {
      const connection = new DatabaseSync(where, { enableForeignKeyConstraints: false });
      connection.exec(dump);
      connection.close();
    } else {
      await sql`drop schema public cascade`.execute(db);
      const client = new Client({ connectionString: where });
      await client.connect();
      await client.query("create schema public");
      await client.query(dump);
      await client.end();
    }
    await expect(openStore(where)).rejects.toThrow("is of an earlier version; `nablab gradebook init` migrates it");
    const { store, was } = await createStore(where);
    expect(was).toBe("older");
    expect(await schemaState(store)).toBe("current");
    expect(await new AClass(store).marks()).toEqual(["ada a: 7", "ben a: 19"]);
    expect(await store.db.transaction().execute((trx) => recompute(trx, "all"))).toBe(0);
    const times = await store.db.selectFrom("submission").select(["received", "latest"]).orderBy("id").execute();
    expect(times).toHaveLength(4);
    for (const { received, latest } of times) expect(latest).toBe(received);
    const followed = await store.db
      .selectFrom("part")
      .select(["attempt", "name"])
      .where("followThrough", "=", 1)
      .execute();
    expect(followed).toEqual([{ attempt: "id-000040", name: "g" }]);
    await store.close();
  });

  test("that several programs make at once is made once", async () => {
    const { db, sqlite } = await place.fresh();
    const where = sqlite ? `${sqlite.path}-second` : place.where();
    const tables = sqlite ? [] : await db.introspection.getTables({ withInternalKyselyTables: true });
    for (const { name } of tables) await sql`drop table ${sql.id(name)} cascade`.execute(db);
    const made = await Promise.all([1, 2, 3].map(() => start("make", where).ended));
    expect(made).toEqual([1, 2, 3].map(() => ({ code: 0, output: "current\n" })));
  });

  test("that two programs write to loses nothing: 400 transactions that read, then write", async () => {
    const { db } = await place.fresh();
    await db.insertInto("course").values({ id: "c", title: "0", zone: "UTC", policy: "{}" }).execute();
    const programs = [1, 2].map(() => start("count", place.where(), "200").ended);
    for (const ended of await Promise.all(programs)) expect(ended).toEqual({ code: 0, output: "" });
    expect(await db.selectFrom("course").select("title").execute()).toEqual([{ title: "400" }]);
  });

  test("of a later version is refused in one line, and left as it is", async () => {
    const store = await place.fresh();
    await (store.db as unknown as Kysely<Record<string, Record<string, string>>>)
      .insertInto("kysely_migration")
      .values({ name: "999-of-the-future", timestamp: "2030-01-01T00:00:00.000Z" })
      .execute();
    expect(await schemaState(store)).toBe("newer");
    for (const attempt of [openStore, createStore]) {
      await expect(attempt(place.where())).rejects.toThrow(/ is of a later version of nablab; use that one$/);
    }
  });

  test("has tables whose columns are all written and read alike", async () => {
    const { db } = await place.fresh();
    const tables = await db.introspection.getTables();
    expect(tables.map(({ name }) => name).toSorted()).toEqual(
      [
        ...["attempt", "audit", "comment", "content", "course", "extension", "grade", "override", "part", "passback"],
        ...["person", "regrade", "result", "run", "savedComment", "signIn", "submission", "worker"],
        ...["alikePair", "comparison", "lmsLink", "lmsPerson", "notCompared", "pairNote", "pendingSignIn"],
        ...["review", "submitToken"],
      ].toSorted(),
    );
    await db
      .insertInto("content")
      .values({ sha256: "a", bytes: new Uint8Array([0, 255, 10]) })
      .execute();
    const { bytes } = await db.selectFrom("content").selectAll().executeTakeFirstOrThrow();
    expect([...bytes]).toEqual([0, 255, 10]);
    await db.insertInto("course").values({ id: "c", title: "∇", zone: "UTC", policy: "{}" }).execute();
    const run = { id: "r", course: "c", slug: "s", title: "t", opens: null, due: null, closes: null, released: null };
    const seed = 2 ** 53 - 1;
    await db
      .insertInto("run")
      .values({ ...run, seed, maxScore: 0.1 + 0.2, counts: "best", anonymous: 1, perHour: 7 })
      .execute();
    const read = await db.selectFrom("run").selectAll().executeTakeFirstOrThrow();
    expect(read).toEqual({ ...run, seed, maxScore: 0.1 + 0.2, counts: "best", anonymous: 1, perHour: 7 });
    const { count } = await db
      .selectFrom("run")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    expect(count).toBe(1);
    // What refers to a row that is not there is refused by both.
    await expect(
      db
        .insertInto("run")
        .values({ ...read, id: "x", slug: "x", course: "none" })
        .execute(),
    ).rejects.toThrow();
  });
});

describe("A file", () => {
  test("that is new is for its owner alone, and opens in milliseconds", async () => {
    const path = join(folder, "new.db");
    const { store, was } = await createStore(path);
    expect(was).toBe("empty");
    await store.close();
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const open = await openStore(path);
    expect((await open.db.selectFrom("course").selectAll().execute()).length).toBe(0);
    await open.close();
  });

  test("that is no gradebook is refused in one line, and left as it is", async () => {
    const text = join(folder, "notes.txt");
    writeFileSync(text, "This is not a database, however it is called. ".repeat(40));
    const other = join(folder, "other.db");
    const connection = new DatabaseSync(other);
    connection.exec("create table bookmarks (address text)");
    connection.close();
    for (const attempt of [openStore, createStore]) {
      await expect(attempt(text)).rejects.toThrow(`${text} is not a gradebook; name another file`);
      await expect(attempt(other)).rejects.toThrow(`${other} is a database of another program; name another file`);
      await expect(attempt(folder)).rejects.toThrow(`${folder} is a folder; name a file, such as class.db`);
    }
    const missing = join(folder, "missing.db");
    await expect(openStore(missing)).rejects.toThrow(
      `there is no gradebook ${missing}; \`nablab gradebook init\` makes`,
    );
    await expect(openStore(missing)).rejects.toBeInstanceOf(Refusal);
    expect(existsSync(missing)).toBe(false);
    await expect(createStore(join(folder, "none/x.db"))).rejects.toThrow(`there is no folder ${join(folder, "none")}`);
    const empty = join(folder, "empty.db");
    writeFileSync(empty, "");
    await expect(openStore(empty)).rejects.toThrow(`${empty} has no tables yet; \`nablab gradebook init\` makes them`);
  });
});

describe("An address", () => {
  test("is shown without its password", () => {
    expect(shownAddress("postgres://ada:secret@db.example.org/class")).toBe("postgres://ada@db.example.org/class");
    expect(shownAddress("postgresql://nablab@/nablab?host=/tmp/x")).toBe("postgresql://nablab@/nablab?host=/tmp/x");
  });

  test("that cannot be used, or is not trusted, is told in one line", async () => {
    const where = `postgresql://nablab:secret@localhost/nablab?sslmode=verify-full&sslrootcert=${folder}/none.pem`;
    await expect(openStore(where)).rejects.toThrow(
      /^postgresql:\/\/nablab@\S+ cannot be used as an address: ENOENT.*none/,
    );
    const untrusted = Object.assign(new Error("unable to verify"), { code: "UNABLE_TO_VERIFY_LEAF_SIGNATURE" });
    expect(refusalFor(untrusted, "postgres://db/x")).toMatchObject({
      message: expect.stringMatching(/^postgres:\/\/db\/x shows a certificate that is not trusted/),
    });
    const plain = new Error("The server does not support SSL connections");
    expect(refusalFor(plain, "db")).toMatchObject({ message: expect.stringMatching(/^db does not encrypt/) });
  });

  test("at which nobody answers is told in one line", async () => {
    const where = `postgresql://nablab:secret@/nablab?host=${folder}`;
    await expect(openStore(where)).rejects.toThrow(
      /^no database answers at postgresql:\/\/nablab@\/nablab\?host=\S+; start/,
    );
  });
});
