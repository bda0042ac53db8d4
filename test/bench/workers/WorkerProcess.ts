import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

const runner = join(__dirname, "../../../graders/cli/run.js");

/** `nablab worker`, without the wrapper that only finds the pinned Node: this is the process to kill. */
export class WorkerProcess {
  private readonly child: ChildProcess;
  private said = "";

  constructor(address: string, jobs: number) {
    const args = [runner, "worker", "--db", address, "--jobs", String(jobs)];
    this.child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] });
    this.child.stderr?.on("data", (text) => {
      this.said += text;
    });
  }

  async kill(): Promise<void> {
    const ended = this.over();
    this.child.kill("SIGKILL");
    await ended;
  }

  /** @returns its exit code, and what it said last */
  async end(): Promise<string> {
    const ended = this.over();
    this.child.kill("SIGTERM");
    await ended;
    const { exitCode, signalCode } = this.child;
    return `${exitCode ?? signalCode}: ${this.said.trim().split("\n").at(-1)}`;
  }

  private over(): Promise<unknown> {
    const { exitCode, signalCode } = this.child;
    return exitCode === null && signalCode === null ? once(this.child, "close") : Promise.resolve();
  }
}
