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
