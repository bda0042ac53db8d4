import ts from "typescript";

/**
 * Goes over the statements that TypeScript makes of imports and exports. Notes the modules that they require; and lets
 * an exported import be exported again, by a later version of the cell: TypeScript defines a property that stays.
 *
 * @param required where the names of modules go
 */
export function adjustExports(required: string[]): ts.TransformerFactory<ts.SourceFile> {
  return (context) => {
    const { factory } = context;
    const visit = (node: ts.Node): ts.Node => {
      // What the learner wrote stays.
      if (!(node.flags & ts.NodeFlags.Synthesized)) return node;
      if (ts.isCallExpression(node)) {
        const [first, second, descriptor] = node.arguments;
        if (isNamed(node.expression, "require") && first && ts.isStringLiteral(first)) required.push(first.text);
        const isAccessor = descriptor && ts.isObjectLiteralExpression(descriptor) && descriptor.properties.length === 2;
        if (first && isNamed(first, "exports") && second && isAccessor) {
          const configurable = factory.createPropertyAssignment("configurable", factory.createTrue());
          const whole = factory.createObjectLiteralExpression([...descriptor.properties, configurable]);
          return factory.updateCallExpression(node, node.expression, undefined, [first, second, whole]);
        }
      }
      return ts.visitEachChild(node, visit, context);
    };
    const visitStatement = (statement: ts.Statement): ts.Statement => {
      if (ts.isExpressionStatement(statement)) {
        return factory.updateExpressionStatement(statement, visit(statement.expression) as ts.Expression);
      }
      if (ts.isVariableStatement(statement)) {
        for (const { initializer } of statement.declarationList.declarations) if (initializer) visit(initializer);
      }
      return statement;
    };
    return (source) => factory.updateSourceFile(source, source.statements.map(visitStatement));
  };
}

function isNamed(node: ts.Node, name: string): boolean {
  return ts.isIdentifier(node) && node.text === name;
}
