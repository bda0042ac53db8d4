import ts from "typescript";
import { type ParsedCell, parseCell } from "./parseCell";

/**
 * Where the object is that a cell ends with, `{ a: 1, b: 2 }`: to JavaScript, a statement that starts with a brace is a
 * block. As in Node's own prompt, it is an object if it can be one.
 */
export function lastObjectLiteral(cell: ParsedCell): { start: number; end: number } | undefined {
  for (const statement of cell.statements) {
    if (!ts.isBlock(statement)) continue;
    const start = statement.getStart(cell);
    const { statements, parseDiagnostics } = parseCell(`(${cell.text.slice(start)}\n)`);
    const [only] = statements;
    if (parseDiagnostics.length > 0 || statements.length !== 1 || !ts.isExpressionStatement(only)) continue;
    if (!ts.isParenthesizedExpression(only.expression)) continue;
    const { expression } = only.expression;
    // The parenthesis takes one place.
    if (ts.isObjectLiteralExpression(expression)) return { start, end: start + expression.end - 1 };
  }
  return undefined;
}
