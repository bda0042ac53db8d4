import ts from "typescript";

/** A call of a function of `np`, `np.random` or `Math`. */
export interface LibraryCall {
  /** Without the library's name: `dot`, `random.randn`. */
  name: string;
  callee: ts.PropertyAccessExpression;
  args: readonly ts.Expression[];
}

export function libraryCall(node: ts.Node): LibraryCall | null {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return null;
  const [, name] = /^(?:np|Math)\.(.+)$/.exec(node.expression.getText()) ?? [];
  return name ? { name, callee: node.expression, args: node.arguments } : null;
}
