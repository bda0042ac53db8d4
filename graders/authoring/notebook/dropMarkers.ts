import type { Cell, Step } from "./Cell";

/** Removes the lines that mark solution regions, for the notebook with solutions. */
export const dropMarkers: Step = (cells) =>
  cells.map((cell): Cell => ({ ...cell, source: cell.source.replace(/^[ \t]*\/\/ (BEGIN|END) SOLUTION\n/gm, "") }));
