import { expect, test } from "vitest";
import { extend } from "../../../graders/gradebook/extension";
import { noPenalty } from "../../../graders/gradebook/marks/LatePolicy";
import { override } from "../../../graders/gradebook/override";
import { recompute } from "../../../graders/gradebook/recompute";
import { beginRegrade, type Only } from "../../../graders/gradebook/regrade/beginRegrade";
import { beginUndo } from "../../../graders/gradebook/regrade/beginUndo";
import { openRegrade } from "../../../graders/gradebook/regrade/openRegrade";
import { type Preview, previewOf } from "../../../graders/gradebook/regrade/preview";
import { applyRegrade, dropRegrade, showPreview } from "../../../graders/gradebook/regrade/settleRegrade";
import type { RegradeRow, RunRow } from "../../../graders/gradebook/schema";
import { RandomState } from "../../../src/random/RandomState";
import { AClass, type Points } from "./aClass";
import { everything } from "./everything";
import { onBoth, onSqlite, type Place } from "./onBoth";
import { start } from "./programs/start";

const due = "2026-05-01T22:00:00.000Z";
const early = "2026-05-01T09:00:00.000Z";
const late = "2026-05-02T09:00:00.000Z";

/** Five learners whose hand-ins go up, down, stay, were not gradable, and have a mark of staff's. */
async function prepared(place: Place, counts: "best" | "last" = "last") {
  const one = new AClass(await place.fresh());
  await one.course({ ...noPenalty, deduct: 0.1 });
  const run = await one.run("a", { due, counts });
  const people = Object.fromEntries(
    await Promise.all(["ada", "ben", "cleo", "dan", "eve"].map(async (login) => [login, await one.learner(login)])),
  );
  const submissions: Record<string, string> = {};
  const handIn = async (login: string, points: Points, received = early): Promise<void> => {
    submissions[`${login} ${received === late ? "late" : "early"}`] = await one.handIn(run, people[login], points, {
      received,
    });
  };
  await handIn("ada", { f: 4, g: 6 });
  await handIn("ada", { f: 5, g: 6 }, late);
  await handIn("ben", { f: 10, g: 8 });
  await handIn("cleo", { f: 7, g: 7 });
  await handIn("dan", { f: 2, g: 2 });
  await handIn("dan", null, late);
  await handIn("eve", { f: 3, g: 3 });
  await one.change((trx) =>
    override(trx, one.act, { run, person: people.eve.id, name: "f" }, { points: 9, reason: "read it" }),
  );
  return { one, run, people, submissions };
}

/** Thirty learners with three runs and two free days: many are late, not gradable, extended, or have a mark of staff's. */
async function withFreeDays(place: Place) {
  const one = new AClass(await place.fresh());
  await one.course({ ...noPenalty, deduct: 0.1, upTo: 0.9, freeDays: 2 });
  const random = new RandomState(1);
  const day = (n: number): string => new Date(Date.UTC(2026, 4, 1, 12) + n * 86_400_000).toISOString();
  const runs: RunRow[] = [];
  for (const [i, slug] of ["a", "b", "c"].entries())
    runs.push(await one.run(slug, { due: day(10 * i), counts: "last" }));
  const submissions: string[] = [];
  for (let i = 0; i < 30; i++) {
    const person = await one.learner(`learner-${String(i).padStart(2, "0")}`);
    for (const [j, run] of runs.entries()) {
      const times = [-2, random.randint(0, 3)].slice(random.randint(0, 3));
      for (const n of times) {
        const points = random.uniform() < 0.4 ? null : { f: random.randint(0, 11), g: random.randint(0, 11) };
        const submission = await one.handIn(run, person, points, { received: day(10 * j + n) });
        if (j === 1) submissions.push(submission);
      }
      await one.change(async (trx) => {
        const what = { run, person: person.id };
        if (random.uniform() < 0.1) await override(trx, one.act, what, { points: 7, reason: "an oral exam" });
        if (random.uniform() < 0.1)
          await extend(trx, one.act, { ...what, run: run.id, due: day(10 * j + 1), reason: "ill" });
      });
    }
  }
  return { one, run: runs[1], submissions };
}

/** Final marks, by learner and run. */
async function finals(one: AClass): Promise<Map<string, number | null>> {
  const marks = (await one.marks()).map((mark) => mark.split(": "));
  return new Map(marks.map(([mark, final]) => [mark, final === "null" ? null : Number(final)]));
}

/** Shows and applies a regrade. @returns the moves that were shown, which are those that happened */
async function movesShown(one: AClass, regrade: RegradeRow): Promise<Preview["moves"]> {
  const { moves } = await show(one, regrade);
  const before = await finals(one);
  await apply(one, { id: regrade.run });
  const after = await finals(one);
  const changed = [...after].map(([mark, final]) => [mark, before.get(mark) ?? null, final]);
  expect(moves.map(({ login, slug, before, after }) => [`${login} ${slug}`, before, after])).toEqual(
    changed.filter(([, before, after]) => before !== after),
  );
  return moves;
}

const begin = (one: AClass, run: RunRow, only: Only = "counting", conditions = "2"): Promise<RegradeRow> =>
  one.change(async (trx) => (await beginRegrade(trx, one.act, one.queue, run, conditions, only)).regrade);

const show = (one: AClass, regrade: RegradeRow): Promise<Preview> => one.change((trx) => showPreview(trx, regrade));

const apply = (one: AClass, run: Pick<RunRow, "id">, neverLower = false): Promise<Preview> =>
  one.change(async (trx) => {
    const open = await openRegrade(trx, run.id);
    if (!open) throw new Error("nothing is open");
    return applyRegrade(trx, one.act, open, neverLower);
  });

const before = ["ada a: 9", "ben a: 18", "cleo a: 14", "dan a: 4", "eve a: 12"];

onBoth("A regrade", (place) => {
  test("shows what would move, moves nothing before it is applied, and then exactly that", async () => {
    const { one, run, submissions } = await prepared(place);
    expect(await one.marks()).toEqual(before);
    const regrade = await begin(one, run);
    // What counts, and what came later and was not gradable.
    const waiting = await one.store.db
      .selectFrom("attempt")
      .select("submission")
      .where("state", "=", "waiting")
      .execute();
    const expected = ["ada late", "ben early", "cleo early", "dan early", "dan late", "eve early"];
    expect(waiting.map(({ submission }) => submission).toSorted()).toEqual(
      expected.map((key) => submissions[key]).toSorted(),
    );
    await expect(apply(one, run)).rejects.toThrow("6 submissions still wait to be graded");
    await one.settle(submissions["ada late"], "2", { f: 9, g: 6 });
    await one.settle(submissions["ben early"], "2", { f: 4, g: 8 });
    await one.settle(submissions["cleo early"], "2", { f: 7, g: 7 });
    await one.settle(submissions["dan early"], "2", { f: 2, g: 2 });
    await one.settle(submissions["dan late"], "2", { f: 10, g: 10 });
    await one.settle(submissions["eve early"], "2", { f: 6, g: 3 });
    expect(await one.marks()).toEqual(before);
    await expect(apply(one, run)).rejects.toThrow("nobody has seen what this would change");
    const preview = await show(one, regrade);
    expect(preview).toMatchObject({ up: 2, down: 1, same: 2, largestLoss: 6, unmoved: [] });
    expect(preview.moves.map(({ login, before, after }) => [login, before, after])).toEqual([
      ["ada", 9, 13],
      ["ben", 18, 12],
      ["dan", 4, 18],
    ]);
    expect(preview.parts).toEqual([{ name: "f", moved: 3, by: 1 }]);
    expect(preview.overrides).toEqual([{ login: "eve", name: "f", points: 9, before: 3, after: 6 }]);
    expect(await one.marks()).toEqual(before);
    expect((await apply(one, run)).moves).toEqual(preview.moves);
    const after = ["ada a: 13", "ben a: 12", "cleo a: 14", "dan a: 18", "eve a: 12"];
    expect(await one.marks()).toEqual(after);
    expect(await one.change((trx) => recompute(trx, "all"))).toBe(0);
    // There is nothing left to apply.
    const rows = await everything(one.store);
    await expect(apply(one, run)).rejects.toThrow("nothing is open");
    expect(await everything(one.store)).toEqual(rows);
  });

  test("that is dropped has changed nothing, and another one may follow", async () => {
    const { one, run, submissions } = await prepared(place);
    const regrade = await begin(one, run);
    await one.settle(submissions["ben early"], "2", { f: 0, g: 0 });
    await one.change((trx) => dropRegrade(trx, one.act, regrade));
    expect(await one.marks()).toEqual(before);
    expect(await one.change((trx) => recompute(trx, "all"))).toBe(0);
    expect(await openRegrade(one.store.db, run.id)).toBe(undefined);
    const again = await begin(one, run);
    expect(again.id).not.toBe(regrade.id);
    // The one verdict is there already.
    const { tries } = await one.job(submissions["ben early"], "2");
    expect(tries).toBe(0);
    await expect(one.settle(submissions["ben early"], "2", { f: 1, g: 1 })).resolves.toBe(false);
    await expect(begin(one, run, "counting", "3")).rejects.toThrow(
      "have changed since the regrade of a began; --drop it",
    );
  });

  test("never lowers where that is asked for", async () => {
    const { one, run, submissions } = await prepared(place);
    const regrade = await begin(one, run);
    for (const [key, points] of Object.entries({ "ada late": 0, "ben early": 10, "cleo early": 10 })) {
      await one.settle(submissions[key], "2", { f: points, g: 10 });
    }
    for (const key of ["dan early", "dan late", "eve early"]) await one.settle(submissions[key], "2", { f: 2, g: 2 });
    await show(one, regrade);
    await apply(one, run, true);
    // dan's later file can be graded now, and the last counts: 4 points less a day's 2.
    expect(await one.marks()).toEqual(["ada a: 9", "ben a: 20", "cleo a: 20", "dan a: 2", "eve a: 12"]);
  });

  test("keeps the mark of what it cannot grade, and says so", async () => {
    const { one, run, submissions } = await prepared(place);
    const regrade = await begin(one, run);
    const fault = { state: "fault" as const, fault: "the disk is full" };
    const { attempt } = await one.job(submissions["ada late"], "2");
    await one.store.db.updateTable("attempt").set(fault).where("id", "=", attempt).execute();
    await one.settle(submissions["ben early"], "2", null);
    for (const key of ["cleo early", "dan early", "dan late", "eve early"])
      await one.settle(submissions[key], "2", key === "dan late" ? null : { f: 7, g: 7 });
    const preview = await show(one, regrade);
    expect(preview.unmoved).toEqual([
      { login: "ada", kind: "fault", message: "the disk is full" },
      // dan's later file could not be graded before, either.
      { login: "ben", kind: "not-gradable", message: "is not a notebook" },
    ]);
    await apply(one, run);
    expect(await one.marks()).toEqual(["ada a: 9", "ben a: 18", "cleo a: 14", "dan a: 14", "eve a: 16"]);
    // A fault is graded again by the next one.
    await begin(one, run);
    expect((await one.job(submissions["ada late"], "2")).tries).toBe(0);
    expect(await one.settle(submissions["ada late"], "2", { f: 10, g: 10 })).toBe(true);
  });

  test("is not applied when a mark has changed since the preview", async () => {
    const { one, run, people, submissions } = await prepared(place);
    const regrade = await begin(one, run, { person: people.ben.id });
    await one.settle(submissions["ben early"], "2", { f: 1, g: 1 });
    const preview = await show(one, regrade);
    expect(preview).toMatchObject({ up: 0, down: 1, same: 4 });
    await one.change((trx) => override(trx, one.act, { run, person: people.cleo.id }, { points: 1, reason: "r" }));
    const rows = await everything(one.store);
    await expect(apply(one, run)).rejects.toThrow("a mark has changed since the preview, and nothing was applied");
    expect(await everything(one.store)).toEqual(rows);
    await show(one, regrade);
    await apply(one, run);
    expect(await one.marks()).toContain("ben a: 2");
  });

  test("of everything is for runs in which the best counts: another hand-in may become the best", async () => {
    const { one, run, submissions } = await prepared(place, "best");
    expect(await one.marks()).toContain("ada a: 10");
    const regrade = await begin(one, run, "all");
    for (const key of Object.keys(submissions)) {
      await one.settle(submissions[key], "2", key === "ada late" ? { f: 10, g: 10 } : { f: 4, g: 6 });
    }
    const preview = await show(one, regrade);
    expect(preview.moves.find(({ login }) => login === "ada")).toMatchObject({ before: 10, after: 18 });
    await apply(one, run);
    expect(await one.marks()).toContain("ada a: 18");
  });

  test("is undone by one under the earlier conditions, which has nothing to grade", async () => {
    const { one, run, submissions, people } = await prepared(place);
    const regrade = await begin(one, run);
    for (const key of Object.keys(submissions).filter((key) => key !== "ada early"))
      await one.settle(submissions[key], "2", { f: 1, g: 1 });
    await show(one, regrade);
    await apply(one, run);
    expect(await one.marks()).not.toEqual(before);
    const since = await one.learner("fay");
    await one.handIn(run, since, { f: 5, g: 5 }, { conditions: "2" });
    const undo = await begin(one, run, { person: people.ada.id }, "1");
    expect((await show(one, undo)).moves.length).toBeGreaterThan(3);
    await apply(one, run);
    expect(await one.marks()).toEqual([...before, "fay a: 10"]);
  });

  test("is taken back exactly, whatever versions there were before, and can be done once more", async () => {
    const { one, run, people, submissions } = await prepared(place);
    const cleo = await one.handIn(run, people.cleo, { f: 8, g: 8 }, { conditions: "1b", text: "other checks" });
    const mixed = await one.marks();
    await expect(one.change((trx) => beginUndo(trx, one.act, run))).rejects.toThrow(
      "no regrade of a is in effect; there is nothing to undo",
    );
    const regrade = await begin(one, run);
    await expect(one.change((trx) => beginUndo(trx, one.act, run))).rejects.toThrow("a regrade of a is open");
    for (const key of ["ada late", "ben early", "dan early", "dan late", "eve early"])
      await one.settle(submissions[key], "2", { f: key === "ben early" ? 0 : 7, g: 7 });
    await one.settle(cleo, "2", null);
    await show(one, regrade);
    await apply(one, run, true);
    const regraded = await one.marks();
    const fay = await one.learner("fay");
    await one.handIn(run, fay, { f: 5, g: 5 }, { conditions: "2" });
    const undo = await one.change((trx) => beginUndo(trx, one.act, run));
    expect((await one.change((trx) => beginUndo(trx, one.act, run))).id).toBe(undo.id);
    await expect(begin(one, run)).rejects.toThrow("is about to be undone");
    const preview = await show(one, undo);
    expect(preview.moves.map(({ login, before, after }) => [login, before, after])).toEqual([
      ["ada", 12, 9],
      ["dan", 12, 4],
      ["eve", 16, 12],
    ]);
    expect(preview.parts).toEqual([
      { name: "f", moved: 2, by: -6 },
      { name: "g", moved: 2, by: -5 },
    ]);
    expect(preview.overrides).toEqual([]);
    expect(await one.marks()).toEqual([...regraded, "fay a: 10"]);
    await expect(apply(one, run, true)).rejects.toThrow("leave out --never-lower");
    expect((await apply(one, run)).moves).toEqual(preview.moves);
    expect(await one.marks()).toEqual([...mixed, "fay a: 10"]);
    expect(await one.change((trx) => recompute(trx, "all"))).toBe(0);
    // The verdicts are there: the regrade can be applied again at once, and taken back again.
    const again = await begin(one, run);
    await show(one, again);
    await apply(one, run, true);
    expect(await one.marks()).toEqual([...regraded, "fay a: 10"]);
    const second = await one.change((trx) => beginUndo(trx, one.act, run));
    await one.change((trx) => dropRegrade(trx, one.act, second));
    expect(await one.marks()).toEqual([...regraded, "fay a: 10"]);
  });

  test("that is killed while it is applied has changed nothing, and can be applied afterwards", async () => {
    const { one, run, submissions } = await prepared(place);
    const regrade = await begin(one, run);
    for (const key of Object.keys(submissions).filter((key) => key !== "ada early"))
      await one.settle(submissions[key], "2", { f: 1, g: 1 });
    await show(one, regrade);
    const rows = await everything(one.store);
    const killed = start("apply", place.where(), "a");
    await killed.said("written");
    killed.child.kill("SIGKILL");
    await killed.ended;
    expect(await everything(one.store)).toEqual(rows);
    expect((await previewOf(one.store.db, regrade, false)).hash).toBe(
      (await openRegrade(one.store.db, run.id))?.preview,
    );
    await apply(one, run);
    expect(await one.marks()).toEqual(["ada a: 0", "ben a: 2", "cleo a: 2", "dan a: 0", "eve a: 10"]);
  });
});

// How the databases answer is compared in queries.test.ts.
onSqlite("A regrade", (place) => {
  test("moves what its preview shows where free days are shared with other runs, and nothing else", async () => {
    const { one, run, submissions } = await withFreeDays(place);
    const regrade = await begin(one, run, "all");
    const random = new RandomState(2);
    for (const submission of submissions)
      await one.settle(submission, "2", random.uniform() < 0.2 ? null : { f: random.randint(0, 11), g: 10 });
    const moves = await movesShown(one, regrade);
    // In the run before, none do: its free days come first. In the one after, some have fewer free days left.
    const places = moves.map(({ slug, before, after }) => `${slug} ${(after ?? 0) < (before ?? 0) ? "down" : "up"}`);
    expect([...new Set(places)].toSorted()).toEqual(["b down", "b up", "c down"]);
    const undo = await one.change((trx) => beginUndo(trx, one.act, run));
    const back = moves.map((move) => ({ ...move, before: move.after, after: move.before }));
    expect(await movesShown(one, undo)).toEqual(back);
    expect(await one.change((trx) => recompute(trx, "all"))).toBe(0);
  });
});
