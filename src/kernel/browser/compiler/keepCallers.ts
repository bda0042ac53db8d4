import ts from "typescript";

/**
 * Makes functions of `file` stay on the stack while they call what they return: `return f()` becomes
 * `return result = f()`. JavaScriptCore leaves a function before such a call, as ECMA-262 has it ("PrepareForTailCall"),
 * and V8 does not: without this, stacks lack the function, and a recursion without end never fails.
 */
export function keepCallers(file: string): ts.TransformerFactory<ts.SourceFile> {
  return (context) => {
    const { factory } = context;

    const kept = (value: ts.Expression): ts.Expression => {
      if (!callsLast(value)) return value;
      const result = factory.createUniqueName("result");
      context.hoistVariableDeclaration(result);
      return ts.setTextRange(factory.createAssignment(result, value), value);
    };

    const visit = (node: ts.Node): ts.Node => {
      if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) {
        const { body } = node;
        const visitPart = (part: ts.Node) =>
          part === body ? kept(ts.visitNode(body, visit, ts.isExpression)) : visit(part);
        return ts.visitEachChild(node, visitPart, context);
      }
      const visited = ts.visitEachChild(node, visit, context);
      if (!ts.isReturnStatement(visited) || !visited.expression) return visited;
      return factory.updateReturnStatement(visited, kept(visited.expression));
    };

    return (source) => (source.fileName === file ? ts.visitEachChild(source, visit, context) : source);
  };
}

const passesOn = new Set([
  ts.SyntaxKind.CommaToken,
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
]);

/** Whether the last thing that an expression does can be a call. */
function callsLast(node: ts.Expression): boolean {
  if (ts.isCallExpression(node) || ts.isTaggedTemplateExpression(node)) return true;
  if (ts.isConditionalExpression(node)) return callsLast(node.whenTrue) || callsLast(node.whenFalse);
  if (ts.isBinaryExpression(node)) return passesOn.has(node.operatorToken.kind) && callsLast(node.right);
  return isWrapped(node) && callsLast(node.expression);
}

/** Parentheses, and types, which vanish. */
function isWrapped(
  node: ts.Expression,
): node is ts.ParenthesizedExpression | ts.AssertionExpression | ts.NonNullExpression | ts.SatisfiesExpression {
  const isTyped = ts.isAssertionExpression(node) || ts.isNonNullExpression(node) || ts.isSatisfiesExpression(node);
  return isTyped || ts.isParenthesizedExpression(node);
}
