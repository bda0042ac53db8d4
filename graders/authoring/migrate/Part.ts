import type { SourceCell } from "./SourceCell";

/**
 * The role of a cell, or of a piece of one, in the lesson.
 *
 * - `text` and `given` are for learners to read: markdown, and code;
 * - `solution` is code that learners write, `tests` checks it, `manual` is graded by a person;
 * - `settings` belongs to the old tool and is left out; so is `raw`, which may be anything.
 */
export type Role = "text" | "given" | "solution" | "tests" | "manual" | "settings" | "raw";

export interface Part {
  role: Role;
  cell: SourceCell;
  /** The cell's source without what belongs to the old tool. */
  source: string;
  points: number | null;
  /** The old tool's name for it: a grade_id, or a question's name. Tests belong to the solution with the same name. */
  question: string | null;
  /** Tests that learners do not see. */
  hidden: boolean;
}

/** A part that consists of the whole cell. */
export function wholeCell(cell: SourceCell, role: Role, more: Partial<Part> = {}): Part {
  return { role, cell, source: cell.source, points: null, question: null, hidden: false, ...more };
}

/** The part for a cell that has no meaning in the authoring format. */
export function plainCell(cell: SourceCell): Part {
  if (cell.type === "raw") return wholeCell(cell, "raw");
  return wholeCell(cell, cell.type === "markdown" ? "text" : "given");
}
