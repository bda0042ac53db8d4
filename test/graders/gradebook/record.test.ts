import { expect, test } from "vitest";
import { contentOf } from "../../../graders/gradebook/content";
import { unpackDetail } from "../../../graders/gradebook/detail";
import { extend } from "../../../graders/gradebook/extension";
import { takeHandIn } from "../../../graders/gradebook/handIn";
import { noPenalty } from "../../../graders/gradebook/marks/LatePolicy";
import { Conflict, override, revoke } from "../../../graders/gradebook/override";
import { marksOf, recompute } from "../../../graders/gradebook/recompute";
import { copyResult } from "../../../graders/gradebook/recordResult";
import { AClass } from "./aClass";
import { onBoth } from "./onBoth";

const byDay = { ...noPenalty, deduct: 0.1 };
const due = "2026-05-01T22:00:00.000Z";

onBoth("A hand-in", (place) => {
  test("is kept byte by byte, graded, and counts", async () => {
    const one = new AClass(await place.fresh());
    await one.course();
    const [run, ada] = [await one.run("a"), await one.learner("ada")];
    const submission = await one.handIn(run, ada, { f: 10, g: 3 });
    const row = await one.store.db.selectFrom("submission").selectAll().executeTakeFirstOrThrow();
    expect((await contentOf(one.store.db, row.sha256)).toString()).toBe("ada 2026-05-01T10:00:00.000Z");
    const parts = await one.store.db.selectFrom("part").selectAll().orderBy("name").execute();
    expect(parts).toMatchObject([
      { name: "f", points: 10, maxPoints: 10, status: "correct", misconception: null },
      { name: "g", points: 3, misconception: "g.summed" },
    ]);
    const { detail, status, score } = await one.store.db.selectFrom("result").selectAll().executeTakeFirstOrThrow();
    expect({ status, score }).toEqual({ status: "graded", score: 13 });
    expect(unpackDetail(detail).result).toMatchObject({ id: submission, file: "ada.ipynb", score: 13 });
    expect(await one.marks()).toEqual(["ada a: 13"]);
  });

  test("of the same file is one, however often it comes and however many send it at once", async () => {
    const one = new AClass(await place.fresh());
    await one.course();
    const [run, ada] = [await one.run("a"), await one.learner("ada")];
    const file = { run, person: ada.id, bytes: Buffer.from("x"), fileName: "x.ts", received: due, source: "test" };
    const send = (received: string) =>
      one.change((trx) => takeHandIn(trx, one.act, one.queue, { ...file, received }, "1"));
    const taken = await Promise.all(Array.from({ length: 20 }, () => send(due)));
    expect(taken.filter((it) => it.kind === "waiting" && it.isNew)).toHaveLength(1);
    expect(await one.store.db.selectFrom("submission").select("fileName").execute()).toHaveLength(1);
    expect(await one.store.db.selectFrom("attempt").select("state").execute()).toEqual([{ state: "waiting" }]);
    const [submission] = taken.flatMap((it) => ("submission" in it ? [it.submission] : []));
    await one.settle(submission, "1", { f: 5 });
    expect(await send(due)).toEqual({ kind: "known", submission });
    // It counts as received when it came first.
    await send("2026-04-01T00:00:00.000Z");
    await send("2026-06-01T00:00:00.000Z");
    const times = await one.store.db.selectFrom("submission").select(["received", "latest"]).execute();
    expect(times).toEqual([{ received: "2026-04-01T00:00:00.000Z", latest: "2026-06-01T00:00:00.000Z" }]);
  });

  test("that comes once more after another one is the last again, and as early as it first was", async () => {
    const one = new AClass(await place.fresh());
    await one.course(byDay);
    const [run, ada] = [await one.run("a", { due }), await one.learner("ada")];
    await one.handIn(run, ada, { f: 8 }, { text: "A", received: "2026-05-01T10:00:00.000Z" });
    await one.handIn(run, ada, { f: 9 }, { text: "B", received: "2026-05-02T10:00:00.000Z" });
    expect(await one.marks()).toEqual(["ada a: 7"]);
    const file = { run, person: ada.id, bytes: Buffer.from("A"), fileName: "ada.ipynb", source: "test" };
    const again = { ...file, received: "2026-05-03T10:00:00.000Z" };
    expect(await one.change((trx) => takeHandIn(trx, one.act, one.queue, again, "1"))).toMatchObject({ kind: "known" });
    expect(await one.marks()).toEqual(["ada a: 8"]);
    expect(await one.change((trx) => recompute(trx, "all"))).toBe(0);
    // Where the best counts, it makes no difference.
    await one.run("a", { counts: "best" });
    expect(await one.marks()).toEqual(["ada a: 8"]);
  });

  test("is refused after the run has closed, unless the learner has an extension", async () => {
    const one = new AClass(await place.fresh());
    await one.course();
    const [run, ada] = [await one.run("a", { due, closes: "2026-05-03T22:00:00.000Z" }), await one.learner("ada")];
    const file = { run, person: ada.id, bytes: Buffer.from("x"), fileName: "x.ts", source: "test" };
    const send = (received: string) =>
      one.change((trx) => takeHandIn(trx, one.act, one.queue, { ...file, received }, "1"));
    expect(await send("2026-05-04T10:00:00.000Z")).toEqual({ kind: "closed" });
    expect(await one.store.db.selectFrom("content").select("sha256").execute()).toEqual([]);
    const extension = { run: run.id, person: ada.id, due: "2026-05-05T22:00:00.000Z", reason: "ill" };
    await one.change((trx) => extend(trx, one.act, extension));
    expect(await send("2026-05-04T10:00:00.000Z")).toMatchObject({ kind: "waiting", isNew: true });
  });

  test("is refused before the run opens", async () => {
    const one = new AClass(await place.fresh());
    await one.course();
    const [run, ada] = [await one.run("a", { opens: "2026-04-20T00:00:00.000Z", due }), await one.learner("ada")];
    const file = { run, person: ada.id, bytes: Buffer.from("x"), fileName: "x.ts", source: "test" };
    const send = (received: string) =>
      one.change((trx) => takeHandIn(trx, one.act, one.queue, { ...file, received }, "1"));
    expect(await send("2026-04-19T23:59:59.999Z")).toEqual({ kind: "early" });
    expect(await one.store.db.selectFrom("content").select("sha256").execute()).toEqual([]);
    expect(await send("2026-04-20T00:00:00.000Z")).toMatchObject({ kind: "waiting", isNew: true });
  });

  test("of the same bytes, under the same conditions, gets the same verdict without being run", async () => {
    const one = new AClass(await place.fresh());
    await one.course();
    const [run, ada, ben] = [await one.run("a"), await one.learner("ada"), await one.learner("ben")];
    await one.handIn(run, ada, { f: 4 }, { text: "same" });
    const file = { run, person: ben.id, bytes: Buffer.from("same"), received: due, source: "test" };
    const take = async (fileName: string, conditions: string): Promise<boolean> => {
      const bytes = Buffer.from("same");
      const taken = await one.change((trx) =>
        takeHandIn(trx, one.act, one.queue, { ...file, bytes, fileName }, conditions),
      );
      if (taken.kind !== "waiting") throw new Error(taken.kind);
      const job = await one.job(taken.submission, conditions);
      return one.change((trx) => copyResult(trx, one.act, job, "test"));
    };
    // A script is not a notebook, and other conditions may say otherwise.
    expect(await take("ben.ts", "1")).toBe(false);
    expect(await take("ben.ipynb", "2")).toBe(false);
    await one.store.db.updateTable("submission").set({ fileName: "ben.ipynb" }).where("person", "=", ben.id).execute();
    expect(await take("ben.ipynb", "1")).toBe(true);
    expect(await one.marks()).toEqual(["ada a: 4", "ben a: 4"]);
    const details = await one.store.db.selectFrom("result").select("detail").orderBy("attempt").execute();
    expect(details.map(({ detail }) => unpackDetail(detail).result.file)).toEqual(["ada.ipynb", "ben.ipynb"]);
  });

  test("whose verdict comes twice has the first: a late one changes nothing", async () => {
    const one = new AClass(await place.fresh());
    await one.course();
    const [run, ada] = [await one.run("a"), await one.learner("ada")];
    const submission = await one.handIn(run, ada, { f: 10 });
    expect(await one.settle(submission, "1", { f: 0 })).toBe(false);
    expect(await one.marks()).toEqual(["ada a: 10"]);
  });
});

onBoth("Marks", (place) => {
  test("follow the deadline, an extension, the policy and what counts, and are what is computed anew", async () => {
    const one = new AClass(await place.fresh());
    await one.course(byDay);
    const [run, ada, ben] = [await one.run("a", { due }), await one.learner("ada"), await one.learner("ben")];
    await one.handIn(run, ada, { f: 10, g: 8 }, { received: "2026-05-01T12:00:00.000Z" });
    await one.handIn(run, ada, { f: 10, g: 10 }, { received: "2026-05-03T12:00:00.000Z" });
    await one.handIn(run, ada, null, { received: "2026-05-03T13:00:00.000Z" });
    await one.handIn(run, ben, null);
    expect(await one.marks()).toEqual(["ada a: 16"]);
    await one.run("a", { counts: "best" });
    expect(await one.marks()).toEqual(["ada a: 18"]);
    const extension = { run: run.id, person: ada.id, due: "2026-05-04T00:00:00.000Z", reason: "ill" };
    await one.change((trx) => extend(trx, one.act, extension));
    expect(await one.marks()).toEqual(["ada a: 20"]);
    await one.run("a", { counts: "last", due: "2026-04-01T00:00:00.000Z" });
    expect(await one.marks()).toEqual(["ada a: 20"]);
    await one.change((trx) => extend(trx, one.act, { ...extension, due: "2026-04-01T00:00:00.000Z" }));
    expect(await one.marks()).toEqual(["ada a: 0"]);
    await one.course(noPenalty);
    expect(await one.marks()).toEqual(["ada a: 20"]);
    expect(await one.change((trx) => recompute(trx, "all"))).toBe(0);
    const [{ final, penalty }] = await marksOf(one.store.db, [ada.id]);
    expect({ final, penalty }).toEqual({ final: 20, penalty: 0 });
  });

  test("of one run are the same whether the others are read or not, and so are free days", async () => {
    const one = new AClass(await place.fresh());
    await one.course(byDay);
    const runs = [await one.run("a", { due }), await one.run("b", { due: "2026-05-08T22:00:00.000Z" })];
    const ada = await one.learner("ada");
    for (const run of runs)
      await one.handIn(run, ada, { f: 10 }, { received: "2026-05-10T10:00:00.000Z", text: run.slug });
    for (const freeDays of [0, 9]) {
      await one.course({ ...byDay, freeDays });
      const all = await marksOf(one.store.db, "all");
      expect(all.map(({ final }) => final)).toEqual(freeDays === 0 ? [0, 6] : [10, 6]);
      for (const { id } of runs) {
        const alone = (await marksOf(one.store.db, "all", undefined, id)).filter(({ run }) => run === id);
        expect(alone).toEqual(all.filter(({ run }) => run === id));
      }
    }
  });

  test("that staff gave count beside the grader's points, until they are revoked", async () => {
    const one = new AClass(await place.fresh());
    await one.course(byDay);
    const [run, ada, ben] = [await one.run("a", { due }), await one.learner("ada"), await one.learner("ben")];
    await one.handIn(run, ada, { f: 10, g: 4 }, { received: "2026-05-02T12:00:00.000Z" });
    expect(await one.marks()).toEqual(["ada a: 12"]);
    const target = { run, person: ada.id };
    const give = (name: string | undefined, points: number, version?: number) =>
      one.change((trx) => override(trx, one.act, { ...target, name, version }, { points, reason: "read it" }));
    await give("g", 9);
    expect(await one.marks()).toEqual(["ada a: 17"]);
    await give("g", 7);
    expect(await one.marks()).toEqual(["ada a: 15"]);
    await give(undefined, 19.5);
    expect(await one.marks()).toEqual(["ada a: 19.5"]);
    await one.change((trx) => revoke(trx, one.act, target));
    await one.change((trx) => revoke(trx, one.act, { ...target, name: "g" }));
    expect(await one.marks()).toEqual(["ada a: 12"]);
    const automatic = await one.store.db.selectFrom("override").select(["name", "automatic"]).orderBy("id").execute();
    expect(automatic).toEqual([
      { name: "g", automatic: 4 },
      { name: "g", automatic: 4 },
      { name: null, automatic: 14 },
    ]);
    // Somebody who handed nothing in may have a mark, too.
    await one.change((trx) => override(trx, one.act, { run, person: ben.id }, { points: 3, reason: "on paper" }));
    expect(await one.marks()).toEqual(["ada a: 12", "ben a: 3"]);
    await expect(give("g", 11)).rejects.toThrow("11 points cannot be given here; 0 to 10 can");
    await expect(give(undefined, -1)).rejects.toThrow("-1 points cannot be given here; 0 to 20 can");
    await expect(give("h", 1)).rejects.toThrow('no function "h" was graded; did you mean');
    await expect(one.change((trx) => revoke(trx, one.act, target))).rejects.toThrow("there is nothing to revoke here");
  });

  test("that somebody else has changed since are not overwritten", async () => {
    const one = new AClass(await place.fresh());
    await one.course();
    const [run, ada] = [await one.run("a"), await one.learner("ada")];
    await one.handIn(run, ada, { f: 10 });
    const { version } = await one.store.db.selectFrom("grade").select("version").executeTakeFirstOrThrow();
    const give = (points: number) =>
      one.change((trx) => override(trx, one.act, { run, person: ada.id, version }, { points, reason: "r" }));
    const outcomes = await Promise.allSettled([give(5), give(6)]);
    const reasons = outcomes.flatMap((it) => (it.status === "rejected" ? [it.reason] : []));
    expect(reasons).toHaveLength(1);
    expect(reasons[0]).toBeInstanceOf(Conflict);
    expect((await one.store.db.selectFrom("grade").select("version").executeTakeFirstOrThrow()).version).toBe(2);
  });

  test("with free days need runs in which the last hand-in counts", async () => {
    const one = new AClass(await place.fresh());
    await one.course();
    await one.run("a", { counts: "best" });
    await expect(one.course({ ...byDay, freeDays: 2 })).rejects.toThrow(
      "free days need runs in which the last hand-in",
    );
    await one.run("a", { counts: "last" });
    await one.course({ ...byDay, freeDays: 2 });
    await expect(one.run("a", { counts: "best" })).rejects.toThrow("(--counts last), and in a it is the best");
  });

  test("are found for more people than a query takes", async () => {
    const one = new AClass(await place.fresh());
    await one.course(byDay);
    const run = await one.run("a");
    const people = [];
    for (let i = 0; i < 30; i++) people.push(await one.learner(`s${i}`));
    for (const person of people) await one.handIn(run, person, { f: 7 });
    expect(
      await marksOf(
        one.store.db,
        people.map(({ id }) => id),
      ),
    ).toHaveLength(30);
    const many = [...people.map(({ id }) => id), ...Array.from({ length: 1200 }, (_, i) => `nobody-${i}`)];
    expect(await marksOf(one.store.db, many)).toHaveLength(30);
  });
});
