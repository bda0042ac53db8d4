import ts from "typescript";
import type { Mutator } from "./Mutator";
import { libraryCall } from "./npCall";

/** Here the order of arguments makes no difference. */
const commutative = new Set(["add", "multiply", "maximum", "minimum", "equal", "notEqual"]);

/** Neighbouring arguments swapped, `np.dot(X, W)` for `np.dot(W, X)`; and the last of several left out. */
export const changeArguments: Mutator = (node) => {
  if (ts.isArrayLiteralExpression(node) && node.elements.length === 2) {
    const [first, second] = node.elements.map((element) => element.getText());
    return [{ kind: "swapped arguments", node, text: `[${second}, ${first}]` }];
  }
  if (!ts.isCallExpression(node) || commutative.has(libraryCall(node)?.name ?? "")) return [];
  const args = node.arguments.map((argument) => argument.getText());
  const call = (changed: string[]) => `${node.expression.getText()}(${changed.join(", ")})`;
  const swapped = args.slice(1).map((_, i) => {
    const text = call([...args.slice(0, i), args[i + 1], args[i], ...args.slice(i + 2)]);
    return { kind: "swapped arguments", node, text };
  });
  if (args.length < 2) return swapped;
  return [...swapped, { kind: "dropped argument", node, text: call(args.slice(0, -1)) }];
};
