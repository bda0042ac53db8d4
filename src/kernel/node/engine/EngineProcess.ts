import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import type { Readable, Writable } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import { setTimeout as delay } from "node:timers/promises";
import { getHeapStatistics } from "node:v8";
import { kernel as words } from "../../../words/kernel";
import type { Engine, EngineEvents } from "../../engine/Engine";
import type { EngineMessage, RunMessage, StreamName } from "../../engine/messages";
import { packageRoot } from "../packageRoot";
import { LineReader } from "./LineReader";
import { commandPipe, interruptCommand, outputPipe } from "./pipes";

/** How long the last output of a process that has ended may take to arrive, in milliseconds. */
const arrival = 500;

/** What V8 prints first when memory runs out, and what is said in its place. Addresses and native frames follow. */
const farewells: readonly [RegExp, () => string][] = [
  [/<--- Last few GCs --->|FATAL ERROR: [^\n]*out of memory/, heapFull],
  [/Fatal process out of memory/, () => words.noAddressSpace],
];

function heapFull(): string {
  return words.heapFull(Math.round(getHeapStatistics().heap_size_limit / 2 ** 20));
}

/**
 * The process that runs the cells, seen from the kernel.
 *
 * It is separate from the sockets so that output appears, and interrupt and shutdown work, while a cell's synchronous
 * loop keeps it busy.
 */
export class EngineProcess implements Engine {
  readonly patience = 5000;
  private readonly child: ChildProcess;
  private isStopped = false;
  /** Why the process could not be started. */
  private failure: string | undefined;
  /** What it has printed last, if memory has run out. */
  private outOfMemory: (() => string) | undefined;

  constructor(
    directory: string,
    private readonly events: EngineEvents,
  ) {
    // A microtask loop is interrupted by terminating JavaScript from outside; Node's own bookkeeping of async hooks is
    // then off by the frames that never returned, which the first option accepts.
    const options = ["--no-force-async-hooks-checks", path.join(__dirname, "main.js")];
    this.child = spawn(process.execPath, options, {
      cwd: directory,
      // A group of its own: Jupyter sends SIGINT to the kernel's group, and only the kernel knows what to do with it.
      detached: process.platform !== "win32",
      windowsHide: true,
      stdio: ["ignore", "pipe", "pipe", "pipe", "pipe"],
      // `nablab` and its dependencies can be imported from notebooks anywhere.
      env: { ...process.env, NODE_PATH: path.join(packageRoot, "node_modules") },
    });
    this.readStream("stdout", events);
    this.readStream("stderr", events);
    this.readMessages(events);
    this.child.on("exit", (code, signal) => void this.reportExit(code, signal, events));
    // Such as a folder that has been deleted. Reported to the next cell: trying again would fail again.
    this.child.on("error", (error) => {
      if (this.child.pid === undefined) this.failure = error.message;
    });
    // Writing to a process that is just ending is reported by its exit.
    this.child.stdio[commandPipe]?.on("error", () => {});
  }

  run(message: RunMessage): void {
    if (this.child.pid === undefined) {
      setImmediate(() => this.events.exit(this.failure ?? ""));
      return;
    }
    this.command(JSON.stringify(message));
  }

  interrupt(): void {
    this.command(interruptCommand);
  }

  answer(text: string): void {
    this.command(JSON.stringify(text));
  }

  stop(): void {
    this.isStopped = true;
    this.child.kill("SIGKILL");
  }

  private command(line: string): void {
    (this.child.stdio[commandPipe] as Writable).write(`${line}\n`);
  }

  private async reportExit(code: number | null, signal: string | null, events: EngineEvents): Promise<void> {
    // Its pipes close when everything has been read, but a program that a cell started may hold them open.
    await Promise.race([once(this.child, "close"), delay(arrival)]);
    if (this.isStopped) return;
    events.exit(this.reasonFor(code, signal));
  }

  private reasonFor(code: number | null, signal: string | null): string {
    if (this.outOfMemory) return this.outOfMemory();
    if (signal === "SIGKILL") return words.killed;
    return signal ? words.signal(signal) : words.exitCode(code);
  }

  /** What is written to the descriptors directly: output of child processes, and fatal errors of Node. */
  private readStream(name: StreamName, events: EngineEvents): void {
    const decoder = new StringDecoder("utf8");
    this.child[name]?.on("data", (chunk: Buffer) => {
      const text = decoder.write(chunk);
      if (name === "stderr") this.outOfMemory ??= farewells.find(([pattern]) => pattern.test(text))?.[1];
      if (!this.outOfMemory) events.message({ type: "stream", cell: null, name, text });
    });
  }

  private readMessages(events: EngineEvents): void {
    const reader = new LineReader((line) => {
      const message = parse(line);
      if (message) events.message(message);
    });
    (this.child.stdio[outputPipe] as Readable).on("data", (chunk: Buffer) => reader.add(chunk));
  }
}

/** A message of the engine; undefined for what a cell itself wrote there. */
function parse(line: string): EngineMessage | undefined {
  try {
    return JSON.parse(line) as EngineMessage;
  } catch {
    return undefined;
  }
}
