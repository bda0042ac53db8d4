import { setTimeout } from "node:timers/promises";
import { words } from "../../../../src/words/words";
import type { Processes } from "../../../engine/GradingRun";
import { conditionsOf } from "../../../gradebook/grading/conditionsOf";
import { graderFor } from "../../../gradebook/grading/graderFor";
import { takeOver } from "../../../gradebook/grading/takeOver";
import { type WaitingRow, waitingRows, waitsOtherwise } from "../../../gradebook/queries/waiting";
import type { Boss } from "../../../gradebook/queue/Boss";
import type { Job } from "../../../gradebook/queue/Queue";
import { dropUnusedQueues, mendQueues } from "../../../gradebook/queue/tidyQueues";
import type { Grade } from "../../../gradebook/queue/WorkLoop";
import { livingWorkers, type Presence } from "../../../gradebook/queue/workers";
import { isAway } from "../../../gradebook/refusalFor";
import { runNamed } from "../../../gradebook/runs";
import type { Store } from "../../../gradebook/Store";
import type { RunRow } from "../../../gradebook/schema";
import type { Limits } from "../../../sandbox/host/limits";
import { prepareBookRun } from "./prepareBookRun";

const say = words.workers;

/** How often it is looked for what is new, in milliseconds. */
const lookMs = 1000;

/** What grading needs, whatever is graded. */
interface Means extends Processes {
  limits: Limits;
}

/** Prepares a worker for the runs in which something waits, as they come. */
export class WorkerRuns {
  /** By conditions. */
  readonly gradings = new Map<string, Grade>();
  /** Conditions by run and seed; null for what cannot be prepared. */
  private readonly prepared = new Map<string, string | null>();
  /** By run and conditions. */
  private readonly told = new Set<string>();
  private readonly stopping = new AbortController();

  constructor(
    private readonly store: Store & { boss: Boss },
    private readonly presence: Presence,
    private readonly means: Means,
    private readonly tell: (sentence: string) => void,
  ) {}

  /** Looks for them until {@link stop}. */
  async prepare(): Promise<void> {
    for (let isFirst = true; !this.stopping.signal.aborted; isFirst = false) {
      try {
        if (isFirst) await dropUnusedQueues(this.store);
        await this.prepareWaiting();
      } catch (error) {
        // Whoever grades waits for it as well, and says so.
        if (!isAway(error)) throw error;
      }
      await setTimeout(lookMs, undefined, { signal: this.stopping.signal }).catch(() => {});
    }
  }

  stop(): void {
    this.stopping.abort();
  }

  nameOf({ submission }: Job): Promise<{ login: string; slug: string }> {
    return this.store.db
      .selectFrom("submission")
      .innerJoin("person", "person.id", "submission.person")
      .innerJoin("run", "run.id", "submission.run")
      .where("submission.id", "=", submission)
      .select(["person.login", "run.slug"])
      .executeTakeFirstOrThrow();
  }

  private async prepareWaiting(): Promise<void> {
    const { db } = this.store;
    // With a large class in the queue, the rows of all that waits would cost a part of what grading it does.
    if (!(await waitsOtherwise(db, [...this.gradings.keys()]))) return;
    const isUnknown = (row: WaitingRow): boolean => !this.gradings.has(row.conditions);
    const waiting = (await waitingRows(db)).filter(isUnknown);
    for (const slug of new Set(waiting.map((row) => row.slug))) {
      const row = await runNamed(db, slug);
      const key = `${row.id} ${row.seed}`;
      const conditions = this.prepared.get(key) ?? (await this.prepareRun(row));
      this.prepared.set(key, conditions);
      if (conditions !== null) await this.adopt(row, conditions);
    }
    await this.tellOfOthers((await waitingRows(db)).filter(isUnknown));
  }

  /** Says once what waits and no worker can grade: attempts of a regrade that was begun under another version. */
  private async tellOfOthers(rows: readonly WaitingRow[]): Promise<void> {
    const isNew = (row: WaitingRow): boolean => !this.told.has(`${row.slug} ${row.conditions}`);
    if (!rows.some(isNew)) return;
    const known = await this.othersConditions();
    for (const { slug, conditions, count } of rows.filter(isNew)) {
      if (known.includes(conditions)) continue;
      this.told.add(`${slug} ${conditions}`);
      this.tell(say.otherConditions(slug, count));
    }
  }

  private async othersConditions(): Promise<string[]> {
    return (await livingWorkers(this.store.db)).flatMap((worker) => worker.conditions);
  }

  /** Hand-ins of versions that no worker has any more are graded under this one, as new ones are. */
  private async adopt({ id }: RunRow, conditions: string): Promise<void> {
    const others = await this.othersConditions();
    await this.store.db.transaction().execute((trx) => takeOver(trx, id, conditions, others));
    await mendQueues(this.store, [conditions]);
  }

  /** @returns the conditions under which it can be graded; null when it cannot */
  private async prepareRun(row: RunRow): Promise<string | null> {
    try {
      const { limits, starter, readers } = this.means;
      const run = await prepareBookRun(row, limits, starter, readers);
      const conditions = conditionsOf(run);
      await this.store.boss.makeQueues(conditions);
      this.gradings.set(conditions, graderFor(this.store.db, run));
      await this.presence.beat([...this.gradings.keys()], 0);
      this.tell(say.prepared(row.slug, conditions));
      return conditions;
    } catch (error) {
      if (isAway(error)) throw error;
      this.tell(say.unprepared(row.slug, (error as Error).message));
      return null;
    }
  }
}
