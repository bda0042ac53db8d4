import { mimeBundle } from "./display";

/** As the last expression of a cell, the promise makes the cell wait for it, and shows nothing itself. */
export function awaitedByCell(promise: Promise<void>): Promise<void> {
  return Object.defineProperty(promise, mimeBundle, { value: () => promise });
}
