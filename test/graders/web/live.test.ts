import { beforeAll, expect, test } from "vitest";
import { takeOver } from "../../../graders/gradebook/grading/takeOver";
import { takeHandIn } from "../../../graders/gradebook/handIn";
import { beginRegrade } from "../../../graders/gradebook/regrade/beginRegrade";
import { Token } from "../../../graders/web/auth/Token";
import { createApp } from "../../../graders/web/createApp";
import { type Grader, noGrading } from "../../../graders/web/Grading";
import { Live } from "../../../graders/web/Live";
import { liveText } from "../../../graders/web/pages/liveStatus";
import { AClass } from "../gradebook/aClass";
import { onBoth } from "../gradebook/onBoth";

const host = "127.0.0.1:8888";

onBoth("How far grading is", (place) => {
  let one: AClass;
  const grader: Grader = { kind: "here" };
  const installed = new Map<string, string>();
  const grading = { ...noGrading, grader: () => grader, installed: (slug: string) => installed.get(slug) ?? null };
  const waiting: string[] = [];
  const again: string[] = [];

  beforeAll(async () => {
    one = new AClass(await place.fresh());
    await one.course();
    const [a, b] = [await one.run("a"), await one.run("b")];
    for (const login of ["ada", "ben", "cleo"]) {
      const person = await one.learner(login);
      const file = { run: a, person: person.id, bytes: Buffer.from(login), fileName: `${login}.ts`, source: "test" };
      const handedIn = { ...file, received: "2026-05-01T10:00:00.000Z" };
      const taken = await one.change((trx) => takeHandIn(trx, one.act, one.queue, handedIn, "1"));
      if (taken.kind === "waiting") waiting.push(taken.submission);
      again.push(await one.handIn(b, person, { f: 10 }));
    }
    await one.change((trx) => beginRegrade(trx, one.act, one.queue, b, "2", "all"));
  }, 60_000);

  test("is said of all runs or of one, with who grades", async () => {
    const live = new Live(one.store.db, grading);
    const all = await live.state();
    expect(all.waiting.map(({ slug, why, count }) => [slug, why, count])).toEqual([
      ["a", "submitted", 3],
      ["b", "regrade", 3],
    ]);
    expect(liveText(all)).toBe("6 submissions wait to be graded. This dashboard grades them.");
    expect(liveText(all, "a")).toBe("3 submissions wait to be graded. This dashboard grades them.");
    expect(liveText(all, "c")).toBe("");
    const said = (who: Grader): string => liveText({ ...all, grader: who }, "a");
    expect(said({ kind: "elsewhere" })).toContain("Another program is grading");
    expect(said({ kind: "stopped", message: "the disk is full" })).toContain("has stopped: the disk is full. It");
    expect(said({ kind: "nobody" })).toContain("`nablab gradebook regrade a` does");
  });

  test("names a regrade under checks that are not installed any more", async () => {
    installed.set("b", "3");
    const state = await new Live(one.store.db, grading).state();
    expect(liveText(state, "b")).toContain("3 submissions wait to be graded under checks");
    expect(liveText(state, "a")).not.toContain("under checks");
    installed.set("b", "2");
  });

  test("has a rate once it was looked at for a while, and asks the database once for many pages", async () => {
    let now = 0;
    const live = new Live(one.store.db, grading, () => now);
    const first = live.state();
    expect(live.state()).toBe(first);
    await first;
    await one.settle(waiting[0], "1", { f: 10 });
    now = 10_000;
    const state = await live.state();
    expect(state.perMinute).toEqual(new Map([["a", 6]]));
    expect(liveText(state, "a")).toBe(
      "2 submissions wait to be graded. This dashboard grades them. 6 a minute; about half a minute left.",
    );
  });

  test("has no rate of a time in which nobody looked", async () => {
    let now = 0;
    const live = new Live(one.store.db, grading, () => now);
    expect((await live.state()).waiting.find(({ slug }) => slug === "a")?.count).toBe(2);
    await one.settle(waiting[1], "1", { f: 10 });
    now = 3_600_000;
    expect((await live.state()).perMinute).toEqual(new Map());
    now += 100;
    await one.settle(waiting[2], "1", { f: 10 });
    expect(liveText(await live.state(), "a")).toContain("1 submission");
    expect(liveText(await live.look(), "a")).toBe("");
  });

  test("comes as events until everything is graded", async () => {
    const token = new Token("secret");
    const app = createApp({
      store: one.store,
      token,
      by: "m",
      hosts: [host],
      titlesOf: async () => new Map(),
      grading,
    });
    const cookie = `nablab-dashboard=${token.enter("secret")}`;
    const answer = await app.request(`http://${host}/live?run=b`, { headers: { host, cookie } });
    expect(answer.headers.get("content-type")).toContain("text/event-stream");
    expect([answer.headers.get("etag"), answer.headers.get("content-encoding")]).toEqual([null, null]);
    const reader = answer.body?.getReader();
    const next = async (): Promise<{ text: string; isOver: boolean } | null> => {
      const { value } = (await reader?.read()) ?? {};
      return JSON.parse(/^data: (.*)$/m.exec(Buffer.from(value ?? []).toString())?.[1] ?? "null");
    };
    const wait = { text: "3 submissions wait to be graded. This dashboard grades them.", isOver: false };
    expect(await next()).toEqual(wait);
    for (const submission of again) await one.settle(submission, "2", { f: 10 });
    // It may have looked while they were settled, one after the other.
    let last = await next();
    while (last?.isOver === false) last = await next();
    expect(last).toEqual({ text: "", isOver: true });
    await reader?.cancel();
    const person = await one.learner("eve");
    const file = {
      run: await one.run("a"),
      person: person.id,
      bytes: Buffer.from("e"),
      fileName: "e.ts",
      source: "test",
    };
    await one.change((trx) =>
      takeHandIn(trx, one.act, one.queue, { ...file, received: "2026-05-01T10:00:00.000Z" }, "1"),
    );
    const page = await (await app.request(`http://${host}/runs/a`, { headers: { host, cookie } })).text();
    // Where no LMS is connected, nothing leads to its page.
    expect(page).not.toContain("/lms");
    expect(page).toMatch(
      /data-live="\/live\?run=a&[#\w]+;waiting">1 submission waits .* As of \d\d:\d\d:\d\d; load the page again/,
    );
  });

  test("takes over what was handed in under checks of before, and no regrade", async () => {
    const person = await one.learner("dan");
    const run = await one.run("a");
    const file = {
      run,
      person: person.id,
      bytes: Buffer.from("d"),
      fileName: "d.ts",
      source: "test",
      received: "2026-05-01T10:00:00.000Z",
    };
    await one.change((trx) => takeHandIn(trx, one.act, one.queue, file, "1"));
    expect(await one.change((trx) => takeOver(trx, run.id, "9"))).toBe(2);
    expect(await one.change((trx) => takeOver(trx, run.id, "9"))).toBe(0);
    const { id } = await one.run("b");
    expect(await one.change((trx) => takeOver(trx, id, "9"))).toBe(0);
  });
});
