import timers from "node:timers";
import timersPromises from "node:timers/promises";
import { currentCell } from "./currentCell";

type Callback = (...args: unknown[]) => void;
type Timer = (callback: Callback, ...rest: unknown[]) => unknown;
type PromiseTimer = (...args: unknown[]) => Promise<unknown>;

/** Keeps the timers of an interrupted cell from firing, which ends a loop that waits for one between its steps. */
export function guardTimers(): void {
  for (const name of ["setTimeout", "setInterval", "setImmediate"] as const) {
    const guarded = Object.assign(guard(timers[name] as Timer), timers[name]);
    Object.assign(timers, { [name]: guarded });
    Object.assign(globalThis, { [name]: guarded });
  }
  for (const name of ["setTimeout", "setImmediate"] as const) {
    const guarded = guardPromise(timersPromises[name] as PromiseTimer);
    Object.assign(timersPromises, { [name]: guarded });
    Object.defineProperty(timers[name], Symbol.for("nodejs.util.promisify.custom"), { value: guarded });
  }
}

function guard(start: Timer): Timer {
  return (callback, ...rest) => {
    const context = currentCell();
    const fire: Callback = (...args) => {
      if (!context?.isInterrupted) callback(...args);
    };
    return start(fire, ...rest);
  };
}

function guardPromise(start: PromiseTimer): PromiseTimer {
  return async (...args) => {
    const context = currentCell();
    const value = await start(...args);
    return context?.isInterrupted ? new Promise(() => {}) : value;
  };
}
