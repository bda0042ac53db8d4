import ts from "typescript";

/**
 * What the code around a name does with it.
 *
 * - `changed`: it is assigned to, or deleted from.
 * - `called`: a method of it is called.
 * - `passed`: it is an argument of a call.
 * - `shared`: something else is given the same value, or a part of it.
 */
export interface Role {
  what: "read" | "changed" | "called" | "passed" | "shared";
  /** Whether it is the result of calling it that this is done with. */
  isResult: boolean;
  /** The function that it is passed to. */
  callee?: ts.Expression;
  /** What it is assigned to. */
  target?: ts.Expression;
}

/** Code is hardly ever nested more deeply within one expression; beyond this, a name counts as changed. */
const maxSteps = 60;

/** Functions that change their first argument; what else they are given is only passed. */
const changingFirst = new Set(
  "apply assign call copyWithin defineProperties defineProperty deleteProperty freeze preventExtensions seal set setPrototypeOf shuffle".split(
    " ",
  ),
);

/** Follows an expression outwards from a name, as far as its value goes. */
export function roleOf(name: ts.Identifier): Role {
  let node: ts.Node = name;
  let isPart = false;
  let isResult = false;
  for (let step = 0; step < maxSteps; step++) {
    const parent: ts.Node = node.parent;
    switch (parent.kind) {
      case ts.SyntaxKind.PropertyAccessExpression:
      case ts.SyntaxKind.ElementAccessExpression:
        if ((parent as ts.AccessExpression).expression !== node) return { what: "read", isResult };
        isPart = true;
        break;
      case ts.SyntaxKind.CallExpression:
      case ts.SyntaxKind.NewExpression: {
        const { expression, arguments: given = [] } = parent as ts.CallExpression | ts.NewExpression;
        if (expression !== node) {
          const what = given[0] === node && changesFirst(expression) ? "changed" : "passed";
          return { what, isResult, callee: expression };
        }
        if (isPart && ts.isCallExpression(parent)) return { what: "called", isResult };
        isResult = true;
        break;
      }
      case ts.SyntaxKind.TaggedTemplateExpression:
        if (isPart || (parent as ts.TaggedTemplateExpression).tag !== node) return { what: "called", isResult };
        isResult = true;
        break;
      default: {
        const what = roleIn(parent, node);
        if (what !== null) return { what, isResult, ...(isAssigned(parent, node) && { target: parent.left }) };
      }
    }
    node = parent;
  }
  return { what: "changed", isResult };
}

function changesFirst(callee: ts.Expression): boolean {
  return ts.isPropertyAccessExpression(callee) && changingFirst.has(callee.name.text);
}

/** What a piece of syntax does with the value of a node in it; null when its own value is that of the node. */
function roleIn(parent: ts.Node, node: ts.Node): Role["what"] | null {
  switch (parent.kind) {
    case ts.SyntaxKind.PrefixUnaryExpression:
    case ts.SyntaxKind.PostfixUnaryExpression: {
      const { operator } = parent as ts.PrefixUnaryExpression;
      const isStep = operator === ts.SyntaxKind.PlusPlusToken || operator === ts.SyntaxKind.MinusMinusToken;
      return isStep ? "changed" : "read";
    }
    case ts.SyntaxKind.DeleteExpression:
      return "changed";
    case ts.SyntaxKind.BinaryExpression:
      return roleInBinary(parent as ts.BinaryExpression, node);
    case ts.SyntaxKind.ConditionalExpression:
      return (parent as ts.ConditionalExpression).condition === node ? "read" : null;
    case ts.SyntaxKind.ForOfStatement:
    case ts.SyntaxKind.ForInStatement: {
      const { initializer, expression } = parent as ts.ForInOrOfStatement;
      if (initializer === node) return "changed";
      return expression === node ? "shared" : "read";
    }
    case ts.SyntaxKind.TemplateExpression:
      return ts.isTaggedTemplateExpression(parent.parent) ? null : "read";
    case ts.SyntaxKind.VariableDeclaration:
    case ts.SyntaxKind.BindingElement:
    case ts.SyntaxKind.Parameter:
    case ts.SyntaxKind.PropertyDeclaration:
    case ts.SyntaxKind.ReturnStatement:
    case ts.SyntaxKind.ArrowFunction:
    case ts.SyntaxKind.YieldExpression:
      return "shared";
    case ts.SyntaxKind.ParenthesizedExpression:
    case ts.SyntaxKind.NonNullExpression:
    case ts.SyntaxKind.AsExpression:
    case ts.SyntaxKind.SatisfiesExpression:
    case ts.SyntaxKind.TypeAssertionExpression:
    case ts.SyntaxKind.AwaitExpression:
    case ts.SyntaxKind.TemplateSpan:
    case ts.SyntaxKind.SpreadElement:
    case ts.SyntaxKind.SpreadAssignment:
    // These two may be a pattern that is assigned to, which shows further out.
    case ts.SyntaxKind.ArrayLiteralExpression:
    case ts.SyntaxKind.ObjectLiteralExpression:
    case ts.SyntaxKind.PropertyAssignment:
    case ts.SyntaxKind.ShorthandPropertyAssignment:
      return null;
    default:
      return "read";
  }
}

function roleInBinary({ left, operatorToken: { kind } }: ts.BinaryExpression, node: ts.Node): Role["what"] | null {
  const isAssignment = kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
  if (isAssignment) return left === node ? "changed" : "shared";
  return passingOperators.has(kind) ? null : "read";
}

function isAssigned(parent: ts.Node, node: ts.Node): parent is ts.BinaryExpression {
  return ts.isBinaryExpression(parent) && parent.right === node && roleInBinary(parent, node) === "shared";
}

/** The operators whose value is that of one of their sides. */
const passingOperators: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.CommaToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.QuestionQuestionToken,
]);
