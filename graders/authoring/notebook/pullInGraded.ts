import ts from "typescript";
import type { Cell, Step } from "./Cell";

/**
 * Fills every graded cell with the function's declarations from `staff/solution.ts`: its documentation, its overloads
 * and its body, without `export`.
 *
 * @throws Error naming the function that the solution does not declare
 */
export function pullInGraded(solution: string): Step {
  const file = ts.createSourceFile("solution.ts", solution, ts.ScriptTarget.Latest, true);
  const declarations = file.statements.filter(ts.isFunctionDeclaration);
  const pullIn = (name: string): string => {
    const found = declarations.filter((declaration) => declaration.name?.text === name);
    if (found.length === 0) throw new Error(`staff/solution.ts declares no function ${name}`);
    const texts = found.map((declaration) => solution.slice(declaration.getStart(file, true), declaration.end));
    return texts.map((text) => text.replace(/^export /m, "")).join("\n");
  };
  return (cells) => cells.map((cell): Cell => (cell.graded ? { ...cell, source: pullIn(cell.graded) } : cell));
}
