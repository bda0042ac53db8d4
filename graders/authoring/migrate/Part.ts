import type { SourceCell } from "./SourceCell";

/**
 * What a cell, or a piece of one, is to the lesson.
 *
 * - `text` and `given` are read by learners: markdown, and code;
 * - `solution` is code in which learners write, `tests` checks it, `manual` is graded by a person;
 * - `settings` belongs to the old tool and is left out; so is `raw`, which may be anything.
 */
export type Role = "text" | "given" | "solution" | "tests" | "manual" | "settings" | "raw";

export interface Part {
  role: Role;
  cell: SourceCell;
  /** Of the cell, less what belongs to the old tool. */
  source: string;
  points: number | null;
  /** The old tool's name for it: a grade_id, or the name of a question. Tests belong to the solution with the same. */
  question: string | null;
  /** Tests that learners do not see. */
  hidden: boolean;
}

/** A part that is the whole cell. */
export function wholeCell(cell: SourceCell, role: Role, more: Partial<Part> = {}): Part {
  return { role, cell, source: cell.source, points: null, question: null, hidden: false, ...more };
}

/** The part of a cell to which the authoring format gives no meaning. */
export function plainCell(cell: SourceCell): Part {
  if (cell.type === "raw") return wholeCell(cell, "raw");
  return wholeCell(cell, cell.type === "markdown" ? "text" : "given");
}
