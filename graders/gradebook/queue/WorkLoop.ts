import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import type { PgBoss } from "pg-boss";
import type { GradedSubmission } from "../../engine/gradeSubmission";
import { isAway } from "../refusalFor";
import type { Store } from "../Store";
import { aloneNamed, type Boss, queueNamed, retriesAlone } from "./Boss";
import type { Claim } from "./Claim";
import { every } from "./every";
import type { Job } from "./Queue";
import { type Ended, GraderLost, giveBack, type Settling, settleClaim } from "./settleClaim";
import { takeJobs } from "./takeJobs";
import { mendQueues } from "./tidyQueues";
import { beatMs, type Presence } from "./workers";

/** How a submission is graded under certain conditions. Never throws because of a submission. */
export type Grade = (job: Job) => Promise<GradedSubmission>;

/** What a process can grade, by conditions. More may be added while it works. */
export type Gradings = ReadonlyMap<string, Grade>;

/** What a loop needs to know, and whom it tells. */
export interface Work extends Pick<Settling, "act" | "worker"> {
  gradings: Gradings;
  /** How many at the same time. */
  jobs: number;
  /** How many of one course at the same time, by all workers together. */
  perCourse?: number;
  presence: Presence;
  onEnded(ended: Ended): void;
  /** The database has gone, and later it is there again. */
  onDatabase?(state: "away" | "back"): void;
}

/** How often an idle loop looks for jobs, and how often it is looked whether a worker has died, in milliseconds. */
const pollMs = 500;
const superviseMs = 2000;

/** How often it is looked whether something waits without a job, in milliseconds. */
const mendMs = 10_000;

/** A third of the heartbeat after which a worker is taken for dead. */
const touchMs = 3000;

/** When so many go wrong one after the other, it is not because of them. */
const mostInARow = 10;

/** For how long a loop that has been stopped waits for a database that is away, in milliseconds. */
const patienceMs = 20_000;

/**
 * Takes jobs from PostgreSQL and grades them, as many at a time as it is told: live hand-ins first, then classes, then
 * regrades. What failed once is graded with nothing else beside it.
 */
export class WorkLoop {
  /** By the job's id. */
  private readonly inHand = new Map<string, Claim>();
  private isAlone = false;
  private stoppedAt: number | null = null;
  private isAwayNow = false;
  private failure: { error: unknown } | null = null;
  /** The attempts of which something went wrong since one was settled. */
  private readonly wrongInARow = new Set<string>();
  /** Ends a pause: a job is finished, or everything. */
  private wake: () => void = () => {};
  /** Something has happened since the last pause. */
  private isWoken = false;

  constructor(
    private readonly store: Store & { boss: Boss },
    private readonly boss: PgBoss,
    private readonly work: Work,
  ) {}

  /** Until {@link stop}; what is in hand then is finished. @throws what ended the work, such as a lost launcher */
  async run(): Promise<void> {
    const timers = [
      every(touchMs, () => this.touch()),
      every(superviseMs, () => this.boss.supervise()),
      every(mendMs, () => mendQueues(this.store, [...this.work.gradings.keys()])),
      every(beatMs, () => this.work.presence.beat([...this.work.gradings.keys()], this.size)),
    ];
    try {
      while (this.stoppedAt === null && this.failure === null) {
        const taken = await this.patiently(() => this.take());
        if (taken === undefined) break;
        if (taken === 0) await this.pause();
      }
      while (this.inHand.size > 0) await this.pause();
    } finally {
      for (const stop of timers) await stop();
    }
    if (this.failure) throw this.failure.error;
  }

  /** How many jobs are in hand. */
  get size(): number {
    return this.inHand.size;
  }

  /** Takes no further jobs. */
  stop(): void {
    this.stoppedAt ??= Date.now();
    this.isWoken = true;
    this.wake();
  }

  /** Starts as many jobs as there is room for. @returns how many */
  private async take(): Promise<number> {
    const free = this.isAlone ? 0 : this.work.jobs - this.inHand.size;
    if (free === 0) return 0;
    const queues = await this.readyQueues();
    const alone = queues.find((name) => this.aloneNames().includes(name));
    // Others finish first: they must not suffer from what may end this process.
    if (alone !== undefined && this.inHand.size > 0) return 0;
    const others = queues.filter((name) => name !== alone);
    for (const queue of alone === undefined ? others : [alone, ...others]) {
      const isAlone = queue === alone;
      const wanted = { queue, free: isAlone ? 1 : free, perCourse: this.work.perCourse };
      const jobs = await takeJobs(this.store, this.boss, wanted);
      if (jobs.length === 0) continue;
      this.isAlone = isAlone;
      for (const { id, retryCount, data } of jobs) {
        const isLast = isAlone && retryCount >= retriesAlone;
        const conditions = queue.slice(queue.indexOf("/") + 1);
        this.start({ queue, id, retryCount, attempt: data.attempt, conditions, isAlone, isLast });
      }
      return jobs.length;
    }
    return 0;
  }

  private aloneNames(): string[] {
    return [...this.work.gradings.keys()].map(aloneNamed);
  }

  /** Those of this process in which a job waits: the most urgent first, and of equal ones the oldest. */
  private async readyQueues(): Promise<string[]> {
    const names = [...[...this.work.gradings.keys()].map(queueNamed), ...this.aloneNames()];
    if (names.length === 0) return [];
    const { rows } = await sql<{ name: string }>`
      select queue.name from unnest(${names}::text[]) as queue(name), lateral (
        select priority, created_on from pgboss.job
        where job.name = queue.name and state < 'active' and not blocked
        order by priority desc, created_on limit 1) as first
      order by first.priority desc, first.created_on, queue.name`.execute(this.store.db);
    return rows.map(({ name }) => name);
  }

  private start(claim: Claim): void {
    this.inHand.set(claim.id, claim);
    const grade = this.work.gradings.get(claim.conditions);
    if (!grade) throw new Error(claim.conditions);
    const { store, boss, work } = this;
    const patiently = <T>(task: () => Promise<T>) => this.patiently(task);
    const settling = { store, boss, ...work, grade, patiently };
    settleClaim(claim, settling)
      .then(
        (ended) => {
          this.wrongInARow.clear();
          return ended;
        },
        (error: Error) => {
          this.wrongInARow.add(claim.attempt);
          if (error instanceof GraderLost) this.failure ??= { error: error.cause };
          else if (this.wrongInARow.size >= mostInARow) this.failure ??= { error };
          return giveBack(claim, error.message, settling);
        },
      )
      .then((ended) => ended && work.onEnded(ended))
      .catch((error: unknown) => {
        this.failure ??= { error };
      })
      .finally(() => {
        this.inHand.delete(claim.id);
        if (claim.isAlone) this.isAlone = false;
        this.isWoken = true;
        this.wake();
      });
  }

  /** Says that this process lives, and still has its jobs. */
  private async touch(): Promise<void> {
    const claims = [...this.inHand.values()];
    for (const queue of new Set(claims.map((claim) => claim.queue))) {
      const some = claims.filter((claim) => claim.queue === queue);
      await this.boss.touch(
        queue,
        some.map(({ id, retryCount }) => ({ id, retryCount })),
      );
    }
  }

  /** Tries again while the database is away. @returns undefined when it stays away, and the work has been stopped */
  private async patiently<T>(task: () => Promise<T>): Promise<T | undefined> {
    for (;;) {
      // Answers that had been sent before it went may come after others have noticed.
      const wasAway = this.isAwayNow;
      try {
        const result = await task();
        if (wasAway) this.noteDatabase("back");
        return result;
      } catch (error) {
        if (!isAway(error)) throw error;
        this.noteDatabase("away");
      }
      if (this.stoppedAt !== null && Date.now() > this.stoppedAt + patienceMs) return undefined;
      await sleep(pollMs);
    }
  }

  private noteDatabase(state: "away" | "back"): void {
    if (this.isAwayNow === (state === "away")) return;
    this.isAwayNow = state === "away";
    this.work.onDatabase?.(state);
  }

  /** Until a job is finished, or it is time to look again. */
  private pause(): Promise<void> {
    if (this.isWoken) {
      this.isWoken = false;
      return Promise.resolve();
    }
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, pollMs);
      this.wake = () => {
        clearTimeout(timer);
        this.isWoken = false;
        resolve();
      };
    });
  }
}
