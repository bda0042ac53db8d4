import ts from "typescript";

/** Whether a statement only prints, or computes what it prints: that is not graded. */
export function isPrinting(node: ts.Node): boolean {
  if (ts.isIfStatement(node)) return !node.elseStatement && isPrinting(node.thenStatement);
  if (ts.isBlock(node)) {
    const doing = node.statements.filter((statement) => !ts.isVariableStatement(statement));
    return doing.length > 0 && doing.every(isPrinting);
  }
  return ts.isExpressionStatement(node) && node.expression.getText().startsWith("console.");
}
