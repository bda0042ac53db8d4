import ts from "typescript";

/** Whether a value of this type is an array, or may be one. */
export function isArrayType(type: ts.Type): boolean {
  if (type.isUnion()) return type.types.some(isArrayType);
  return type.symbol?.name === "NDArray";
}

/** Whether this is `np`, by whatever name. */
export function isNp(node: ts.Expression, checker: ts.TypeChecker): boolean {
  return checker.getTypeAtLocation(node).symbol?.name === "np";
}

/** Whether this is a function of `np`, `np.random` or `np.linalg`, or a method of an array. */
export function isLibraryFunction(node: ts.Expression, checker: ts.TypeChecker): node is ts.PropertyAccessExpression {
  if (!ts.isPropertyAccessExpression(node)) return false;
  const owner = node.expression;
  if (isNp(owner, checker) || isArrayType(checker.getTypeAtLocation(owner))) return true;
  return ts.isPropertyAccessExpression(owner) && isNp(owner.expression, checker);
}

/** The smallest node that covers exactly this part of the file; the innermost one around it if there is none. */
export function nodeAt(file: ts.SourceFile, start: number, length: number): ts.Node {
  let found: ts.Node = file;
  const visit = (node: ts.Node): void => {
    if (node.getStart(file) > start || node.end < start + length) return;
    found = node;
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(file, visit);
  return found;
}
