import { setTimeout } from "node:timers/promises";
import { words } from "../../../../src/words/words";
import type { Processes } from "../../../engine/GradingRun";
import { conditionsOf } from "../../../gradebook/grading/conditionsOf";
import { graderFor } from "../../../gradebook/grading/graderFor";
import type { Boss } from "../../../gradebook/queue/Boss";
import type { Job } from "../../../gradebook/queue/Queue";
import { dropUnusedQueues, mendQueues } from "../../../gradebook/queue/tidyQueues";
import type { Grade } from "../../../gradebook/queue/WorkLoop";
import type { Presence } from "../../../gradebook/queue/workers";
import { isAway } from "../../../gradebook/refusalFor";
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
  /** By run and seed: what was prepared, and what could not be. */
  private readonly tried = new Set<string>();
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
    const waiting = await this.unknown();
    for (const id of new Set(waiting.map(({ run }) => run))) {
      const row = await db.selectFrom("run").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
      const key = `${id} ${row.seed}`;
      if (this.tried.has(key)) continue;
      this.tried.add(key);
      await this.prepareRun(row);
    }
    for (const { run, slug, conditions, count } of waiting) {
      const key = `${run} ${conditions}`;
      if (this.gradings.has(conditions) || this.told.has(key)) continue;
      this.told.add(key);
      this.tell(say.otherConditions(slug, count));
    }
  }

  /** What waits under conditions that this worker does not have. */
  private unknown(): Promise<{ run: string; slug: string; conditions: string; count: number }[]> {
    const known = [...this.gradings.keys()];
    return this.store.db
      .selectFrom("attempt")
      .innerJoin("submission", "submission.id", "attempt.submission")
      .innerJoin("run", "run.id", "submission.run")
      .where("attempt.state", "=", "waiting")
      .$if(known.length > 0, (query) => query.where("attempt.conditions", "not in", known))
      .groupBy(["run.id", "run.slug", "attempt.conditions"])
      .select(({ fn }) => ["run.id as run", "run.slug", "attempt.conditions", fn.countAll<number>().as("count")])
      .orderBy("run.id")
      .orderBy("attempt.conditions")
      .execute();
  }

  private async prepareRun(row: RunRow): Promise<void> {
    try {
      const { limits, starter, readers } = this.means;
      const run = await prepareBookRun(row, limits, starter, readers);
      const conditions = conditionsOf(run);
      await this.store.boss.makeQueues(conditions);
      await mendQueues(this.store, [conditions]);
      this.gradings.set(conditions, graderFor(this.store.db, run));
      await this.presence.beat([...this.gradings.keys()]);
      this.tell(say.prepared(row.slug, conditions));
    } catch (error) {
      if (isAway(error)) {
        this.tried.delete(`${row.id} ${row.seed}`);
        throw error;
      }
      this.tell(say.unprepared(row.slug, (error as Error).message));
    }
  }
}
