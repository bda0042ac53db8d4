import { expect, test } from "vitest";
import { type HandedIn, takeHandIn } from "../../../graders/gradebook/handIn";
import { takeGradingLock } from "../../../graders/gradebook/queue/gradingLock";
import { LocalQueue } from "../../../graders/gradebook/queue/local";
import type { Job, Settled } from "../../../graders/gradebook/queue/Queue";
import { beginRegrade } from "../../../graders/gradebook/regrade/beginRegrade";
import { waitingIn } from "../../../graders/gradebook/regrade/settleRegrade";
import type { RunRow } from "../../../graders/gradebook/schema";
import { AClass, verdict } from "./aClass";
import { onBoth, type Place } from "./onBoth";
import { start } from "./programs/start";

/** A class in which one file of each of these learners waits. */
async function waiting(place: Place, logins: readonly string[]) {
  const one = new AClass(await place.fresh());
  await one.course();
  const run = await one.run("a");
  for (const login of logins) await handIn(one, run, login);
  return { one, run, scope: { run: run.id, conditions: "1" } };
}

async function handIn(one: AClass, run: RunRow, login: string, source = "test"): Promise<string> {
  const person =
    (await one.store.db.selectFrom("person").selectAll().where("login", "=", login).executeTakeFirst()) ??
    (await one.learner(login));
  const file: HandedIn = {
    ...{ run, person: person.id, bytes: Buffer.from(login), fileName: `${login}.ts` },
    ...{ received: "2026-05-01T10:00:00.000Z", source },
  };
  const taken = await one.change((trx) => takeHandIn(trx, one.act, one.queue, file, "1"));
  return "submission" in taken ? taken.submission : "";
}

const states = async (one: AClass): Promise<string[]> =>
  (
    await one.store.db
      .selectFrom("attempt")
      .innerJoin("submission", "submission.id", "attempt.submission")
      .select(["submission.fileName", "attempt.state", "attempt.tries"])
      .orderBy("submission.fileName")
      .execute()
  ).map(({ fileName, state, tries }) => `${fileName} ${state} ${tries}`);

onBoth("The queue", (place) => {
  test("grades each attempt once, several at a time, and no other run's", async () => {
    const logins = Array.from({ length: 60 }, (_, i) => `s${String(i).padStart(2, "0")}`);
    const { one, scope } = await waiting(place, logins);
    await handIn(one, await one.run("b"), "s00");
    let now = 0;
    let most = 0;
    const graded: string[] = [];
    const grade = async ({ fileName }: Job) => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setTimeout(resolve, 5));
      now -= 1;
      graded.push(fileName);
      return verdict({ f: 10 });
    };
    const settled: string[] = [];
    await one.queue.work(scope, grade, 4, (job, how) => settled.push(`${job.fileName} ${how.kind}`));
    expect(graded.toSorted()).toEqual(logins.map((login) => `${login}.ts`));
    expect(settled).toHaveLength(60);
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(4);
    expect(await one.marks()).toHaveLength(60);
    expect(await waitingIn(one.store.db, scope)).toBe(0);
    expect((await states(one)).filter((text) => text.includes("waiting"))).toEqual(["s00.ts waiting 0"]);
  });

  test("grades what somebody waits for before a class, and a class before a regrade, whenever it comes", async () => {
    const { one, run, scope } = await waiting(place, []);
    await one.handIn(run, await one.learner("old"), { f: 1 }, { conditions: "0", text: "old" });
    await one.change((trx) => beginRegrade(trx, one.act, one.queue, run, "1", "all"));
    for (const login of ["class-1", "class-2", "class-3"]) await handIn(one, run, login, "grade");
    await handIn(one, run, "live-1", "page");
    const order: string[] = [];
    const grade = async ({ fileName }: Job) => {
      order.push(fileName.replace(/\..*/, ""));
      if (order.length === 2) await handIn(one, run, "live-2", "submit");
      return verdict({ f: 10 });
    };
    await one.queue.work(scope, grade, 1, () => {});
    expect(order).toEqual(["live-1", "class-1", "live-2", "class-2", "class-3", "old"]);
  });

  test("gives up after three faults of ours, which is never a zero; handed in again, it is graded again", async () => {
    const { one, run, scope } = await waiting(place, ["ada", "ben"]);
    let tries = 0;
    const grade = async ({ fileName }: Job) => {
      if (fileName !== "ada.ts") return verdict({ f: 10 });
      tries += 1;
      const { result } = verdict(null);
      return { result: { ...result, status: "grader-fault" as const, error: `try ${tries}` }, code: [] };
    };
    const settled: Settled[] = [];
    await one.queue.work(scope, grade, 1, (_, how) => settled.push(how));
    expect(settled[0]).toEqual({ kind: "fault", message: "try 3" });
    expect(await states(one)).toEqual(["ada.ts fault 3", "ben.ts done 1"]);
    expect(await one.marks()).toEqual(["ben a: 10"]);
    await handIn(one, run, "ada");
    expect(await states(one)).toEqual(["ada.ts waiting 0", "ben.ts done 1"]);
    await one.queue.work(
      scope,
      async () => verdict({ f: 4 }),
      1,
      () => {},
    );
    expect(await one.marks()).toEqual(["ada a: 4", "ben a: 10"]);
  });

  test("counts what kills its process as a try, and grades the rest", async () => {
    const { one, scope } = await waiting(place, ["ada", "ben"]);
    const args = [place.where(), scope.run, scope.conditions, "ada.ts", "dies"];
    for (const tries of [1, 2, 3]) {
      expect((await start("grade", ...args).ended).code).toBe(null);
      expect((await states(one))[0]).toBe(`ada.ts waiting ${tries}`);
    }
    expect(await start("grade", ...args).ended).toEqual({ code: 0, output: "" });
    expect(await states(one)).toEqual(["ada.ts fault 3", "ben.ts done 1"]);
    expect(await one.marks()).toEqual(["ben a: 10"]);
  }, 60_000);

  test("is worked by one process; another one watches, and takes over when that is killed", async () => {
    const { one, scope } = await waiting(place, ["ada", "ben"]);
    const first = start("grade", place.where(), scope.run, scope.conditions, "ada.ts", "hangs");
    await first.said("begun");
    expect(await takeGradingLock(one.store)).toBe(null);
    let isWatching = false;
    const queue = new LocalQueue(one.store, one.act, "second", () => {
      isWatching = true;
      first.child.kill("SIGKILL");
    });
    await queue.work(
      scope,
      async () => verdict({ f: 10 }),
      1,
      () => {},
    );
    expect(isWatching).toBe(true);
    expect(await states(one)).toEqual(["ada.ts done 2", "ben.ts done 1"]);
    const release = await takeGradingLock(one.store);
    expect(release).not.toBe(null);
    await release?.();
  }, 60_000);
});
