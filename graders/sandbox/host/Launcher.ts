import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Socket } from "node:net";
import { parse } from "node:path";
import { words } from "../../../src/words/words";
import type { Launch, Launched } from "../launcher/Launched";
import type { Order, Report } from "../launcher/messages";
import { findProgram } from "./findProgram";
import type { ProcessStarter } from "./ProcessStarter";
import { Remote } from "./Remote";

/** The launcher does little, and the less memory it has, the faster it forks. */
const small = ["--single-threaded", "--max-semi-space-size=1", "--no-warnings"];

/** It answers within milliseconds, or seconds on a machine under heavy load. After this long, no answer will come. */
const answerMs = 30_000;

/** At the end it only has to kill. */
const endMs = 1000;

interface Ordered {
  started(launched: Launched): void;
  refused(reason: Error): void;
  timer: NodeJS.Timeout;
}

/**
 * Starts processes from a small process of its own, for two reasons. The launcher ends with the grader, however that
 * ends, and takes everything it started with it; otherwise a process in an endless loop would keep running. And
 * starting a process forks its parent, which takes longer the more memory the parent has: 3 ms of processor time for a
 * grader of 200 MB, 1 ms for the launcher.
 */
export class Launcher implements ProcessStarter {
  readonly lost: Promise<never>;
  private readonly process: ChildProcess;
  private readonly ordered = new Map<number, Ordered>();
  private readonly running = new Map<number, Remote>();
  private lastId = 0;
  private isEnding = false;
  private lose: (reason: Error) => void = () => {};

  /** @param bundle what {@link bundleLauncher} built */
  constructor(bundle: string) {
    this.lost = new Promise((_, reject) => {
      this.lose = reject;
    });
    // Those who do not wait for `lost` need not handle its rejection.
    this.lost.catch(() => {});
    this.process = spawn(process.execPath, [...small, bundle, findProgram("setpriv") ?? ""], {
      // A folder that only the system's administrator can write to.
      cwd: parse(process.execPath).root,
      env: {},
      // Ctrl-C is for the grader alone. When the grader ends, so does the launcher.
      detached: true,
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    this.process.on("message", (report: Report, pipe) => this.handle(report, pipe as Socket));
    this.process.on("error", () => this.abandonAll());
    this.process.on("disconnect", () => this.abandonAll());
    this.process.unref();
    this.process.channel?.unref();
  }

  /** Rejects once the launcher is gone: nothing may be started that would not end with the grader. */
  readonly launch: Launch = (command, args) => {
    if (!this.process.connected) return Promise.reject(gone());
    this.lastId += 1;
    const id = this.lastId;
    return new Promise((started, refused) => {
      // It may have been stopped (SIGSTOP). Killing it closes the channel, which is handled there.
      const timer = setTimeout(() => this.process.kill("SIGKILL"), answerMs);
      this.ordered.set(id, { started, refused, timer });
      this.process.channel?.ref();
      this.send({ kind: "launch", id, command, args });
    });
  };

  async end(): Promise<void> {
    this.isEnding = true;
    if (!this.process.connected) return;
    this.process.ref();
    const ended = once(this.process, "exit");
    this.process.disconnect();
    const timer = setTimeout(() => this.process.kill("SIGKILL"), endMs);
    await ended;
    clearTimeout(timer);
  }

  private send(order: Order): void {
    // A message that can no longer be sent is handled when the channel closes.
    if (this.process.connected) this.process.send(order, () => {});
  }

  private handle(report: Report, pipe: Socket): void {
    const { id } = report;
    if (report.kind === "ended") {
      this.running.get(id)?.tell(report);
      this.running.delete(id);
      return;
    }
    const order = this.take(id);
    if (report.kind === "refused") {
      order?.refused(new Error(report.message));
      return;
    }
    const remote = new Remote(report.pid, pipe, () => this.send({ kind: "kill", id }));
    this.running.set(id, remote);
    order?.started(remote);
  }

  private take(id: number): Ordered | undefined {
    const order = this.ordered.get(id);
    clearTimeout(order?.timer);
    this.ordered.delete(id);
    if (this.ordered.size === 0) this.process.channel?.unref();
    return order;
  }

  private abandonAll(): void {
    const reason = gone();
    if (!this.isEnding) this.lose(reason);
    for (const { refused, timer } of this.ordered.values()) {
      clearTimeout(timer);
      refused(reason);
    }
    for (const remote of this.running.values()) remote.abandon(reason);
    this.ordered.clear();
    this.running.clear();
  }
}

function gone(): Error {
  return new Error(words.sandbox.launcherGone);
}
