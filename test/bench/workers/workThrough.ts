import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { sql } from "kysely";
import { prepareBookRun } from "../../../graders/cli/gradebook/actions/prepareBookRun";
import { actOf } from "../../../graders/gradebook/Act";
import { conditionsOf } from "../../../graders/gradebook/grading/conditionsOf";
import { takeHandIn } from "../../../graders/gradebook/handIn";
import { createStore } from "../../../graders/gradebook/openStore";
import { enrol } from "../../../graders/gradebook/people";
import { queueFor } from "../../../graders/gradebook/queue/queueFor";
import { isAway } from "../../../graders/gradebook/refusalFor";
import type { Store } from "../../../graders/gradebook/Store";
import type { RunRow } from "../../../graders/gradebook/schema";
import { setCourse } from "../../../graders/gradebook/setCourse";
import { setRun } from "../../../graders/gradebook/setRun";
import { bundleLauncher } from "../../../graders/sandbox/host/bundle";
import { chooseWall } from "../../../graders/sandbox/host/chooseWall";
import { defaultLimits } from "../../../graders/sandbox/host/limits";
import { startLauncher } from "../../../graders/sandbox/host/startLauncher";
import type { Server } from "../../graders/gradebook/postgres";
import type { Account } from "./Account";

const runner = join(__dirname, "../../../graders/cli/run.js");

/** What happens while the class is graded. */
export interface Trouble {
  workers: number;
  /** Submissions that each worker grades at the same time. */
  jobs: number;
  /** Once something is graded, one worker is killed with -9 every so many seconds, and started again. */
  killEvery?: number;
  /** So many at most. */
  mostKills?: number;
  /** The database stops as in a power cut when half is graded, and is there again after 3 s. */
  crash?: boolean;
}

/** A class in PostgreSQL that waits to be graded. */
export interface WaitingClass {
  store: Store;
  run: RunRow;
  count: number;
}

/**
 * Records a class, of which nothing has been graded.
 *
 * @param folder of one file for each student
 * @param seed of the hidden checks
 * @param outdated how many were handed in under a version that nobody has any more
 */
export async function recordClass(
  server: Server,
  folder: string,
  slug: string,
  seed: number,
  outdated = 0,
): Promise<WaitingClass> {
  const { store } = await createStore(server.address);
  await store.boss?.install();
  const act = actOf("bench");
  const run = await store.db.transaction().execute(async (trx) => {
    await setCourse(trx, act, { title: "Bench" });
    return (await setRun(trx, act, { slug, title: slug, maxScore: 100 }, {}, seed)).run;
  });
  const starter = startLauncher(await bundleLauncher());
  const { wall } = await chooseWall("auto");
  const grading = await prepareBookRun(run, { ...defaultLimits, wall }, starter);
  grading.readers.end();
  await starter.end();
  const queue = queueFor(store, act, { name: "bench", version: "0" });
  const files = readdirSync(folder).toSorted();
  for (const [i, fileName] of files.entries()) {
    const conditions = i < outdated ? "another-version" : conditionsOf(grading);
    const login = fileName.replace(/\.\w+$/, "");
    await store.db.transaction().execute(async (trx) => {
      const person = await enrol(trx, act, { login, name: "", email: null, section: null, lmsId: null });
      const file = { run, person: person.id, bytes: readFileSync(join(folder, fileName)), fileName };
      const handedIn = { ...file, received: act.now(), source: "grade" };
      await takeHandIn(trx, act, queue, handedIn, conditions);
    });
  }
  return { store, run, count: files.length };
}

/** Has workers grade a class, and counts. @param expected scores by student, of another grader */
export async function workThrough(
  server: Server,
  { store, count }: WaitingClass,
  { workers, jobs, killEvery, mostKills = Number.POSITIVE_INFINITY, crash = false }: Trouble,
  expected: ReadonlyMap<string, number | null>,
): Promise<Account> {
  const running: Worker[] = Array.from({ length: workers }, () => new Worker(server.address, jobs));
  const begun = performance.now();
  let kills = 0;
  let crashes = 0;
  let lastKill = Date.now();
  for (;;) {
    await setTimeout(200);
    const waiting = await waitingIn(store);
    if (waiting === 0) break;
    const isTime = killEvery !== undefined && kills < mostKills && Date.now() - lastKill >= killEvery * 1000;
    if (isTime && waiting !== null && waiting < count) {
      const place = kills % workers;
      await running[place].kill();
      running[place] = new Worker(server.address, jobs);
      kills += 1;
      lastKill = Date.now();
    }
    if (crash && crashes === 0 && waiting !== null && waiting <= count / 2) {
      server.crash();
      await setTimeout(3000);
      server.start();
      crashes += 1;
    }
  }
  const seconds = (performance.now() - begun) / 1000;
  const ended = await Promise.all(running.map((worker) => worker.end()));
  return { submissions: count, ...(await countsIn(store, count, expected)), kills, crashes, seconds, ended };
}

/** Null while the database is away. */
async function waitingIn({ db }: Store): Promise<number | null> {
  try {
    const { count } = await db
      .selectFrom("attempt")
      .where("state", "=", "waiting")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    return count;
  } catch (error) {
    if (!isAway(error)) throw error;
    return null;
  }
}

async function countsIn({ db }: Store, count: number, expected: ReadonlyMap<string, number | null>) {
  const results = await db
    .selectFrom("result")
    .innerJoin("attempt", "attempt.id", "result.attempt")
    .innerJoin("submission", "submission.id", "attempt.submission")
    .innerJoin("person", "person.id", "submission.person")
    .select(["person.login", "result.score"])
    .execute();
  const faults = (await db.selectFrom("attempt").select("id").where("state", "=", "fault").execute()).length;
  const { rows } = await sql`
    select singleton_key from pgboss.job where state = 'completed' group by singleton_key having count(*) > 1`.execute(
    db,
  );
  const different = results.filter(({ login, score }) => expected.get(login) !== score).length;
  return { results: results.length, faults, lost: count - results.length - faults, doubled: rows.length, different };
}

/** `nablab worker`, without the wrapper that only finds the pinned Node: this is the process to kill. */
class Worker {
  private readonly child: ChildProcess;
  private said = "";

  constructor(address: string, jobs: number) {
    const args = [runner, "worker", "--db", address, "--jobs", String(jobs)];
    this.child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] });
    this.child.stderr?.on("data", (text) => {
      this.said += text;
    });
  }

  async kill(): Promise<void> {
    const ended = this.over();
    this.child.kill("SIGKILL");
    await ended;
  }

  /** @returns its exit code, and what it said last */
  async end(): Promise<string> {
    const ended = this.over();
    this.child.kill("SIGTERM");
    await ended;
    const { exitCode, signalCode } = this.child;
    return `${exitCode ?? signalCode}: ${this.said.trim().split("\n").at(-1)}`;
  }

  private over(): Promise<unknown> {
    const { exitCode, signalCode } = this.child;
    return exitCode === null && signalCode === null ? once(this.child, "close") : Promise.resolve();
  }
}
