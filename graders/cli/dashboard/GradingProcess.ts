import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { words } from "../../../src/words/words";
import { readBytes } from "../../extract/readBytes";
import type { Act } from "../../gradebook/Act";
import { hasTokens, openRuns } from "../../gradebook/queries/openRuns";
import { waitingRows } from "../../gradebook/queries/waiting";
import type { Queue } from "../../gradebook/queue/Queue";
import { queueFor } from "../../gradebook/queue/queueFor";
import { Refusal } from "../../gradebook/Refusal";
import type { Store } from "../../gradebook/Store";
import type { RunRow } from "../../gradebook/schema";
import type { Grader, Grading, TakenFile } from "../../web/Grading";
import { version } from "../version";
import type { Order, TakenPath, Told } from "./messages";

const say = words.dashboardLive.grading;

/** How often it looks whether something waits, in milliseconds. */
const pause = 500;

/** After the process could not start, or ended by itself, before another one is started. */
const pauseAfterFailure = 5000;

type Question = { kind: "conditions"; slug: string } | { kind: "take"; slug: string | null; path: string };

interface Asked {
  order: Order & { id: number };
  resolve(answer: string | TakenPath): void;
  reject(reason: Error): void;
}

/** What the process that grades is told. */
export interface GradingSettings {
  /** The gradebook, as `openStore` takes it. */
  where: string;
  /** The folder of the course. */
  course: string;
  /** How many submissions are graded at the same time; 0: none. */
  jobs: number;
  /** Whether learners can sign in, who wait for a verdict; where they have tokens, they can in any case. */
  forLearners?: boolean;
}

/** So many runs are kept ready for learners: no process keeps more. */
const mostReady = 4;

/**
 * Grades in a process of its own: pages are answered at once however much is being graded, and a submission that ends
 * the grader ends no page. The process is started when there is something to do. When staff have changed the course's
 * files it ends, and the next one loads what is there now.
 */
export class GradingProcess implements Grading {
  readonly queue: Queue;
  readonly worker = `${hostname()}/${process.pid}`;
  private child: ChildProcess | null = null;
  private readonly asked = new Map<number, Asked>();
  private readonly known = new Map<string, string>();
  private lastId = 0;
  /** Who grades, unless the process says otherwise. */
  private readonly resting: Grader;
  private state: Grader;
  private isEnding = false;
  /** Whether the process ended by itself the last time. */
  private hasFailed = false;
  /** Whether the process that is started next is kept, although it has nothing to do. */
  private stays = false;

  constructor(
    private readonly store: Store,
    private readonly act: Act,
    private readonly settings: GradingSettings,
  ) {
    this.queue = queueFor(store, act, { name: this.worker, version });
    this.resting =
      settings.jobs > 0 ? { kind: "here" } : store.boss ? { kind: "workers", count: 0 } : { kind: "nobody" };
    this.state = this.resting;
    void this.watch();
  }

  grader(): Grader {
    return this.state;
  }

  installed(slug: string): string | null {
    return this.known.get(slug) ?? null;
  }

  async conditionsFor({ slug }: Pick<RunRow, "slug">): Promise<string> {
    const conditions = (await this.ask({ kind: "conditions", slug })) as string;
    this.known.set(slug, conditions);
    return conditions;
  }

  async take(run: Pick<RunRow, "slug"> | null, fileName: string, bytes: Buffer): Promise<TakenFile> {
    const folder = mkdtempSync(join(tmpdir(), "nablab-hand-in-"));
    try {
      // As intake finds a class: a folder with one for each learner.
      const whole = join(folder, "class");
      const own = join(whole, "hand-in");
      for (const made of [whole, own]) mkdirSync(made);
      const path = join(own, fileName);
      writeFileSync(path, bytes);
      const taken = (await this.ask({ kind: "take", slug: run?.slug ?? null, path })) as TakenPath;
      const { problem, slug } = taken;
      const isSame = taken.path === path || taken.path === "";
      const chosen = isSame ? bytes : readBytes(taken.path, taken.below);
      return {
        ...{ bytes: chosen, fileName: taken.fileName },
        ...(problem === undefined ? {} : { problem }),
        ...(slug === undefined ? {} : { slug }),
      };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  /** Lets what was begun be finished. */
  async end(): Promise<void> {
    this.isEnding = true;
    const { child } = this;
    if (!child) return;
    const ended = once(child, "exit");
    this.send({ kind: "stop" });
    await ended;
  }

  /** Starts the process when something waits, or learners may hand in: its start takes seconds. */
  private async watch(): Promise<void> {
    while (!this.isEnding) {
      if (this.child === null) {
        const { db } = this.store;
        const waits = this.settings.jobs > 0 && (await waitingRows(db).then(({ length }) => length > 0, isAway));
        if (!this.isEnding && this.child === null && waits) this.start();
        else if (await this.forLearners()) await this.makeReady().catch(isAway);
      }
      await setTimeout(this.hasFailed ? pauseAfterFailure : pause, undefined, { ref: false });
    }
  }

  private async forLearners(): Promise<boolean> {
    this.stays = this.settings.forLearners === true || (await hasTokens(this.store.db).catch(isAway));
    return this.stays;
  }

  /** Loads what the first hand-ins would have to wait for. */
  private async makeReady(): Promise<void> {
    const slugs = await openRuns(this.store.db, this.act.now());
    if (this.isEnding) return;
    // What cannot be loaded is said to whoever hands in.
    await Promise.allSettled(slugs.slice(0, mostReady).map((slug) => this.conditionsFor({ slug })));
  }

  private ask(question: Question): Promise<string | TakenPath> {
    this.lastId += 1;
    const order = { ...question, id: this.lastId } as Order & { id: number };
    return new Promise((resolve, reject) => {
      this.asked.set(order.id, { order, resolve, reject });
      if (this.child) this.send(order);
      else this.start();
    });
  }

  private start(): void {
    const { where, course, jobs } = this.settings;
    const told = JSON.stringify({ where, course, jobs, by: this.act.by, stays: this.stays });
    const child = fork(join(__dirname, "gradingProcess.js"), [told], {
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      // Not those of the pages, which are for little memory.
      execArgv: [],
    });
    let message: string = say.ended;
    child.on("message", (told: Told) => {
      if (told.kind === "stopped") message = told.message;
      else this.hear(child, told);
    });
    child.on("exit", (code) => this.onExit(child, code === 0 ? null : message));
    this.child = child;
    for (const { order } of this.asked.values()) this.send(order);
  }

  private hear(child: ChildProcess, told: Exclude<Told, { kind: "stopped" }>): void {
    if (told.kind === "grader") {
      if (child === this.child) this.state = told.grader;
      return;
    }
    if (told.kind === "stale") {
      // It finishes what it has begun; meanwhile another one answers.
      this.known.clear();
      if (child === this.child) this.child = null;
      if (this.asked.size > 0 && !this.isEnding) this.start();
      return;
    }
    const asked = this.asked.get(told.id);
    this.asked.delete(told.id);
    if (told.kind === "answer") asked?.resolve(told.answer);
    else asked?.reject(new Refusal(told.message));
  }

  /** @param trouble why it ended, unless it had nothing more to do */
  private onExit(child: ChildProcess, trouble: string | null): void {
    if (child !== this.child) return;
    this.child = null;
    this.hasFailed = trouble !== null;
    this.state =
      trouble === null || this.resting.kind !== "here" ? this.resting : { kind: "stopped", message: trouble };
    for (const { reject } of this.asked.values()) reject(new Refusal(say.cannotStart(trouble ?? say.ended)));
    this.asked.clear();
  }

  private send(order: Order): void {
    // A message that can no longer be sent is handled when the process is gone.
    if (this.child?.connected) this.child.send(order, () => {});
  }
}

/** Pages say so themselves. */
function isAway(): false {
  return false;
}
