import ts from "typescript";
import type { Mutator } from "./Mutator";

/** A loop that runs once before it looks how often it should: `do { … } while`, where 0 times may be asked for. */
export const runAtLeastOnce: Mutator = (node) => {
  if (!ts.isForStatement(node) || !node.initializer || !node.condition) return [];
  if (!ts.isVariableDeclarationList(node.initializer) || !isUpToParameter(node.condition)) return [];
  const [{ name, initializer }] = node.initializer.declarations;
  if (!initializer) return [];
  const text = `${name.getText()} === ${initializer.getText()} || ${node.condition.getText()}`;
  return [{ kind: "at least once", node: node.condition, text }];
};

/** A length is seldom 0; what a caller chooses may be. */
function isUpToParameter(condition: ts.Expression): boolean {
  if (!ts.isBinaryExpression(condition) || !ts.isIdentifier(condition.right)) return false;
  const { text } = condition.right;
  let around: ts.Node = condition;
  while (!ts.isFunctionDeclaration(around) && !ts.isSourceFile(around)) around = around.parent;
  return ts.isFunctionDeclaration(around) && around.parameters.some(({ name }) => name.getText() === text);
}
