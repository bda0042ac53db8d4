import ts from "typescript";
import type { Mutator } from "./Mutator";

/** A statement left out, a condition that always or never holds, the branches of a choice swapped. */
export const changeFlow: Mutator = (node) => {
  if (ts.isExpressionStatement(node)) return [{ kind: "dropped statement", node, text: ";" }];
  if (ts.isIfStatement(node)) {
    return ["true", "false"].map((text) => ({ kind: "condition", node: node.expression, text }));
  }
  if (ts.isConditionalExpression(node)) {
    const [yes, no] = [node.whenTrue.getText(), node.whenFalse.getText()];
    return [{ kind: "condition", node, text: `${node.condition.getText()} ? ${no} : ${yes}` }];
  }
  return [];
};
