import type { CellContext } from "../../engine/CellContext";
import { callBack, currentCell } from "./currentCell";

type Callback = (...args: unknown[]) => void;
type Timer = (callback: Callback, ...rest: unknown[]) => unknown;

/** Keeps the timers of an interrupted cell from firing, which ends a loop that waits for one between its steps. */
export function guardTimers(breathe: () => void): void {
  for (const name of ["setTimeout", "setInterval", "queueMicrotask"] as const) {
    const start = (globalThis[name] as Timer).bind(globalThis);
    replace(name, (callback, ...rest) => {
      // A chain of microtasks never comes to an end where anything else could stop it.
      breathe();
      return start(typeof callback === "function" ? guard(callback) : callback, ...rest);
    });
  }
  const { then } = Promise.prototype;
  const asking = function (this: Promise<unknown>, ...handlers: Parameters<typeof then>) {
    breathe();
    return Reflect.apply(then, this, handlers);
  };
  Object.defineProperty(asking, "name", { value: "then" });
  Object.defineProperty(asking, "length", { value: 2 });
  // biome-ignore lint/suspicious/noThenProperty: it takes the place of the promise's own
  Object.defineProperty(Promise.prototype, "then", { value: asking, writable: true, configurable: true });
}

function guard(callback: Callback): Callback {
  const context: CellContext | undefined = currentCell();
  return (...args) => {
    if (!context?.isInterrupted) callBack(context, () => callback(...args));
  };
}

function replace(name: string, timer: Timer): void {
  Object.defineProperty(globalThis, name, { value: timer, writable: true, configurable: true, enumerable: true });
}
