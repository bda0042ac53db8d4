import { inNode } from "../inNode";
import { type Engine, getSharedMemory, layout, type SharedMemory } from "./sharedMemory";

// TypeScript declares WebAssembly only among the browser's globals, which this library does not use.
declare const WebAssembly: {
  Instance: new (program: object, imports: object) => { exports: Engine };
};

/** What the second thread can be asked to run: a function of assembly/shared.ts. */
export type Operation = "product" | "dot";
const operations: readonly Operation[] = ["product", "dot"];

// Positions of the messages, in four-byte words: the numbers of jobs requested and done, each on its own cache line;
// the job; its result, counted in eight-byte words.
const asked = layout.messages / 4;
const done = asked + 16;
const job = asked + 32;
const answer = layout.messages / 8 + 32;

/** How often a thread looks for work before it sleeps: for 50 microseconds, about as long as waking it takes. */
const looks = 20_000;

const notStarted = -1;

/** A second thread, which works in the memory that both share. */
export class SecondThread {
  constructor(
    private readonly words: Int32Array,
    private readonly numbers: Float64Array,
  ) {}

  /** False while it is still starting. */
  get ready(): boolean {
    return Atomics.load(this.words, done) !== notStarted;
  }

  /** Starts an operation; this thread can do something else until {@link finish}. */
  begin(operation: Operation, argumentsOfIt: readonly number[]): void {
    // After an interrupt, a job may be under way that nobody has waited for.
    this.finish();
    this.words[job] = operations.indexOf(operation);
    for (let i = 0; i < argumentsOfIt.length; i++) this.words[job + 1 + i] = argumentsOfIt[i];
    Atomics.store(this.words, asked, this.words[asked] + 1);
    Atomics.notify(this.words, asked);
  }

  /** Waits until the operation is done; returns its result if that is a number. */
  finish(): number {
    const last = this.words[asked];
    for (let i = 0; i < looks; i++) if (Atomics.load(this.words, done) === last) return this.numbers[answer];
    for (let now = Atomics.load(this.words, done); now !== last; now = Atomics.load(this.words, done)) {
      Atomics.wait(this.words, done, now);
    }
    return this.numbers[answer];
  }
}

let started: SecondThread | null | undefined;

/**
 * The second thread, started when first requested. Null until it is ready, and always null where there is none: in a
 * browser, whose page must not wait, on a single processor, or if the process is not allowed one.
 */
export function getSecondThread(): SecondThread | null {
  if (started === undefined) started = start();
  return started?.ready ? started : null;
}

function start(): SecondThread | null {
  const shared = getSharedMemory();
  if (!shared || !inNode()) return null;
  if (process.getBuiltinModule("node:os").availableParallelism() < 2) return null;
  const words = new Int32Array(shared.memory.buffer);
  words[done] = notStarted;
  try {
    launch(shared);
  } catch {
    return null; // Node's permission model
  }
  return new SecondThread(words, new Float64Array(shared.memory.buffer));
}

function launch({ memory, program }: SharedMemory): void {
  const { Worker } = process.getBuiltinModule("node:worker_threads");
  const workerData = { memory, program, places: { asked, done, job, answer }, looks };
  // The source of a function is found wherever this library was compiled or bundled to. The worker gets neither the
  // options nor the environment of this process, which may load other programs into every thread.
  const worker = new Worker(`(${serve})()`, { eval: true, workerData, execArgv: [], env: {} });
  // A thread that cannot start, for lack of memory, is never ready; this one then does all the work.
  worker.on("error", () => {});
  worker.unref();
}

/** What the second thread runs: one job after another. Refers to nothing outside itself. */
function serve(): void {
  const { memory, program, places, looks } = process.getBuiltinModule("node:worker_threads").workerData;
  const { asked, done, job, answer } = places;
  const engine = new WebAssembly.Instance(program, { env: { memory } }).exports;
  const words = new Int32Array(memory.buffer);
  const numbers = new Float64Array(memory.buffer);
  Atomics.store(words, done, 0);
  for (let last = 0; ; last = Atomics.load(words, asked)) {
    Atomics.store(words, done, last);
    Atomics.notify(words, done);
    for (let i = 0; i < looks && Atomics.load(words, asked) === last; i++);
    while (Atomics.load(words, asked) === last) Atomics.wait(words, asked, last);
    const given = words.subarray(job + 1, job + 14);
    if (words[job] === 0) engine.product(...given);
    else numbers[answer] = engine.dot(given[0], given[1], given[2]);
  }
}
