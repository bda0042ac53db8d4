import type { CellContext } from "../../engine/CellContext";

let latest: CellContext | undefined;
let entered: CellContext | undefined;

/**
 * The cell whose code, or timer, is being called; otherwise the latest. No browser follows a cell through its promises:
 * what goes on after an `await` is taken for the latest cell's.
 */
export function currentCell(): CellContext | undefined {
  return entered ?? latest;
}

/** Runs `body` as part of a cell, which is the latest from now on. */
export function runInCell<T>(context: CellContext, body: () => T): T {
  latest = context;
  return callBack(context, body);
}

/** Calls what a cell has left to be called later. */
export function callBack<T>(context: CellContext | undefined, body: () => T): T {
  const before = entered;
  entered = context;
  try {
    return body();
  } finally {
    entered = before;
  }
}
