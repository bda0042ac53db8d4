import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { aboutPerson } from "../../../graders/gradebook/aboutPerson";
import { backup } from "../../../graders/gradebook/backup";
import { addComment } from "../../../graders/gradebook/comment";
import { unpackDetail } from "../../../graders/gradebook/detail";
import { erase } from "../../../graders/gradebook/erase";
import { extend } from "../../../graders/gradebook/extension";
import { importRoster } from "../../../graders/gradebook/importRoster";
import { openStore } from "../../../graders/gradebook/openStore";
import { override } from "../../../graders/gradebook/override";
import { personNamed } from "../../../graders/gradebook/people";
import { recompute } from "../../../graders/gradebook/recompute";
import { refusalFor } from "../../../graders/gradebook/refusalFor";
import { finalReport } from "../../../graders/gradebook/report";
import { saveComment } from "../../../graders/gradebook/savedComment";
import { assignments } from "../../../src/assignments";
import { AClass } from "./aClass";
import { everything } from "./everything";
import { onBoth, onSqlite, type Place } from "./onBoth";
import { start } from "./programs/start";

const needles = ["Lovelace", "al1815", "countess@example.org", "410001", "drawMoustaches", "was at a ball"];

/** A learner of whom much is known, and one who handed in one of the same files. */
async function known(place: Place) {
  const one = new AClass(await place.fresh());
  await one.course();
  const run = await one.run("logistic-regression");
  const ada = await one.learner("al1815", {
    name: "Ada Lovelace",
    email: "countess@example.org",
    section: "A",
    lmsId: "410001",
  });
  const ben = await one.learner("ben");
  await one.handIn(run, ada, { f: 10, g: 3 }, { text: "function drawMoustaches() {} // Lovelace" });
  await one.handIn(run, ada, { f: 10, g: 10 }, { text: "shared", received: "2026-05-01T11:00:00.000Z" });
  await one.handIn(run, ben, { f: 10, g: 10 }, { text: "shared" });
  await one.handIn(run, ada, null, { text: "%PDF Lovelace", received: "2026-05-01T12:00:00.000Z" });
  const later = { run: run.id, person: ada.id, due: "2026-06-01T00:00:00.000Z", reason: "Lovelace was at a ball" };
  await one.change((trx) => extend(trx, one.act, later));
  await one.change((trx) => override(trx, one.act, { run, person: ada.id }, { points: 19, reason: "was at a ball" }));
  const submission = (await one.store.db.selectFrom("submission").select("id").orderBy("id").executeTakeFirstOrThrow())
    .id;
  const comment = { id: "c", submission, name: "f", line: 1, text: "Well done, Lovelace", saved: null };
  await one.store.db
    .insertInto("comment")
    .values({ ...comment, by: "staff", at: one.act.now() })
    .execute();
  // What staff wrote about somebody else may name her, too.
  const other = { name: null, line: null, submission: await submissionOf(one, ben.id) };
  await one.change((trx) => addComment(trx, one.act, other, "as in AL1815's: ask (Ada Lovelace)"));
  const saved = { name: null, misconception: null, text: "see Ada Lovelace <countess@example.org>", points: null };
  await one.change((trx) => saveComment(trx, one.act, saved));
  await one.change((trx) =>
    override(trx, one.act, { run, person: ben.id }, { points: 9, reason: "shares with al1815" }),
  );
  return { one, run, ada, ben };
}

async function submissionOf({ store: { db } }: AClass, person: string): Promise<string> {
  return (await db.selectFrom("submission").select("id").where("person", "=", person).executeTakeFirstOrThrow()).id;
}

onBoth("Erasing a person", (place) => {
  test("leaves name, login, code and words nowhere, and all marks where they were", async () => {
    const { one, run, ada, ben } = await known(place);
    const found = await everything(one.store);
    for (const needle of ["Lovelace", "al1815", "410001"]) expect(JSON.stringify(found)).toContain(needle);
    const files = await aboutPerson(one.store.db, ada);
    const all = files.map(({ path, content }) => path + content.toString()).join();
    for (const needle of needles) expect(all).toContain(needle);
    expect(files.filter(({ path }) => path.endsWith("al1815.ipynb"))).toHaveLength(3);
    const marks = (await one.marks()).map((text) => text.split(": ")[1]);
    await erase(one.store, one.act, ada);
    const rows = await everything(one.store);
    const details = await one.store.db.selectFrom("result").select("detail").execute();
    const contents = await one.store.db.selectFrom("content").select("bytes").execute();
    const unpacked = [
      JSON.stringify(rows),
      ...details.map(({ detail }) => JSON.stringify(unpackDetail(detail))),
      ...contents.map(({ bytes }) => gunzipSync(bytes).toString()),
    ].join("\n");
    for (const needle of needles) expect(unpacked).not.toContain(needle);
    // ben's file is the same as one of hers, and stays; so does what staff say to him.
    for (const left of [
      "shared",
      "as in [erased]'s: ask ([erased])",
      "see [erased] <[erased]>",
      "shares with [erased]",
    ])
      expect(unpacked).toContain(left);
    expect((await one.marks()).map((text) => text.split(": ")[1]).toSorted()).toEqual(marks.toSorted());
    expect(await one.change((trx) => recompute(trx, "all"))).toBe(0);
    expect(rows.audit.length).toBe(found.audit.length + 1);
    await expect(personNamed(one.store.db, "al1815")).rejects.toThrow('nobody has the login "al1815"');
    const about = { assignment: assignments[0], titles: new Map(), versions: { nablab: "0", node: "0" } };
    const report = await finalReport(one.store.db, run, about);
    expect(Array.from(report.submissions(), ({ result }) => result.id)).toEqual([ben.login]);
    // Somebody on the roster again is somebody new.
    const listed = [{ learner: { id: "410001", login: "al1815", name: "Ada Lovelace" }, others: [] }];
    const roster = { file: "r", listed, duplicates: [] };
    expect((await one.change((trx) => importRoster(trx, one.act, roster, "csv"))).added).toEqual(["al1815"]);
  });
});

onSqlite("A file", (place) => {
  test("holds nothing of a person who was erased, nor does its log", async () => {
    const { one, ada } = await known(place);
    const read = (): string =>
      ["", "-wal", "-shm"]
        .map((ending) => `${place.where()}${ending}`)
        .filter((path) => existsSync(path))
        .map((path) => readFileSync(path, "latin1"))
        .join();
    expect(needles.filter((needle) => read().includes(needle))).toEqual(
      needles.filter((needle) => needle !== "drawMoustaches"),
    );
    await erase(one.store, one.act, ada);
    expect(needles.filter((needle) => read().includes(needle))).toEqual([]);
  });

  test("that another program reads keeps traces, which is said", async () => {
    const { one, ada } = await known(place);
    const other = await openStore(place.where());
    other.sqlite?.connection.exec("begin; select * from person");
    one.store.sqlite?.connection.exec("pragma busy_timeout = 100");
    await expect(erase(one.store, one.act, ada)).rejects.toThrow("traces are left in");
    other.sqlite?.connection.exec("commit");
    await other.close();
    await erase(one.store, one.act, ada);
  });

  test("on a full disk keeps what was stored, and acknowledges nothing more", async () => {
    const one = new AClass(await place.fresh());
    await one.course();
    const [run, ada] = [await one.run("a"), await one.learner("ada")];
    await one.handIn(run, ada, { f: 7 });
    const rows = await everything(one.store);
    const pages = one.store.sqlite?.connection.prepare("pragma page_count").get() as { page_count: number };
    one.store.sqlite?.connection.exec(`pragma max_page_count = ${pages.page_count}`);
    const text = randomBytes(200_000).toString("base64");
    const error = await one.handIn(run, ada, { f: 10 }, { text }).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: "ERR_SQLITE_ERROR", errcode: 13 });
    expect(refusalFor(error, "class.db")).toMatchObject({
      message: "the disk of class.db is full; nothing of this was recorded",
    });
    expect(await everything(one.store)).toEqual(rows);
    one.store.sqlite?.connection.exec("pragma max_page_count = 1000000");
    await one.handIn(run, ada, { f: 10 }, { text, received: "2026-05-01T11:00:00.000Z" });
    expect(await one.marks()).toEqual(["ada a: 10"]);
  });

  test("is copied as it is at one moment while another program writes to it, and restores to equal totals", async () => {
    const one = new AClass(await place.fresh());
    await one.course();
    const [run, ada] = [await one.run("a"), await one.learner("ada")];
    await one.learner("ben");
    for (let i = 0; i < 30; i++) await one.handIn(run, ada, { f: i % 10 }, { text: `${i}` });
    const load = start("handIn", place.where(), "a", "ben");
    await load.said("running");
    const counts: number[] = [];
    for (const copy of [1, 2, 3].map((i) => `${place.where()}-copy-${i}`)) {
      await backup(one.store, copy);
      const restored = await openStore(copy);
      const check = restored.sqlite?.connection.prepare("pragma integrity_check").get();
      expect(check).toEqual({ integrity_check: "ok" });
      expect(await restored.db.transaction().execute((trx) => recompute(trx, "all"))).toBe(0);
      counts.push((await restored.db.selectFrom("result").select("attempt").execute()).length);
      await restored.close();
      await expect(backup(one.store, copy)).rejects.toThrow(`${copy} is there already; name another file`);
    }
    load.child.kill("SIGKILL");
    await load.ended;
    expect(counts[0]).toBeGreaterThan(50);
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    // At rest, a copy is equal.
    const copy = `${place.where()}-last`;
    await backup(one.store, copy);
    const restored = await openStore(copy);
    expect(await everything(restored)).toEqual(await everything(one.store));
    await restored.close();
  }, 60_000);
});
