/**
 * Makes a fresh realm deterministic, and cuts it off from everything outside: a clock that advances one millisecond per
 * reading, a seeded `Math.random`, timers in virtual time, a console that prints nowhere.
 */

import { realmWords } from "../../../src/words/realmWords";
import { submissionFile } from "../wire/protocol";

const courseStart = Date.UTC(2026, 0, 1);

interface Timer {
  id: number;
  due: number;
  callback: () => void;
}

let now = courseStart;
let lastTimer = 0;
let timers: Timer[] = [];

const tick = (): number => {
  now += 1;
  return now;
};

function setTimer(callback: unknown, delay = 0, ...args: unknown[]): number {
  if (typeof callback !== "function") throw new TypeError(realmWords.timerWithoutFunction);
  lastTimer += 1;
  timers.push({ id: lastTimer, due: now + Math.max(1, Number(delay) || 0), callback: () => callback(...args) });
  return lastTimer;
}

const clearTimer = (id: unknown): void => {
  timers = timers.filter((timer) => timer.id !== id);
};

/** Advances the clock to the next timer and runs it. False if there is none. */
export function runNextTimer(): boolean {
  const [next] = [...timers].sort((a, b) => a.due - b.due || a.id - b.id);
  if (!next) return false;
  clearTimer(next.id);
  now = Math.max(now, next.due);
  next.callback();
  return true;
}

/** Drops what an earlier call left behind. */
export function clearTimers(): void {
  timers = [];
}

/** mulberry32: small, and gives the same numbers everywhere. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

class CourseDate extends Date {
  constructor(...args: unknown[]) {
    super(...((args.length > 0 ? args : [tick()]) as [number]));
  }

  static override now(): number {
    return tick();
  }
}

const silent = (): void => {};

/** Deeper than the library's own functions are ever nested. */
const maxFrames = 40;

/**
 * The value of `stack`: line and column of the innermost frame in the submission's code, and nothing about the frames
 * around it. Array methods are avoided, as the submission could replace them and get hold of the frames.
 */
export function placeInSubmission(_error: unknown, frames: NodeJS.CallSite[]): string {
  for (let i = 0; i < frames.length; i++) {
    const frame = frames[i];
    if (frame.getFileName() === submissionFile) return `${frame.getLineNumber()}:${frame.getColumnNumber()}`;
  }
  return "";
}

const { TypeError: OwnTypeError } = globalThis;

/** A submission's imports are checked before it runs; one that is overlooked finds nothing here either. */
export async function refuseImport(): Promise<never> {
  throw new OwnTypeError(realmWords.foreignImport);
}

/** Must run before any of the submission's code. */
export function prepareRealm(shared: Record<string, unknown>): void {
  const realm = globalThis as unknown as Record<string, unknown>;
  // The course does not need these, and each is a way to the real clock, to other threads or to machine code. The
  // library then does without WebAssembly: compiling it for each function takes longer than it saves.
  for (const name of ["WebAssembly", "SharedArrayBuffer", "Atomics", "Temporal", "Intl"]) delete realm[name];
  // V8 and Node look here for the function that formats an error's stack; its frames are those of the whole process,
  // which learner code must not see.
  const fixed = { writable: false, configurable: false };
  Object.defineProperty(Error, "prepareStackTrace", { value: placeInSubmission, ...fixed });
  Object.defineProperty(Error, "stackTraceLimit", { value: maxFrames, ...fixed });
  Object.defineProperty(realm, "Error", { value: Error, ...fixed });
  Math.random = seededRandom(1);
  Object.assign(realm, {
    Date: CourseDate,
    performance: { now: () => tick() - courseStart },
    console: new Proxy({}, { get: () => silent }),
    setTimeout: setTimer,
    setInterval: undefined,
    clearTimeout: clearTimer,
    queueMicrotask: (callback: () => void) => void Promise.resolve().then(callback),
    ...shared,
  });
}
