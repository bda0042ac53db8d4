/** A cell on its way from the percent-format script to the notebook. */
export interface Cell {
  type: "markdown" | "code";
  source: string;
  /** Stable across builds; set by the step `nameCells`. */
  id?: string;
  /** The code is given and need not be read: the notebook opens with it out of sight. */
  folded?: boolean;
  /** The graded function that the cell defines. */
  graded?: string;
}

/** One step of a build: pure, from cells to cells. */
export type Step = (cells: readonly Cell[]) => Cell[];
