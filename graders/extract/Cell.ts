import { clip } from "../text/clip";

/** A piece of source text: a code cell of a notebook, or a whole script. */
export interface Cell {
  /** Position among the notebook's code cells, from 1; null for a script. */
  number: number | null;
  source: string;
}

/** A line of a submission, from 1. */
export interface Place {
  cell: number | null;
  line: number;
}

/** The line itself, for quoting in a message. */
export function lineAt(cell: Cell, line: number): string {
  return clip(cell.source.split("\n")[line - 1]?.trim() ?? "", 80);
}
