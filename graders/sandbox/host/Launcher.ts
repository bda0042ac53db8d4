import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Socket } from "node:net";
import { parse } from "node:path";
import type { Launch, Launched } from "../launcher/Launched";
import { launchDirectly } from "../launcher/launchDirectly";
import type { Order, Report } from "../launcher/messages";
import { Remote } from "./Remote";

/** It does little, and the less memory it has, the sooner it forks. */
const small = ["--single-threaded", "--max-semi-space-size=1", "--no-warnings"];

interface Ordered {
  started(launched: Launched): void;
  refused(reason: Error): void;
}

/**
 * Starts processes from a small process of its own. Whoever starts one is forked, and that takes the longer the more
 * memory it has: for a grader of 200 MB 3 ms of processor time, for the launcher 1 ms, and the grader has other things to do.
 * The launcher ends with the grader, however that ends, and what it has started ends with the launcher.
 */
export class Launcher {
  private readonly process: ChildProcess;
  private readonly ordered = new Map<number, Ordered>();
  private readonly running = new Map<number, Remote>();
  private lastId = 0;

  /** @param bundle what {@link bundleLauncher} built */
  constructor(bundle: string) {
    this.process = spawn(process.execPath, [...small, bundle], {
      // Where nobody but the system's administrator writes.
      cwd: parse(process.execPath).root,
      env: {},
      // Ctrl-C is for the grader alone. When that ends, so does this.
      detached: true,
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    this.process.on("message", (report: Report, pipe) => this.handle(report, pipe as Socket));
    this.process.on("error", () => this.abandonAll());
    this.process.on("disconnect", () => this.abandonAll());
    this.process.unref();
    this.process.channel?.unref();
  }

  /** Should its process be gone, the grader starts the next ones itself. */
  readonly launch: Launch = (command, args) => {
    if (!this.process.connected) return launchDirectly(command, args);
    this.lastId += 1;
    const id = this.lastId;
    return new Promise((started, refused) => {
      this.ordered.set(id, { started, refused });
      this.process.channel?.ref();
      this.send({ kind: "launch", id, command, args });
    });
  };

  /** Kills what still runs. */
  async end(): Promise<void> {
    if (!this.process.connected) return;
    this.process.ref();
    this.process.disconnect();
    await once(this.process, "exit");
  }

  private send(order: Order): void {
    // What cannot be sent any more is dealt with when the channel closes.
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
    this.ordered.delete(id);
    if (this.ordered.size === 0) this.process.channel?.unref();
    return order;
  }

  private abandonAll(): void {
    const reason = new Error("the process that starts sandboxes went away");
    for (const { refused } of this.ordered.values()) refused(reason);
    for (const remote of this.running.values()) remote.abandon(reason);
    this.ordered.clear();
    this.running.clear();
  }
}
