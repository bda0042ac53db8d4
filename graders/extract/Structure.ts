/**
 * A statement at the top level of a submission, as it is compared with others: the kinds of its syntax tree's nodes, and
 * neither names nor values, comments nor layout.
 */
export interface Statement {
  /** The code cell, from 1; null in a script. */
  cell: number | null;
  /** Its first line in the cell, from 1. */
  line: number;
  /** As written, from the start of its first line. */
  text: string;
  /** TypeScript's kinds in preorder; 0 where the children of a node end. */
  kinds: number[];
  /** For each kind that is not 0, where the node is in `text`: line, column, last line, column after it; all from 0. */
  spans: number[];
}

/** A submission as it is compared with others, statement by statement. */
export interface Structure {
  statements: Statement[];
}
