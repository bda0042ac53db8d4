import timers from "node:timers";
import timersPromises from "node:timers/promises";
import { callBack, currentCell } from "./currentCell";
import { clearTurn, nextTurn } from "./turns";

type Callback = (...args: unknown[]) => void;
type Timer = (callback: Callback, ...rest: unknown[]) => unknown;
type PromiseTimer = (...args: unknown[]) => Promise<unknown>;

/** Keeps the timers of an interrupted cell from firing, which ends a loop that waits for one between its steps. */
export function guardTimers(): void {
  for (const name of ["setTimeout", "setInterval"] as const)
    replace(name, Object.assign(guard(timers[name] as Timer), timers[name]));
  const { setImmediate, clearImmediate } = timers;
  const startTurn: Timer = (callback, ...args) =>
    // Node's own refuses what cannot be called.
    typeof callback === "function" ? nextTurn(() => callback(...args)) : setImmediate(callback);
  replace("setImmediate", guard(startTurn));
  replace("clearImmediate", (turn: unknown) => {
    clearTurn(turn);
    // One that Node itself has started.
    clearImmediate(turn as NodeJS.Immediate);
  });
  for (const name of ["setTimeout", "setImmediate"] as const) {
    const guarded = guardPromise(timersPromises[name] as PromiseTimer);
    Object.assign(timersPromises, { [name]: guarded });
    Object.defineProperty(timers[name], Symbol.for("nodejs.util.promisify.custom"), { value: guarded });
  }
}

function replace(name: string, timer: Callback | Timer): void {
  Object.assign(timers, { [name]: timer });
  Object.assign(globalThis, { [name]: timer });
}

function guard(start: Timer): Timer {
  return (callback, ...rest) => {
    if (typeof callback !== "function") return start(callback, ...rest);
    const context = currentCell();
    const fire: Callback = (...args) => {
      if (!context?.isInterrupted) callBack(context, () => callback(...args));
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
