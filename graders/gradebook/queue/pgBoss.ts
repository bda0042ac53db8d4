import { setTimeout } from "node:timers/promises";
import { sql } from "kysely";
import type { Act } from "../Act";
import { unpackDetail } from "../detail";
import type { Change, Db, Store } from "../Store";
import type { Boss } from "./Boss";
import { enqueue } from "./enqueue";
import { jobsIn } from "./jobsIn";
import { letWait } from "./letWait";
import type { Job, NewAttempt, Queue, Scope, Settled } from "./Queue";
import { type Grade, WorkLoop } from "./WorkLoop";
import { type AboutWorker, livingWorkers, Presence } from "./workers";

/** How often it is looked what others have graded, in milliseconds. */
const pauseMs = 500;

/** For so long, workers that live may still be preparing what they have not graded before, in milliseconds. */
const preparingMs = 15_000;

/** Who grades what was added: workers, or this process. */
export type Grader =
  | { kind: "workers"; count: number }
  /** Workers live, and do not have these conditions yet. */
  | { kind: "preparing"; count: number }
  | { kind: "self" };

/** For several machines: jobs in PostgreSQL, which workers take. Where no worker can, this process does. */
export class PgBossQueue implements Queue {
  private isStopped = false;
  private loop: WorkLoop | null = null;

  /** @param onGrader told when others begin to grade, or this process does */
  constructor(
    private readonly store: Store & { boss: Boss },
    private readonly act: Act,
    private readonly about: Omit<AboutWorker, "jobs">,
    private readonly onGrader: (grader: Grader) => void = () => {},
  ) {}

  async add(trx: Change, attempts: readonly NewAttempt[]): Promise<void> {
    await letWait(trx, attempts);
    await enqueue(trx, attempts, this.store.boss);
  }

  async work(scope: Scope, grade: Grade, jobs: number, onSettled: (job: Job, how: Settled) => void): Promise<void> {
    const pending = new Map((await waitingJobs(this.store.db, scope)).map((job) => [job.attempt, job]));
    const tell = (job: Job, how: Settled): void => {
      if (pending.delete(job.attempt)) onSettled(job, how);
    };
    const begun = Date.now();
    let own: Promise<void> | null = null;
    let last: Grader["kind"] | null = null;
    try {
      while (!this.isStopped) {
        await this.tellOfOthers(scope, pending, tell);
        if (pending.size === 0) return;
        if (own === null) {
          const grader = await this.graderFor(scope, Date.now() - begun);
          if (grader.kind !== last) this.onGrader(grader);
          last = grader.kind;
          if (grader.kind === "self") own = this.workOn(scope, grade, jobs, tell);
        }
        await Promise.race([setTimeout(pauseMs), ...(own ? [own] : [])]);
      }
    } finally {
      this.loop?.stop();
      await own;
    }
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    this.loop?.stop();
  }

  private async graderFor({ conditions }: Scope, waitedMs: number): Promise<Grader> {
    const workers = await livingWorkers(this.store.db);
    const count = workers.filter((one) => one.conditions.includes(conditions)).length;
    if (count > 0) return { kind: "workers", count };
    return workers.length > 0 && waitedMs < preparingMs
      ? { kind: "preparing", count: workers.length }
      : { kind: "self" };
  }

  /** Works like a worker that has these conditions alone, until it is stopped. */
  private async workOn(
    { conditions }: Scope,
    grade: Grade,
    jobs: number,
    tell: (job: Job, how: Settled) => void,
  ): Promise<void> {
    const { store, act, about } = this;
    const presence = await Presence.begin(store.db, act, { ...about, jobs });
    await presence.beat([conditions], 0);
    await store.boss.makeQueues(conditions);
    this.loop = new WorkLoop(store, await store.boss.get(), {
      ...{ act, jobs, presence, worker: about.name, gradings: new Map([[conditions, grade]]) },
      onEnded({ job, how }) {
        if (how.kind !== "late") tell(job, how);
      },
    });
    try {
      await this.loop.run();
    } finally {
      await presence.end();
    }
  }

  /** Tells of those that have been settled, by whomever. */
  private async tellOfOthers(
    scope: Scope,
    pending: Map<string, Job>,
    tell: (job: Job, how: Settled) => void,
  ): Promise<void> {
    const waiting = new Set((await waitingJobs(this.store.db, scope)).map(({ attempt }) => attempt));
    for (const [attempt, job] of pending) {
      if (waiting.has(attempt)) continue;
      const how = await howSettled(this.store.db, attempt);
      // It may have been given up, with a regrade.
      if (how === null) pending.delete(attempt);
      // While it is tried for the last time, it is noted as a fault, which its result takes back.
      else if (how.kind !== "fault" || !(await hasJob(this.store.db, attempt))) tell(job, how);
    }
  }
}

function waitingJobs(db: Db, { run, conditions }: Scope): Promise<Job[]> {
  return jobsIn(db)
    .where("attempt.state", "=", "waiting")
    .where("attempt.conditions", "=", conditions)
    .where("submission.run", "=", run)
    .orderBy("attempt.id")
    .execute();
}

async function hasJob(db: Db, attempt: string): Promise<boolean> {
  const { rows } =
    await sql`select 1 from pgboss.job where state < 'completed' and data->>'attempt' = ${attempt} limit 1`.execute(db);
  return rows.length > 0;
}

async function howSettled(db: Db, attempt: string): Promise<Settled | null> {
  const row = await db
    .selectFrom("attempt")
    .leftJoin("result", "result.attempt", "attempt.id")
    .where("attempt.id", "=", attempt)
    .select(["attempt.fault", "result.detail"])
    .executeTakeFirst();
  if (row?.detail) return { kind: "graded", graded: unpackDetail(row.detail) };
  return row ? { kind: "fault", message: row.fault ?? "" } : null;
}
