import { AsyncLocalStorage } from "node:async_hooks";

/** A run of a cell; follows everything the cell starts, so that late output finds its way back. */
export interface CellContext {
  readonly cell: number;
  readonly label: string;
  isInterrupted: boolean;
  isDone: boolean;
  /** Rejections not handled so far. */
  readonly rejections: Map<Promise<unknown>, unknown>;
  /** Ends the run with an error; does nothing once it is over. */
  fail(error: unknown): void;
}

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
