import ts from "typescript";
import type { Mutator } from "./Mutator";

/** A neighbour's name: `A2` for `A1`, `dZ` for `Z`, and the key `db${l}` for `dW${l}`. */
export const swapNames: Mutator = (node) => {
  if (ts.isTemplateHead(node)) {
    const key = /^(d?)([Wb])$/.exec(node.text);
    return key ? [{ kind: "wrong key", node, text: `\`${key[1]}${key[2] === "W" ? "b" : "W"}\${` }] : [];
  }
  if (!ts.isIdentifier(node) || !isUse(node)) return [];
  const names = [...namesAround(node)].filter((name) => name !== node.text && stemOf(name) === stemOf(node.text));
  return names.map((text) => ({ kind: "wrong name", node, text }));
};

function isUse(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  return ts.isCallExpression(parent) || ts.isBinaryExpression(parent) || ts.isPrefixUnaryExpression(parent);
}

/** The same for `A1`, `A2` and `dA2`. */
function stemOf(name: string): string {
  return name.replace(/^d(?=[A-Z])/, "").replace(/\d+$/, "");
}

/** The names that the top-level function around `node` binds: its parameters and variables. */
function namesAround(node: ts.Node): Set<string> {
  let root = node;
  while (!ts.isSourceFile(root.parent)) root = root.parent;
  const names = new Set<string>();
  const visit = (each: ts.Node): void => {
    const bound = ts.isParameter(each) || ts.isVariableDeclaration(each) || ts.isBindingElement(each);
    if (bound && ts.isIdentifier(each.name)) names.add(each.name.text);
    ts.forEachChild(each, visit);
  };
  visit(root);
  return names;
}
