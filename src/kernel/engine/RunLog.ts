import { type CellRun, type CellsRun, cellsRunHook } from "../../notebook/cellsRun";

/** Which cells were run, for those who have to know whether the notebook's file has them. */
export class RunLog {
  /** By id; those without one are one, as their place in the notebook is not known. */
  private readonly runs = new Map<string | null, CellRun>();

  constructor() {
    const all: CellsRun = () => [...this.runs.values()];
    Object.defineProperty(globalThis, cellsRunHook, { value: all, configurable: true });
  }

  add(run: CellRun): void {
    // The last one stands at the end.
    this.runs.delete(run.id);
    this.runs.set(run.id, run);
  }
}
