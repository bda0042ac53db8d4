import type { Course } from "../../course/Course";
import type { GradingRun, Processes } from "../../engine/GradingRun";
import { prepareRun } from "../../engine/prepareRun";
import type { Act } from "../../gradebook/Act";
import { conditionsOf } from "../../gradebook/grading/conditionsOf";
import { graderFor } from "../../gradebook/grading/graderFor";
import { takeOver } from "../../gradebook/grading/takeOver";
import { urgentRuns } from "../../gradebook/queries/urgentRuns";
import { type WaitingRow, waitingRows } from "../../gradebook/queries/waiting";
import { takeGradingLock } from "../../gradebook/queue/gradingLock";
import { LocalQueue } from "../../gradebook/queue/local";
import type { Job, Scope } from "../../gradebook/queue/Queue";
import { runNamed } from "../../gradebook/runs";
import type { Store } from "../../gradebook/Store";
import type { RunRow } from "../../gradebook/schema";
import type { Limits } from "../../sandbox/host/limits";
import type { Grader } from "../../web/Grading";
import { namedAssignment } from "../assignmentFor";
import { version } from "../version";

/** What grading a whole gradebook needs. */
export interface GraderParts {
  store: Store;
  act: Act;
  course: Course;
  limits: Limits;
  processes: Processes;
  jobs: number;
  /** What results say who graded them. */
  worker: string;
  /** Told who grades, whenever that may have changed. */
  onGrader: (grader: Extract<Grader, { kind: "here" | "elsewhere" }>) => void;
}

interface Prepared {
  seed: number;
  run: GradingRun;
  conditions: string;
}

/** So many runs are kept ready. */
const mostPrepared = 4;

/** Grades what waits in a gradebook, whatever run it is of: live hand-ins first, then classes, then regrades. */
export class WaitingGrader {
  private readonly prepared = new Map<string, Promise<Prepared>>();
  private queue: LocalQueue | null = null;
  private isStopped = false;

  constructor(private readonly parts: GraderParts) {}

  /** @throws UsageError when the course has no such assignment; Refusal when the gradebook has no such run */
  async conditionsFor(slug: string): Promise<string> {
    return (await this.prepare(await runNamed(this.parts.store.db, slug))).conditions;
  }

  /** Grades what comes first, until nothing like it waits. @returns whether there was anything that can be graded here */
  async pass(): Promise<boolean> {
    const { db } = this.parts.store;
    const rows = await waitingRows(db);
    for (const slug of new Set((await urgentRuns(db)).map((one) => one.slug))) {
      if (this.isStopped) return false;
      const row = await runNamed(db, slug);
      const { run, conditions } = await this.prepare(row);
      const scope = { run: row.id, conditions };
      const others = rows.filter((one) => one.run === row.id && one.conditions !== conditions);
      if (others.some(({ why }) => why === "submitted")) await this.takeOver(scope);
      if (!(await this.isWaiting(scope))) continue;
      await this.work(scope, run);
      return true;
    }
    return false;
  }

  /** Finishes what was begun, and begins nothing else. */
  async stop(): Promise<void> {
    this.isStopped = true;
    await this.queue?.stop();
  }

  private async work(scope: Scope, run: GradingRun): Promise<void> {
    const { store, act, jobs, worker, onGrader } = this.parts;
    const queue = new LocalQueue(store, act, worker, () => onGrader({ kind: "elsewhere" }), version);
    this.queue = queue;
    if (this.isStopped) return;
    const onSettled = ({ why }: Job): void => {
      onGrader({ kind: "here" });
      // What is more urgent in another run comes first: the next pass begins with it.
      void this.giveWay(queue, scope, why).catch(ignore);
    };
    try {
      await queue.work(scope, graderFor(store.db, run), jobs, onSettled);
    } finally {
      this.queue = null;
      onGrader({ kind: "here" });
    }
  }

  private async giveWay(queue: LocalQueue, { run }: Scope, why: Job["why"]): Promise<void> {
    const [first] = await urgentRuns(this.parts.store.db);
    if (first === undefined || first.run === run || first.why === "regrade") return;
    if (first.live === 1 || why === "regrade") await queue.stop();
  }

  private async isWaiting({ run, conditions }: Scope): Promise<boolean> {
    const rows = await waitingRows(this.parts.store.db);
    return rows.some((row: WaitingRow) => row.run === run && row.conditions === conditions);
  }

  private async takeOver({ run, conditions }: Scope): Promise<void> {
    const release = await takeGradingLock(this.parts.store);
    // Whoever has it grades them, or leaves them for the next pass.
    if (release === null) return;
    try {
      await this.parts.store.db.transaction().execute((trx) => takeOver(trx, run, conditions));
    } finally {
      await release();
    }
  }

  private async prepare(row: RunRow): Promise<Prepared> {
    const known = await this.prepared.get(row.slug)?.catch(() => undefined);
    if (known?.seed === row.seed) return known;
    const made = this.make(row);
    made.catch(() => this.prepared.delete(row.slug));
    this.prepared.delete(row.slug);
    this.prepared.set(row.slug, made);
    for (const slug of [...this.prepared.keys()].slice(0, -mostPrepared)) this.prepared.delete(slug);
    return made;
  }

  private async make({ slug, seed }: RunRow): Promise<Prepared> {
    const { course, limits, processes } = this.parts;
    const assignment = namedAssignment(slug, course.assignments);
    const run = await prepareRun(course, assignment, { hidden: true, seed, limits, cache: true }, processes);
    return { seed, run, conditions: conditionsOf(run) };
  }
}

/** The next pass meets the same trouble, and reports it. */
function ignore(): void {}
