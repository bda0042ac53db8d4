/** No process or file of a run outlives it, whichever of its processes is ended, and how. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { constants, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { noBubblewrap } from "../bubblewrap";

const root = join(__dirname, "../../..");
const wrapper = join(root, "graders/cli/nablab.js");
const folder = mkdtempSync(join(tmpdir(), "nablab-left-"));
afterAll(() => rmSync(folder, { recursive: true }));

function classOf(count: number): string {
  const submissions = join(folder, `class-${count}`);
  mkdirSync(submissions, { recursive: true });
  for (let i = 0; i < count; i++) writeFileSync(join(submissions, `${i}.ts`), "function sigmoid() { for (;;); }\n");
  return submissions;
}

interface Process {
  pid: number;
  parent: number;
  command: string;
  cpuTicks: number;
}

/** Leaves out processes that have ended but are still listed. */
function allProcesses(): Process[] {
  return readdirSync("/proc").flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const stat = readFileSync(`/proc/${name}/stat`, "latin1");
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      const command = readFileSync(`/proc/${name}/cmdline`, "latin1");
      const cpuTicks = Number(fields[11]) + Number(fields[12]);
      return fields[0] === "Z" ? [] : [{ pid: Number(name), parent: Number(fields[1]), command, cpuTicks }];
    } catch {
      return [];
    }
  });
}

/** One run of the command line. Its memory limit is unique, which identifies its processes. */
class Run {
  private static runs = 0;
  readonly temporary: string;
  private readonly memory: number;
  private readonly wrapper: ChildProcess;
  private readonly ended: Promise<unknown[]>;

  constructor(count: number, wall: string, start: readonly string[] = [process.execPath, wrapper]) {
    Run.runs += 1;
    this.memory = 700 + Run.runs;
    this.temporary = mkdtempSync(join(folder, "tmp-"));
    const limits = ["--timeout", "600", "--submission-timeout", "600", "--memory", String(this.memory)];
    const args = [
      "grade",
      classOf(count),
      "-a",
      "logistic-regression",
      "--seed",
      "1",
      "--no-cache",
      "--sandbox",
      wall,
      ...limits,
    ];
    const env = { ...process.env, TMPDIR: this.temporary };
    this.wrapper = spawn(start[0], [...start.slice(1), ...args], { cwd: root, env, stdio: "ignore" });
    this.ended = once(this.wrapper, "exit");
  }

  get pid(): number {
    return this.wrapper.pid ?? 0;
  }

  processes(): Process[] {
    const all = allProcesses();
    const own = new Set([this.wrapper.pid]);
    const isOwn = ({ pid, parent, command }: Process): boolean =>
      own.has(pid) ||
      own.has(parent) ||
      command.includes(`=${this.memory}\0`) ||
      command.includes(`--memory\0${this.memory}\0`);
    for (let before = -1; before < own.size; ) {
      before = own.size;
      for (const one of all.filter(isOwn)) own.add(one.pid);
    }
    return all.filter(({ pid }) => own.has(pid));
  }

  /** Waits until `count` functions are in their loop. */
  async loops(count: number): Promise<void> {
    const looping = (): number =>
      this.processes().filter(({ command, cpuTicks }) => command.includes(`=${this.memory}\0`) && cpuTicks > 25).length;
    await expect.poll(looping, { timeout: 25_000, interval: 50 }).toBeGreaterThanOrEqual(count);
  }

  /** The process that runs a program of ours. */
  pidOf(program: string): number {
    const found = this.processes().find(({ command }) => command.includes(program));
    if (!found) throw new Error(`${program} does not run`);
    return found.pid;
  }

  /** Ends what a failed test has left, which would go on. */
  clear(): void {
    for (const { pid } of this.processes()) process.kill(pid, "SIGKILL");
  }

  /** A shell's exit code. */
  async exitCode(): Promise<number> {
    const [code, signal] = (await this.ended) as [number | null, NodeJS.Signals | null];
    return code ?? 128 + constants.signals[signal ?? "SIGKILL"];
  }
}

const programs = { wrapper: "nablab.js", grader: "run.js", launcher: "/launcher-" };
type Program = keyof typeof programs;

async function expectNothingLeft(count: number, wall: string, ended: readonly Program[], signal: NodeJS.Signals) {
  const run = new Run(count, wall);
  try {
    await run.loops(Math.min(count, 2));
    const before = new Set(run.processes().map(({ pid }) => pid));
    const pids = ended.map((program) => run.pidOf(programs[program]));
    for (const pid of pids) process.kill(pid, signal);
    const left = (): string[] =>
      [...allProcesses().filter(({ pid }) => before.has(pid)), ...run.processes()].map(({ command }) => command);
    await expect.poll(left, { timeout: 2000, interval: 50 }).toEqual([]);
    expect(readdirSync(run.temporary)).toEqual([]);
    // Without a launcher, the grader says so and ends by itself.
    expect(await run.exitCode()).toBe(ended[0] === "launcher" ? 3 : 128 + constants.signals[signal]);
  } finally {
    run.clear();
  }
}

const signals = ["SIGTERM", "SIGINT", "SIGHUP", "SIGKILL"] as const;
const kinds = [1, 15, 100].flatMap((count) => ["node", "bwrap"].map((wall) => ({ count, wall })));
const pairs = signals.flatMap((signal) => (Object.keys(programs) as Program[]).map((program) => ({ signal, program })));
/** Each signal to each process, in a class of each size and behind each wall: every pair with two of the six kinds. */
const cases = pairs.flatMap(({ signal, program }, i) =>
  [i + Math.floor(i / 3), i + Math.floor(i / 3) + 3]
    .map((place) => kinds[place % 6])
    .map(({ count, wall }) => [signal, program, count, wall] as const),
);
const runnable = cases.filter(([, , , wall]) => wall === "node" || noBubblewrap === null);

describe.runIf(process.platform === "linux")("Nothing is left two seconds after", () => {
  test.each(runnable)("%s to the %s of %i endless loops, --sandbox %s", async (signal, program, count, wall) => {
    await expectNothingLeft(count, wall, [program], signal);
  });

  test.each(signals.filter((signal) => signal !== "SIGINT"))("%s to npm, which started the wrapper", async (signal) => {
    // SIGINT is the terminal's, which sends it to all of them: npm itself does nothing then.
    const run = new Run(1, "node", ["npm", "run", "--ignore-scripts", "nablab", "--"]);
    try {
      await run.loops(1);
      process.kill(run.pid, signal);
      await expect
        .poll(() => run.processes().map(({ command }) => command), { timeout: 2000, interval: 50 })
        .toEqual([]);
    } finally {
      run.clear();
    }
  });

  test.each(["node", ...(noBubblewrap === null ? ["bwrap"] : [])])(
    "the grader and the launcher are killed at the same moment, --sandbox %s",
    async (wall) => {
      await expectNothingLeft(3, wall, ["grader", "launcher"], "SIGKILL");
    },
  );
});
