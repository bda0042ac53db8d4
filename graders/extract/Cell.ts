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

/** As a person would look it up: `code cell 4, line 2`, or `line 2` of a script. */
export function formatPlace({ cell, line }: Place): string {
  return cell === null ? `line ${line}` : `code cell ${cell}, line ${line}`;
}

/** The line itself, for quoting in a message. */
export function lineAt(cell: Cell, line: number): string {
  return clip(cell.source.split("\n")[line - 1]?.trim() ?? "", 80);
}
