import ts from "typescript";

const { factory } = ts;

/** How a function is written otherwise. */
export interface Rewriting {
  random(): number;
  /** The share of places that are changed, from 0 to 1. */
  share: number;
  rename: boolean;
}

/**
 * Writes a function as somebody else might, who does the same: operands change sides, calls of `np` become chained
 * methods, results get a name, lines that print something are added, and variables get other names. Comments and layout
 * are the printer's.
 */
export function rewrite(declaration: ts.FunctionDeclaration, { random, share, rename }: Rewriting): string {
  const isChanged = (): boolean => random() < share;
  const names = rename ? otherNames(declaration, random) : new Map<string, string>();
  const change =
    (context: ts.TransformationContext) =>
    (root: ts.FunctionDeclaration): ts.FunctionDeclaration => {
      const visit = (before: ts.Node): ts.Node => {
        const node = ts.visitEachChild(before, visit, context);
        if (ts.isIdentifier(node)) return factory.createIdentifier(names.get(node.text) ?? node.text);
        if (commutes(node) && isChanged()) {
          return factory.createBinaryExpression(node.right, node.operatorToken, node.left);
        }
        if (isCallOfNp(node) && isChanged()) return asMethod(node);
        return ts.isBlock(node)
          ? factory.createBlock(
              node.statements.flatMap((one) => spread(one, isChanged)),
              true,
            )
          : node;
      };
      return ts.visitNode(root, visit) as ts.FunctionDeclaration;
    };
  const { transformed } = ts.transform(declaration, [change]);
  return ts
    .createPrinter({ removeComments: true })
    .printNode(ts.EmitHint.Unspecified, transformed[0], declaration.getSourceFile());
}

function otherNames(declaration: ts.FunctionDeclaration, random: () => number): Map<string, string> {
  const names = new Map<string, string>();
  const collect = (node: ts.Node): void => {
    const isNamed = ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isFunctionDeclaration(node);
    if (isNamed && node !== declaration && node.name && ts.isIdentifier(node.name)) {
      names.set(node.name.text, `v${Math.floor(random() * 1e6)}`);
    }
    ts.forEachChild(node, collect);
  };
  collect(declaration);
  return names;
}

function commutes(node: ts.Node): node is ts.BinaryExpression {
  if (!ts.isBinaryExpression(node)) return false;
  return [ts.SyntaxKind.AsteriskToken, ts.SyntaxKind.PlusToken].includes(node.operatorToken.kind);
}

interface CallOfNp extends ts.CallExpression {
  expression: ts.PropertyAccessExpression;
}

function isCallOfNp(node: ts.Node): node is CallOfNp {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  const { expression, name } = node.expression;
  const isChained = ["add", "subtract", "multiply", "divide", "dot"].includes(name.text);
  return isChained && ts.isIdentifier(expression) && expression.text === "np";
}

function asMethod({ expression: { name }, arguments: [first, ...others] }: CallOfNp): ts.CallExpression {
  const callee = factory.createPropertyAccessExpression(factory.createParenthesizedExpression(first), name);
  return factory.createCallExpression(callee, undefined, others);
}

/** A statement, perhaps after a line that prints something; what is returned may get a name first. */
function spread(statement: ts.Statement, isChanged: () => boolean): ts.Statement[] {
  const before = isChanged() && isChanged() ? [printing()] : [];
  if (!ts.isReturnStatement(statement) || !statement.expression || !isChanged()) return [...before, statement];
  const declared = factory.createVariableDeclaration("result", undefined, undefined, statement.expression);
  const list = factory.createVariableDeclarationList([declared], ts.NodeFlags.Const);
  const named = factory.createVariableStatement(undefined, list);
  return [...before, named, factory.createReturnStatement(factory.createIdentifier("result"))];
}

function printing(): ts.Statement {
  const log = factory.createPropertyAccessExpression(factory.createIdentifier("console"), "log");
  return factory.createExpressionStatement(
    factory.createCallExpression(log, undefined, [factory.createStringLiteral("here")]),
  );
}
