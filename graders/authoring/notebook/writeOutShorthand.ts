import ts from "typescript";
import type { Cell, Step } from "./Cell";

/** Writes `{ f }` as `{ f: f }`: tslab renames the variables of earlier cells, but not in the short form. */
export const writeOutShorthand: Step = (cells) =>
  cells.map((cell): Cell => (cell.type === "code" ? { ...cell, source: writtenOut(cell.source) } : cell));

function writtenOut(source: string): string {
  const file = ts.createSourceFile("cell.ts", source, ts.ScriptTarget.Latest, true);
  const places: { at: number; name: string }[] = [];
  const visit = (node: ts.Node): void => {
    // With an initializer, as in `({ a = 1 } = x)`, it is a pattern that assigns.
    if (ts.isShorthandPropertyAssignment(node) && !node.objectAssignmentInitializer) {
      places.push({ at: node.name.end, name: node.name.text });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return places.reduceRight((text, { at, name }) => `${text.slice(0, at)}: ${name}${text.slice(at)}`, source);
}
