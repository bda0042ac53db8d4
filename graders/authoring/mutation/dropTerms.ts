import ts from "typescript";
import type { Mutator, Replacement } from "./Mutator";
import { libraryCall } from "./npCall";

const operators = new Set([
  ts.SyntaxKind.PlusToken,
  ts.SyntaxKind.MinusToken,
  ts.SyntaxKind.AsteriskToken,
  ts.SyntaxKind.SlashToken,
]);
const withTwo = new Set(["add", "subtract", "multiply", "divide", "power", "maximum", "minimum"]);
const withOne = new Set([
  ...["negative", "exp", "log", "log1p", "sqrt", "square", "abs", "tanh", "sign", "norm", "floor", "ceil", "round"],
]);

/** A term or a factor left out (`a` for `a + b` and for `np.multiply(a, b)`), a function left out, `.T` forgotten. */
export const dropTerms: Mutator = (node) => {
  if (ts.isPropertyAccessExpression(node) && node.name.text === "T") {
    return [{ kind: "missing .T", node, text: node.expression.getText() }];
  }
  if (ts.isBinaryExpression(node) && operators.has(node.operatorToken.kind)) {
    return termsOf(node, [node.left, node.right]);
  }
  const call = libraryCall(node);
  if (!call) return [];
  if (withTwo.has(call.name) && call.args.length === 2) return termsOf(node, call.args);
  return withOne.has(call.name) && call.args.length === 1 ? termsOf(node, call.args) : [];
};

function termsOf(node: ts.Node, terms: readonly ts.Expression[]): Replacement[] {
  return terms.map((term) => ({ kind: "dropped term", node, text: term.getText() }));
}
