import { AsyncLocalStorage } from "node:async_hooks";
import type { CellContext } from "../../engine/CellContext";

const storage = new AsyncLocalStorage<CellContext>();
let latest: CellContext | undefined;

/** The cell that the running code belongs to; for callbacks that Node started by itself, the latest one. */
export function currentCell(): CellContext | undefined {
  return storage.getStore() ?? latest;
}

/** Runs `body` as part of a cell. */
export function runInCell<T>(context: CellContext, body: () => T): T {
  latest = context;
  return storage.run(context, body);
}

/** The cell whose timer is firing. It stays when the callback throws, or is terminated, so that no `finally` runs. */
let firing: CellContext | undefined;
/** Cells whose timers have fired, and never come to their end. */
const unfinished = new Set<CellContext>();

/** Calls a timer's callback, which a cell has started. */
export function callBack(context: CellContext | undefined, callback: () => void): void {
  if (firing) unfinished.add(firing);
  firing = context;
  callback();
  firing = undefined;
}

/** The cells whose timers have fired, and were terminated, or have thrown. */
export function takeUnfinished(): CellContext[] {
  if (firing) unfinished.add(firing);
  const found = [...unfinished];
  firing = undefined;
  unfinished.clear();
  return found;
}
