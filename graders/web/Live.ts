import { courseIn } from "../gradebook/course";
import { showTime } from "../gradebook/marks/parseTime";
import { type FaultRow, faultRows } from "../gradebook/queries/faults";
import { gradeVersions } from "../gradebook/queries/gradeVersions";
import { type WaitingRow, waitingRows } from "../gradebook/queries/waiting";
import { livingWorkers } from "../gradebook/queue/workers";
import type { Db } from "../gradebook/Store";
import type { Grader, Grading } from "./Grading";
import { Lately } from "./Lately";

/** How far grading is. */
export interface LiveState {
  grader: Grader;
  waiting: WaitingRow[];
  /** Of these, those that nobody can grade here: begun under conditions that are not installed any more. */
  blocked: WaitingRow[];
  /** Of the others, those whose conditions no worker has, though some live. */
  unserved: WaitingRow[];
  faults: FaultRow[];
  /** How many were graded in the last minute, by run; empty until it has been looked at for a while. */
  perMinute: ReadonlyMap<string, number>;
}

/** However many pages ask, the database is asked once in so many milliseconds. */
const pause = 900;

const minute = 60_000;

/** Looks how far grading is, whoever grades, for all pages together. */
export class Live {
  private readonly states: Lately<LiveState>;
  private readonly allVersions: Lately<ReadonlyMap<string, number>>;
  private before = new Map<string, number>();
  /** By how much what waits in a run became less, and when. */
  private done: { at: number; slug: string; count: number }[] = [];
  private since: number | null = null;
  private counted = 0;

  constructor(
    private readonly db: Db,
    private readonly grading: Pick<Grading, "grader" | "installed">,
    private readonly now: () => number = Date.now,
  ) {
    this.states = new Lately(pause, now, (at) => this.read(at));
    this.allVersions = new Lately(pause, now, () => gradeVersions(db));
  }

  /** As it is at this moment: for a page, which may show what its reader has just begun. */
  look(): Promise<LiveState> {
    return this.states.look();
  }

  /** The time of the course's clocks: `13:05:09`. */
  async time(): Promise<string> {
    const { zone } = await courseIn(this.db);
    return showTime(new Date(this.now()).toISOString(), zone).slice(11, 19);
  }

  /** As it was within the last second, for those who follow it. */
  state(): Promise<LiveState> {
    return this.states.value();
  }

  /**
   * How often marks have changed, by run, for those who follow it: what is graded between two looks never waits for either.
   */
  versions(): Promise<ReadonlyMap<string, number>> {
    return this.allVersions.value();
  }

  private async read(at: number): Promise<LiveState> {
    const waiting = await waitingRows(this.db);
    const workers = this.grading.grader().kind === "workers" ? await livingWorkers(this.db) : [];
    const serving = workers.filter(({ conditions }) => waiting.some((row) => conditions.includes(row.conditions)));
    const grader = this.graderWith(serving.length || workers.length);
    const blocked = waiting.filter(({ why, slug, conditions }) => {
      const installed = this.grading.installed(slug);
      return why === "regrade" && installed !== null && installed !== conditions;
    });
    const served = new Set(workers.flatMap(({ conditions }) => conditions));
    const isUnserved = (row: WaitingRow): boolean => !served.has(row.conditions) && !blocked.includes(row);
    this.count(at, waiting);
    return {
      ...{ grader, waiting, blocked },
      unserved: workers.length === 0 ? [] : waiting.filter(isUnserved),
      faults: await faultRows(this.db),
      perMinute: this.rates(at),
    };
  }

  private graderWith(count: number): Grader {
    const grader = this.grading.grader();
    return grader.kind === "workers" ? { ...grader, count } : grader;
  }

  private count(at: number, waiting: readonly WaitingRow[]): void {
    const now = new Map<string, number>();
    for (const { slug, count } of waiting) now.set(slug, (now.get(slug) ?? 0) + count);
    // Who looks after a long time knows nothing of the minute before.
    if (at - this.counted > minute) this.since = null;
    this.counted = at;
    if (this.since !== null) {
      for (const [slug, count] of this.before) {
        const less = count - (now.get(slug) ?? 0);
        if (less > 0) this.done.push({ at, slug, count: less });
      }
    }
    this.since ??= at;
    this.before = now;
    this.done = this.done.filter((one) => at - one.at < minute);
  }

  private rates(at: number): Map<string, number> {
    const rates = new Map<string, number>();
    const looked = Math.min(minute, at - (this.since ?? at));
    if (looked < minute / 12) return rates;
    for (const { slug, count } of this.done) rates.set(slug, (rates.get(slug) ?? 0) + (count * minute) / looked);
    return rates;
  }
}
