import type { CellContext } from "../../engine/CellContext";
import { callBack, currentCell } from "./currentCell";
import type { Leash } from "./Leash";

type Callback = (...args: unknown[]) => void;
type Timer = (callback: Callback, ...rest: unknown[]) => unknown;

/** The browser's own, even if cells replace it. */
const later: Timer = setTimeout.bind(globalThis) as Timer;

/**
 * Keeps the timers of an interrupted cell from firing, which ends a loop that waits for one between its steps. Those of
 * other cells wait until the page's message about the interrupt is there: until then, whatever asks is stopped.
 */
export function guardTimers(leash: Pick<Leash, "breathe" | "isPulled">): void {
  for (const name of ["setTimeout", "setInterval", "queueMicrotask"] as const) {
    const start = (globalThis[name] as Timer).bind(globalThis);
    replace(name, (callback, ...rest) => {
      // A chain of microtasks never comes to an end where anything else could stop it.
      leash.breathe();
      return start(typeof callback === "function" ? guard(callback, leash) : callback, ...rest);
    });
  }
  const { then } = Promise.prototype;
  const asking = function (this: Promise<unknown>, ...handlers: Parameters<typeof then>) {
    leash.breathe();
    return Reflect.apply(then, this, handlers);
  };
  Object.defineProperty(asking, "name", { value: "then" });
  Object.defineProperty(asking, "length", { value: 2 });
  // biome-ignore lint/suspicious/noThenProperty: it takes the place of the promise's own
  Object.defineProperty(Promise.prototype, "then", { value: asking, writable: true, configurable: true });
}

function guard(callback: Callback, leash: Pick<Leash, "isPulled">): Callback {
  const context: CellContext | undefined = currentCell();
  const guarded: Callback = (...args) => {
    if (context?.isInterrupted) return;
    if (leash.isPulled) later(() => guarded(...args), 0);
    else callBack(context, () => callback(...args));
  };
  return guarded;
}

function replace(name: string, timer: Timer): void {
  Object.defineProperty(globalThis, name, { value: timer, writable: true, configurable: true, enumerable: true });
}
