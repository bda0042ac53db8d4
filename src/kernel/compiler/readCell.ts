import type ts from "typescript";
import type { Declaration } from "./Declaration";
import { declaredNames } from "./declaredNames";
import { EditedSource, type Insertion } from "./EditedSource";
import { exportDeclarations, exportedByName } from "./exportDeclarations";
import { lastObjectLiteral } from "./lastObjectLiteral";
import { parseCell } from "./parseCell";

/** A cell as its syntax alone shows it. */
export interface CellSyntax {
  /** The tree; where the cell ends with an object, with parentheses around that. */
  tree: ts.SourceFile;
  declared: Declaration[];
  /** What turns the cell into a module that other cells can import. */
  insertions: Insertion[];
}

/** Reads a cell. Never throws: a syntax error is the compiler's business. */
export function readCell(code: string): CellSyntax {
  const parsed = parseCell(code);
  const object = lastObjectLiteral(parsed);
  const parentheses = object
    ? [
        { offset: object.start, text: "(" },
        { offset: object.end, text: ")" },
      ]
    : [];
  // Declarations come before the object, where the parentheses move nothing.
  const tree = object ? parseCell(new EditedSource(code, parentheses).text) : parsed;
  const byName = exportedByName(tree);
  const exports = byName.length > 0 ? [{ offset: 0, text: `export { ${byName.join(", ")} }; ` }] : [];
  return {
    tree,
    declared: declaredNames(tree),
    insertions: [...exports, ...exportDeclarations(tree), ...parentheses],
  };
}
