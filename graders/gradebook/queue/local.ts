import { setTimeout } from "node:timers/promises";
import { words } from "../../../src/words/words";
import type { GradedSubmission } from "../../engine/gradeSubmission";
import type { Act } from "../Act";
import { copyResult, recordResult } from "../recordResult";
import type { Change, Store } from "../Store";
import { every } from "./every";
import { takeGradingLock } from "./gradingLock";
import { jobsIn } from "./jobsIn";
import { letWait } from "./letWait";
import { type Job, mostTries, type NewAttempt, type Queue, type Scope, type Settled } from "./Queue";
import { beatMs, Presence } from "./workers";

/** How many attempts are looked up at once. */
const batch = 50;

/** How often a process looks whether another one has graded its attempts, in milliseconds. */
const pause = 500;

/**
 * For a single machine: the attempts that wait are the queue. One process grades; another one that has added attempts
 * watches, and takes over if that process ends.
 */
export class LocalQueue implements Queue {
  private isStopped = false;

  /** @param worker what results say who graded them */
  constructor(
    private readonly store: Store,
    private readonly act: Act,
    private readonly worker: string,
    /** Told once when another process is grading. */
    private readonly onWatching: () => void = () => {},
    /** Of nablab, for those who look who grades. */
    private readonly version = "",
  ) {}

  async add(trx: Change, attempts: readonly NewAttempt[]): Promise<void> {
    await letWait(trx, attempts);
  }

  async work(
    scope: Scope,
    grade: (job: Job) => Promise<GradedSubmission>,
    jobs: number,
    onSettled: (job: Job, how: Settled) => void,
  ): Promise<void> {
    const release = await this.lockOrWatch(scope);
    if (release === null) return;
    const { store, act, worker: name, version } = this;
    const presence = await Presence.begin(store.db, act, { name, version, jobs });
    let running = 0;
    const beat = (): Promise<void> => presence.beat([scope.conditions], running);
    await beat();
    const stop = every(beatMs, beat);
    try {
      const next = this.taker(scope);
      const work = async (): Promise<void> => {
        for (let taken = await next(); taken !== null; taken = await next()) {
          running += 1;
          onSettled(taken.job, await this.settle(taken.job, grade));
          running -= 1;
          taken.done();
        }
      };
      await Promise.all(Array.from({ length: jobs }, work));
    } finally {
      await stop();
      await presence.end().catch(() => {});
      await release();
    }
  }

  async stop(): Promise<void> {
    this.isStopped = true;
  }

  /** Null when another process has graded everything. */
  private async lockOrWatch(scope: Scope): Promise<(() => Promise<void>) | null> {
    for (let isFirst = true; ; isFirst = false) {
      const release = await takeGradingLock(this.store);
      if (release !== null) return release;
      if (isFirst) this.onWatching();
      if (this.isStopped || (await this.waiting(scope, 1)).length === 0) return null;
      await setTimeout(pause);
    }
  }

  /** Gives each attempt that waits to one of those who ask, live hand-ins first; null when there are no more. */
  private taker(scope: Scope): () => Promise<{ job: Job; done(): void } | null> {
    const begun = new Set<string>();
    /** Those that are live; there are no others of them among what was found. */
    let live: Job[] = [];
    let found: Job[] = [];
    let turn: Promise<unknown> = Promise.resolve();
    const take = async () => {
      if (this.isStopped) return null;
      // What is handed in while a class or a regrade is being graded comes before it.
      if (live.length === 0) live = await this.waiting(scope, batch, [...begun], true);
      const isLive = new Set(live.map(({ attempt }) => attempt));
      found = found.filter(({ attempt }) => !isLive.has(attempt));
      if (live.length + found.length === 0) found = await this.waiting(scope, batch, [...begun]);
      const job = live.shift() ?? found.shift();
      if (!job) return null;
      begun.add(job.attempt);
      return { job, done: () => begun.delete(job.attempt) };
    };
    return () => {
      const taken = turn.then(take);
      turn = taken.catch(() => {});
      return taken;
    };
  }

  private waiting(
    { run, conditions }: Scope,
    most: number,
    without: readonly string[] = [],
    isLive = false,
  ): Promise<Job[]> {
    return jobsIn(this.store.db)
      .where("attempt.state", "=", "waiting")
      .where("attempt.conditions", "=", conditions)
      .where("submission.run", "=", run)
      .$if(isLive, (query) => query.where("attempt.why", "=", "submitted").where("submission.source", "<>", "grade"))
      .$if(without.length > 0, (query) => query.where("attempt.id", "not in", without))
      .orderBy("attempt.why", "desc")
      .orderBy("attempt.id")
      .limit(most)
      .execute();
  }

  private async settle(job: Job, grade: (job: Job) => Promise<GradedSubmission>): Promise<Settled> {
    const { db } = this.store;
    if (await db.transaction().execute((trx) => copyResult(trx, this.act, job, this.worker))) return { kind: "copied" };
    let message: string = words.gradebook.grading.killed(job.tries);
    for (let { tries } = job; tries < mostTries; tries++) {
      await this.begin(job);
      const graded = await grade(job);
      if (graded.result.status !== "grader-fault") {
        await db.transaction().execute((trx) => recordResult(trx, this.act, job, graded, this.worker));
        return { kind: "graded", graded };
      }
      message = graded.result.error ?? message;
    }
    const fault = { state: "fault" as const, fault: message };
    await db.updateTable("attempt").set(fault).where("id", "=", job.attempt).where("state", "=", "waiting").execute();
    return { kind: "fault", message };
  }

  /** Committed before anything is run: what ends this process counts as a try, too. */
  private async begin({ attempt }: Job): Promise<void> {
    await this.store.db
      .updateTable("attempt")
      .set((expression) => ({ tries: expression("tries", "+", 1) }))
      .where("id", "=", attempt)
      .execute();
  }
}
