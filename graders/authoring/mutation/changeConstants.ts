import ts from "typescript";
import type { Mutator } from "./Mutator";
import { libraryCall } from "./npCall";

const reductions = new Set(["sum", "mean", "std", "var", "max", "min", "take", "argmax", "argmin", "prod", "norm"]);

/** Another number, another axis, `true` for `false`. */
export const changeConstants: Mutator = (node) => {
  if (node.kind === ts.SyntaxKind.TrueKeyword) return [{ kind: "constant", node, text: "false" }];
  if (node.kind === ts.SyntaxKind.FalseKeyword) return [{ kind: "constant", node, text: "true" }];
  if (!ts.isNumericLiteral(node)) return [];
  const call = libraryCall(node.parent);
  const isAxis = call !== null && reductions.has(call.name) && call.args[0] !== node;
  return changed(Number(node.text)).map((value) => ({
    kind: isAxis ? "wrong axis" : "constant",
    node,
    text: String(value),
  }));
};

function changed(value: number): number[] {
  if (value === 0) return [1];
  return Number.isInteger(value) ? [value - 1, value + 1] : [value / 2, value * 2];
}
