import type ts from "typescript";

/** What is special about the place that cells are compiled for; nothing, if that is Node. */
export interface CellPlace {
  /** Changes the code of a cell, a file, before anything else does. */
  transform?(file: string): ts.TransformerFactory<ts.SourceFile>;
  /** What to read in place of an error, at a node of the cell, that comes from what the place does not have. */
  explain?(code: number, node: ts.Node): string | undefined;
}
