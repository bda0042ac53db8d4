import { afterAll, beforeAll, expect, test } from "vitest";
import { aboutPerson } from "../../../../graders/gradebook/aboutPerson";
import { erase } from "../../../../graders/gradebook/erase";
import { personNamed } from "../../../../graders/gradebook/people";
import { pairPage, type SimilarPage, similarPage } from "../../../../graders/gradebook/queries/similarPairs";
import type { RunRow } from "../../../../graders/gradebook/schema";
import { compareRun } from "../../../../graders/gradebook/similar/compareRun";
import { noteOnPair } from "../../../../graders/gradebook/similar/noteOnPair";
import { readingOf } from "../../../../graders/gradebook/similar/readOwn";
import { openReaders } from "../../../../graders/sandbox/host/openReaders";
import type { ReaderPool } from "../../../../graders/sandbox/host/ReaderPool";
import { Token } from "../../../../graders/web/auth/Token";
import { createApp } from "../../../../graders/web/createApp";
import { AClass } from "../aClass";
import { onBoth } from "../onBoth";
import { handInClass } from "./handInClass";
import { isPlanted, madeUpClass, starter } from "./madeUpClass";

const host = "127.0.0.1:8888";
let readers: ReaderPool;

beforeAll(async () => {
  readers = await openReaders({});
}, 60_000);
afterAll(() => readers.end());

onBoth("Similar hand-ins", (place) => {
  let one: AClass;
  let run: RunRow;
  const compared = async (most = 20): Promise<SimilarPage> => {
    const page = await similarPage(one.store.db, run, most);
    if (!page) throw new Error("nothing was compared");
    return page;
  };

  beforeAll(async () => {
    one = new AClass(await place.fresh());
    run = await handInClass(one, 40, 10, 1);
  }, 120_000);

  test("are the ten that were copied, among the first twenty; a hand-in that cannot be read keeps nobody up", async () => {
    expect(await similarPage(one.store.db, run, 20)).toBe(null);
    const deep = JSON.stringify({ nbformat: 4, cells: [{ cell_type: "code", source: "[".repeat(1e5) }], metadata: {} });
    await one.handIn(run, await one.learner("deep"), null, { text: deep });
    await one.handIn(run, await one.learner("empty"), null, { text: "{" });
    const reading = await readingOf(starter, readers);
    await compareRun(one.store.db, one.act, run, reading);
    const page = await compared();
    expect(page).toMatchObject({ isOutdated: false });
    expect(page.pairs).toHaveLength(20);
    expect(page.pairs.filter(isPlanted)).toHaveLength(10);
    expect(page.pairs.map(({ rank }) => rank)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    expect(page.notCompared.map(({ login, reason }) => [login, reason])).toEqual([
      ["deep", "holds code that is nested too deeply to be read"],
      ["empty", "is cut off: the end of the notebook is missing"],
    ]);
    expect(page.compared).toBe(40);
    const grouped = page.groups.flat().map(({ submission }) => submission);
    expect(new Set(grouped).size).toBe(grouped.length);
  }, 120_000);

  test("are compared again when other hand-ins count", async () => {
    const learner = await personNamed(one.store.db, "learner-0001");
    const text = madeUpClass(4, 0, 99)[3].bytes.toString("utf8");
    await one.handIn(run, learner, { f: 10 }, { text, received: "2026-05-02T10:00:00.000Z" });
    expect((await compared()).isOutdated).toBe(true);
    await compareRun(one.store.db, one.act, run, await readingOf(starter, readers));
    const page = await compared();
    expect(page.isOutdated).toBe(false);
    expect(page.pairs.filter(isPlanted)).toHaveLength(9);
  }, 120_000);

  test("have notes, which go with a person who is erased", async () => {
    const { pairs } = await compared(500);
    const { left, right } = pairs[0];
    const note = (text: string, from = left.submission, to = right.submission) =>
      one.change((trx) => noteOnPair(trx, one.act, run, { left: from, right: to, text }));
    await note(" both were in group 4 ");
    await note("talked to them", right.submission, left.submission);
    const refused = { emptyNote: "the note is empty", self: "there are no two such hand-ins" };
    await expect(note("  ")).rejects.toThrow(refused.emptyNote);
    await expect(note("x".repeat(5001))).rejects.toThrow("at most 5000");
    await expect(note("x", left.submission, left.submission)).rejects.toThrow(refused.self);
    await expect(note("x", left.submission, "id-none")).rejects.toThrow(refused.self);
    const { notes } = await pairPage(one.store.db, run, right.submission, left.submission);
    expect(notes.map(({ text }) => text)).toEqual(["both were in group 4", "talked to them"]);
    expect((await compared()).pairs[0].notes).toBe(2);
    const person = await personNamed(one.store.db, left.login);
    const known = (await aboutPerson(one.store.db, person))[0].content.toString("utf8");
    expect(known).toContain("talked to them");
    await erase(one.store, one.act, person);
    expect(
      (await compared(500)).pairs.some((pair) => [pair.left, pair.right].some((side) => side.login === left.login)),
    ).toBe(false);
    expect(await one.store.db.selectFrom("pairNote").selectAll().execute()).toEqual([]);
  });

  test("are on a page that shows the code side by side, and never says more than that it is similar", async () => {
    const token = new Token("secret");
    const ofCourse = { titlesOf: async () => new Map(), starterOf: () => starter };
    const app = createApp({ store: one.store, token, by: "maria", hosts: [host], ...ofCourse });
    const cookie = `nablab-dashboard=${token.enter("secret")}`;
    const send = (path: string, body?: Record<string, string>) => {
      const headers = { host, cookie, origin: `http://${host}`, "content-type": "application/x-www-form-urlencoded" };
      const method = body ? "POST" : "GET";
      return app.request(`http://${host}${path}`, {
        ...{ method, headers },
        ...(body ? { body: new URLSearchParams(body).toString() } : {}),
      });
    };
    const list = await (await send("/runs/shallow-network/similar")).text();
    const [, first] = /data-row href="([^"]+)"/.exec(list) ?? [];
    const page = await (await send(first)).text();
    expect(page.match(/<mark id="left-1">/g)).toHaveLength(1);
    expect(page.match(/<mark id="right-1">/g)).toHaveLength(1);
    for (const text of [list, page]) expect(text).not.toMatch(/cop(y|ied)|plagiar|cheat/i);
    const noted = await send(first, { text: "<b>same lab</b>" });
    expect([noted.status, noted.headers.get("location")]).toEqual([303, first]);
    expect(await (await send(first)).text()).toContain("&#60;b&#62;same lab&#60;/b&#62;");
    expect((await send(first, { text: " " })).status).toBe(422);
    expect((await send("/runs/shallow-network/similar/a/b")).status).toBe(404);
    // Compared in the background; a second click changes nothing.
    const started = [await send("/runs/shallow-network/similar", {}), await send("/runs/shallow-network/similar", {})];
    expect(started.map(({ status }) => status)).toEqual([303, 303]);
    expect(await (await send("/runs/shallow-network/similar")).text()).toContain("are being compared");
    const isRunning = async () =>
      (await (await send("/runs/shallow-network/similar")).text()).includes("being compared");
    await expect.poll(isRunning, { timeout: 60_000, interval: 200 }).toBe(false);
    const done = one.store.db.selectFrom("audit").select("by").where("what", "=", "compare").orderBy("by");
    expect((await done.execute()).map(({ by }) => by)).toEqual(["maria", "staff", "staff"]);
  }, 120_000);
});
