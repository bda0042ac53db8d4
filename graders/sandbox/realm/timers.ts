/** Timers in virtual time: nothing waits, the clock jumps to the next one. */
import { realmWords } from "../../../src/words/realmWords";
import { advanceTo, time } from "./clock";

let last = 0;
let timers: Timer[] = [];

/** What `setTimeout` and its like return, with the methods that Node's timers have. */
class Timer {
  private readonly id: number;
  private due: number;

  constructor(
    private readonly callback: () => void,
    private readonly delay: number,
    private readonly repeats: boolean,
  ) {
    last += 1;
    this.id = last;
    this.due = time() + delay;
    timers.push(this);
  }

  /** Advances the clock to the next timer and runs it. False if there is none. */
  static runNext(): boolean {
    const [next] = [...timers].sort((a, b) => a.due - b.due || a.id - b.id);
    if (!next) return false;
    advanceTo(next.due);
    if (next.repeats) next.due += next.delay;
    else next.close();
    next.callback();
    return true;
  }

  /** Ends a timer, which may be given by its number. */
  static clear(timer: unknown): void {
    if (timer === undefined || timer === null || typeof timer === "symbol") return;
    timers = timers.filter((each) => each !== timer && each.id !== Number(timer));
  }

  close(): this {
    Timer.clear(this);
    return this;
  }

  refresh(): this {
    this.due = time() + this.delay;
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  hasRef(): boolean {
    return true;
  }

  [Symbol.toPrimitive](): number {
    return this.id;
  }

  [Symbol.dispose](): void {
    this.close();
  }
}

export const runNextTimer = (): boolean => Timer.runNext();

/** Drops what an earlier call left behind. */
export function clearTimers(): void {
  timers = [];
}

function start(name: string, callback: unknown, delay: unknown, args: unknown[], repeats: boolean): Timer {
  if (typeof callback !== "function") throw new TypeError(realmWords.needsFunction(name));
  return new Timer(() => callback(...args), delayOf(delay), repeats);
}

/** As Node has it: what is not a number, or out of range, is a millisecond. */
function delayOf(delay: unknown): number {
  const milliseconds = Number(delay);
  return milliseconds >= 1 && milliseconds < 2 ** 31 ? Math.trunc(milliseconds) : 1;
}

export const timerFunctions = {
  setTimeout: (callback: unknown, delay: unknown, ...args: unknown[]) =>
    start("setTimeout", callback, delay, args, false),
  setInterval: (callback: unknown, delay: unknown, ...args: unknown[]) =>
    start("setInterval", callback, delay, args, true),
  setImmediate: (callback: unknown, ...args: unknown[]) => start("setImmediate", callback, 0, args, false),
  clearTimeout: (timer: unknown) => Timer.clear(timer),
  clearInterval: (timer: unknown) => Timer.clear(timer),
  clearImmediate: (timer: unknown) => Timer.clear(timer),
  queueMicrotask(callback: unknown): void {
    if (typeof callback !== "function") throw new TypeError(realmWords.needsFunction("queueMicrotask"));
    void Promise.resolve().then(() => callback());
  },
};
