import { setTimeout } from "node:timers/promises";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { type HandedIn, takeHandIn } from "../../../graders/gradebook/handIn";
import type { Boss } from "../../../graders/gradebook/queue/Boss";
import { type Grader, PgBossQueue } from "../../../graders/gradebook/queue/pgBoss";
import type { Job, Settled } from "../../../graders/gradebook/queue/Queue";
import { dropUnusedQueues, mendQueues } from "../../../graders/gradebook/queue/tidyQueues";
import { type Grade, type Work, WorkLoop } from "../../../graders/gradebook/queue/WorkLoop";
import { livingWorkers, Presence } from "../../../graders/gradebook/queue/workers";
import { beginRegrade } from "../../../graders/gradebook/regrade/beginRegrade";
import type { Store } from "../../../graders/gradebook/Store";
import type { RunRow } from "../../../graders/gradebook/schema";
import { AClass, verdict } from "./aClass";
import { onPostgres, type Place } from "./onBoth";
import { start } from "./programs/start";

/** A class whose queue is pg-boss. */
class Queued {
  readonly graders: Grader["kind"][] = [];
  readonly queue: PgBossQueue;
  run!: RunRow;

  private constructor(
    readonly one: AClass,
    readonly store: Store & { boss: Boss },
  ) {
    this.queue = new PgBossQueue(store, one.act, { name: "test", version: "0" }, ({ kind }) => this.graders.push(kind));
  }

  static async fresh(place: Place): Promise<Queued> {
    const store = (await place.fresh()) as Store & { boss: Boss };
    await store.boss.install();
    const made = new Queued(new AClass(store), store);
    await made.one.course();
    made.run = await made.one.run("a");
    return made;
  }

  get scope() {
    return { run: this.run.id, conditions: "1" };
  }

  /** One file of each of these learners. */
  async handIn(logins: readonly string[], source = "grade", conditions = "1"): Promise<void> {
    for (const login of logins) {
      const { db } = this.store;
      const known = await db.selectFrom("person").selectAll().where("login", "=", login).executeTakeFirst();
      const person = known ?? (await this.one.learner(login));
      const file: HandedIn = {
        ...{ run: this.run, person: person.id, bytes: Buffer.from(login), fileName: `${login}.ts`, source },
        received: "2026-05-01T10:00:00.000Z",
      };
      await this.one.change((trx) => takeHandIn(trx, this.one.act, this.queue, file, conditions));
    }
  }

  async work(grade: Grade, jobs = 2): Promise<string[]> {
    const settled: string[] = [];
    const note = ({ fileName }: Job, how: Settled) =>
      settled.push(how.kind === "fault" ? `${fileName} fault: ${how.message}` : `${fileName} ${how.kind}`);
    await this.queue.work(this.scope, grade, jobs, note);
    return settled.toSorted();
  }

  /** As if the workers that have died, or are frozen, had been silent for an hour. */
  async wait(): Promise<void> {
    await sql`update pgboss.job set heartbeat_on = heartbeat_on - interval '1 hour' where state = 'active'`.execute(
      this.store.db,
    );
    await this.store.db.updateTable("worker").set({ seen: "2026-01-01T00:00:00.000Z" }).execute();
    // Looks once a second at most.
    for (let left = 3; left > 0 && (await this.active()) > 0; left--) {
      await (await this.store.boss.get()).supervise();
      if ((await this.active()) > 0) await setTimeout(1100);
    }
  }

  private async active(): Promise<number> {
    const { rows } = await sql`select 1 from pgboss.job where state = 'active'`.execute(this.store.db);
    return rows.length;
  }

  async jobs(): Promise<string[]> {
    const { rows } = await sql<{ name: string; priority: number; login: string }>`
      select job.name, priority, person.login from pgboss.job, attempt, submission, person
      where job.state < 'completed' and attempt.id = data->>'attempt'
        and submission.id = attempt.submission and person.id = submission.person
      order by login, job.name`.execute(this.store.db);
    return rows.map(({ login, name, priority }) => `${login}: ${name} ${priority}`);
  }

  async states(): Promise<string[]> {
    const rows = await this.store.db
      .selectFrom("attempt")
      .innerJoin("submission", "submission.id", "attempt.submission")
      .leftJoin("result", "result.attempt", "attempt.id")
      .select(["submission.fileName", "attempt.state", "attempt.tries", "result.worker"])
      .orderBy("submission.fileName")
      .execute();
    return rows.map(({ fileName, state, tries, worker }) =>
      [fileName, state, tries, worker].filter((text) => text !== null).join(" "),
    );
  }

  async loop(work: Partial<Work> & Pick<Work, "gradings">): Promise<WorkLoop> {
    const presence = await Presence.begin(this.store.db, this.one.act, { name: "loop", version: "0", jobs: 4 });
    const boss = await this.store.boss.get();
    return new WorkLoop(this.store, boss, {
      ...{ act: this.one.act, worker: "loop", jobs: 4, presence, onEnded: () => {}, ...work },
    });
  }
}

const right: Grade = async () => verdict({ f: 10 });
const names = (count: number): string[] => Array.from({ length: count }, (_, i) => `s${String(i).padStart(2, "0")}`);

onPostgres("The queue of workers", (place) => {
  test("has one job for each attempt, added with it or not at all: hand-ins first, then classes, then regrades", async () => {
    const a = await Queued.fresh(place);
    await a.handIn(["ada"]);
    await a.handIn(["ben"], "web");
    await a.handIn(["ada", "ben"]);
    expect(await a.jobs()).toEqual(["ada: grade/1 5", "ben: grade/1 10"]);
    const failed = a.one.change(async (trx) => {
      await beginRegrade(trx, a.one.act, a.queue, a.run, "2", "all");
      throw new Error("no");
    });
    await expect(failed).rejects.toThrow("no");
    expect(await a.jobs()).toHaveLength(2);
    await a.one.change((trx) => beginRegrade(trx, a.one.act, a.queue, a.run, "2", "all"));
    expect(await a.jobs()).toEqual(["ada: grade/1 5", "ada: grade/2 0", "ben: grade/1 10", "ben: grade/2 0"]);
    const order: string[] = [];
    const note: Grade = async ({ fileName, conditions }) => {
      order.push(`${fileName} ${conditions}`);
      if (order.length === 4) loop.stop();
      return verdict({ f: 10 });
    };
    const loop = await a.loop({
      gradings: new Map([
        ["2", note],
        ["1", note],
      ]),
      jobs: 1,
    });
    await loop.run();
    expect(order.slice(0, 2)).toEqual(["ben.ts 1", "ada.ts 1"]);
    expect(order.slice(2).toSorted()).toEqual(["ada.ts 2", "ben.ts 2"]);
    expect(await a.one.marks()).toEqual(["ada a: 10", "ben a: 10"]);
  }, 60_000);

  test("is worked by a command where no worker is, and watched where one is, which takes nothing of another version", async () => {
    const a = await Queued.fresh(place);
    await a.handIn(names(12));
    let most = 0;
    let now = 0;
    const grade: Grade = async () => {
      now += 1;
      most = Math.max(most, now);
      await setTimeout(50);
      now -= 1;
      return verdict({ f: 10 });
    };
    expect(await a.work(grade, 3)).toEqual(names(12).map((name) => `${name}.ts graded`));
    expect([a.graders, most]).toEqual([["self"], 3]);
    const worker = start("work", place.where(), "1");
    await worker.said("working");
    await a.handIn(["ada"]);
    await a.handIn(["ben"], "grade", "2");
    const other = () => Promise.reject(new Error("graded here"));
    expect(await a.work(other)).toEqual(["ada.ts graded"]);
    expect(a.graders).toEqual(["self", "workers"]);
    expect((await livingWorkers(a.store.db)).map(({ conditions }) => conditions)).toEqual([["1"]]);
    worker.child.kill("SIGTERM");
    expect((await worker.ended).code).toBe(0);
    expect(await livingWorkers(a.store.db)).toEqual([]);
    expect((await a.states()).filter((text) => /ada|ben/.test(text))).toEqual([
      `ada.ts done 1 process ${worker.child.pid}`,
      "ben.ts waiting 0",
    ]);
  }, 60_000);

  test("gives the jobs of a worker that was killed to others, each of them alone", async () => {
    const a = await Queued.fresh(place);
    await a.handIn(names(6));
    const killed = start("work", place.where(), "1", "", "slow");
    await Promise.all([killed.said("begun s00"), killed.said("begun s01")]);
    killed.child.kill("SIGKILL");
    await killed.ended;
    await a.wait();
    let now = 0;
    const beside = new Map<string, number>();
    const grade: Grade = async ({ fileName }) => {
      now += 1;
      await setTimeout(20);
      beside.set(fileName, now);
      now -= 1;
      return verdict({ f: 10 });
    };
    expect(await a.work(grade, 4)).toHaveLength(6);
    expect([beside.get("s00.ts"), beside.get("s01.ts")]).toEqual([1, 1]);
    expect(await a.states()).toEqual(names(6).map((name, i) => `${name}.ts done ${i < 2 ? 2 : 1} test`));
  }, 60_000);

  test("refuses the results of a worker that was frozen, and is the last to finish", async () => {
    const a = await Queued.fresh(place);
    await a.handIn(names(4));
    const frozen = start("work", place.where(), "1", "", "slow");
    await Promise.all([frozen.said("begun s00"), frozen.said("begun s01")]);
    frozen.child.kill("SIGSTOP");
    await a.wait();
    await a.work(right);
    frozen.child.kill("SIGCONT");
    await frozen.said("s01.ts late");
    frozen.child.kill("SIGTERM");
    const { code, output } = await frozen.ended;
    expect([code, output.match(/\w+\.ts late/g)?.toSorted()]).toEqual([0, ["s00.ts late", "s01.ts late"]]);
    expect(await a.states()).toEqual(names(4).map((name, i) => `${name}.ts done ${i < 2 ? 2 : 1} test`));
  }, 60_000);

  test("sets apart what ends every worker, which is a fault and never a zero, and grades the rest", async () => {
    const a = await Queued.fresh(place);
    await a.handIn(names(5));
    for (const tries of [1, 2, 3, 4]) {
      const worker = start("work", place.where(), "1", "s03.ts", "dies");
      expect((await worker.ended).code).toBe(null);
      expect((await a.states())[3]).toBe(`s03.ts ${tries === 4 ? "fault" : "waiting"} ${tries}`);
      await a.wait();
    }
    await a.work(right);
    expect((await a.states())[3]).toBe("s03.ts fault 4");
    expect(await a.one.marks()).toEqual(["s00", "s01", "s02", "s04"].map((login) => `${login} a: 10`));
    const { fault } = await a.store.db
      .selectFrom("attempt")
      .select("fault")
      .where("state", "=", "fault")
      .executeTakeFirstOrThrow();
    expect(fault).toBe("the grader ended 4 times while it graded this");
    // Handed in again, it is graded again.
    await a.handIn(["s03"]);
    expect(await a.work(right)).toEqual(["s03.ts graded"]);
  }, 60_000);

  test("tries again what goes wrong on our side, and then says so", async () => {
    const a = await Queued.fresh(place);
    await a.handIn(["ada", "ben"]);
    let tries = 0;
    const grade: Grade = async ({ fileName }) => {
      const good = verdict({ f: 10 });
      if (fileName === "ben.ts") return good;
      tries += 1;
      // Until it has been looked what others have graded: the last try is noted as a fault meanwhile.
      if (tries === 4) await setTimeout(1500);
      return { result: { ...good.result, status: "grader-fault", score: null, error: `try ${tries}` }, code: [] };
    };
    expect(await a.work(grade)).toEqual(["ada.ts fault: try 4", "ben.ts graded"]);
    expect(await a.one.marks()).toEqual(["ben a: 10"]);
  }, 60_000);

  test("goes on when something goes wrong with one job, and ends when nothing can be graded any more", async () => {
    const a = await Queued.fresh(place);
    await a.handIn(["ada", "ben", "cleo"]);
    // PostgreSQL keeps no such letter.
    const odd: Grade = async ({ fileName }) => verdict({ [fileName === "ada.ts" ? "f\0" : "f"]: 10 });
    const [ada, ...others] = await a.work(odd, 1);
    expect(ada).toMatch(/^ada.ts fault: invalid byte sequence/);
    expect(others).toEqual(["ben.ts graded", "cleo.ts graded"]);
    await a.handIn(names(8));
    await expect(a.work(() => Promise.reject(new Error("no more processes")), 2)).rejects.toThrow("no more processes");
    expect((await a.states()).filter((text) => text.includes("fault"))).toEqual(["ada.ts fault 4"]);
    expect(await a.work(right)).toHaveLength(8);
  }, 60_000);

  test("loses nothing and doubles nothing when the database stops, as in a power cut", async () => {
    const a = await Queued.fresh(place);
    await a.handIn(names(30));
    const server = place.server?.();
    const seen: string[] = [];
    let graded = 0;
    const grade: Grade = async () => {
      graded += 1;
      if (graded === 10) server?.crash();
      await setTimeout(30);
      return verdict({ f: 10 });
    };
    const onEnded: Work["onEnded"] = ({ how }) => {
      seen.push(how.kind);
    };
    const onDatabase = (state: string): void => {
      if (state === "away" && !seen.includes("away")) void setTimeout(1000).then(() => server?.start());
      seen.push(state);
    };
    const loop = await a.loop({ gradings: new Map([["1", grade]]), onEnded, onDatabase });
    const over = loop.run();
    while ((await a.states().catch(() => ["waiting"])).some((text) => text.includes("waiting"))) await setTimeout(200);
    loop.stop();
    await over;
    expect([seen.includes("away"), seen.includes("back")]).toEqual([true, true]);
    expect(await a.one.marks()).toHaveLength(30);
    expect(await a.jobs()).toEqual([]);
  }, 60_000);

  test("limits how many of a course are graded at the same time", async () => {
    const a = await Queued.fresh(place);
    await a.handIn(names(6).slice(0, 3));
    await a.handIn(names(6).slice(3), "grade", "2");
    let now = 0;
    const most: number[] = [];
    const grade: Grade = async () => {
      now += 1;
      most.push(now);
      await setTimeout(20);
      now -= 1;
      if (most.length === 6) for (const one of loops) one.stop();
      return verdict({ f: 10 });
    };
    const gradings = new Map(["1", "2"].map((conditions) => [conditions, grade]));
    const loops: WorkLoop[] = [];
    for (let i = 0; i < 4; i++) loops.push(await a.loop({ gradings, perCourse: 1 }));
    await Promise.all(loops.map((one) => one.run()));
    // Of sixteen that they could have at a time, under two versions, and though all of them ask at the same moment.
    expect(most).toEqual([1, 1, 1, 1, 1, 1]);
  }, 60_000);

  test("gets back the jobs that it has lost, and loses the queues that nobody uses", async () => {
    const a = await Queued.fresh(place);
    await a.handIn(["ada", "ben"]);
    await sql`delete from pgboss.job where priority = 5`.execute(a.store.db);
    expect(await a.jobs()).toEqual([]);
    for (const _ of [1, 2]) {
      await mendQueues(a.store, ["1"]);
      expect(await a.jobs()).toEqual(["ada: grade/1 5", "ben: grade/1 5"]);
    }
    const queues = async () => (await (await a.store.boss.get()).getQueues()).map(({ name }) => name).toSorted();
    await dropUnusedQueues(a.store);
    expect(await queues()).toEqual(["grade-alone/1", "grade/1"]);
    await a.work(right);
    await dropUnusedQueues(a.store);
    expect(await queues()).toEqual([]);
    await a.handIn(["cleo"]);
    expect(await a.work(right)).toEqual(["cleo.ts graded"]);
  }, 60_000);

  test("that is not there yet is told in one line", async () => {
    const store = (await place.fresh()) as Store & { boss: Boss };
    await expect(store.boss.get()).rejects.toThrow(/ is of an earlier version; `nablab gradebook init` migrates it/);
    await store.boss.install();
    await store.boss.get();
  });
});
