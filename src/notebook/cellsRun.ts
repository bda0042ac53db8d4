/** A cell that was run, as it was then. */
export interface CellRun {
  /** The cell's id in the notebook; null where the front end does not say. */
  id: string | null;
  code: string;
}

/** What was run since the kernel started: of each cell the last time, and at the end the one that is running. */
export type CellsRun = () => readonly CellRun[];

/** The kernel puts its {@link CellsRun} on `globalThis` under this symbol. */
export const cellsRunHook = Symbol.for("nablab.cellsRun");

/** None outside a notebook, or in another kernel. */
export function cellsRun(): readonly CellRun[] {
  const hook = (globalThis as Record<symbol, unknown>)[cellsRunHook] as CellsRun | undefined;
  return hook?.() ?? [];
}
