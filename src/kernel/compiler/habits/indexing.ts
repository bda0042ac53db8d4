import ts from "typescript";
import type { Arithmetic } from "./arithmetic";
import { isLibraryFunction } from "./types";
import { words } from "./words";

/** What to write for `A[0]`, `A[0, 1]`, `A[0][1]`, `A[mask]` and `A[np.arange(n), y]`; undefined for anything else. */
export function adviseIndexing(
  node: ts.Node,
  arithmetic: Arithmetic,
): { expression: ts.Node; sentence: string } | undefined {
  const first = ts.findAncestor(node, (one): one is ts.ElementAccessExpression => isOnArray(one, arithmetic));
  if (!first) return undefined;
  let whole = first;
  const indices = partsOf(first.argumentExpression);
  while (ts.isElementAccessExpression(whole.parent) && whole.parent.expression === whole) {
    whole = whole.parent;
    indices.push(...partsOf(whole.argumentExpression));
  }
  const array = first.expression.getText();
  const texts = indices.map((index) => index.getText()).join(", ");
  const isMask = indices.length === 1 && arithmetic.isArray(indices[0]);
  const isWhole = indices.some((index) => ts.isStringLiteralLike(index));
  if (isWhole && !indices.every(isRange)) return undefined;
  const isSeveral = !isMask && indices.some((one) => arithmetic.isArray(one) || ts.isArrayLiteralExpression(one));
  if (isSeveral && isWhole) return undefined;
  const element = isMask || isWhole || isSeveral ? null : `${array}.at(${texts})`;
  const part = isMask
    ? `${array}.extract(${arithmetic.render(indices[0])})`
    : `${array}.${isSeveral ? "atEach" : "slice"}(${texts})`;
  const value = assignedTo(whole);
  if (value === undefined) return { expression: whole, sentence: words.indexRead(whole.getText(), element, part) };
  const given = arithmetic.render(value);
  const isArray = arithmetic.isArray(value);
  if (isSeveral) {
    const put = `${array}.setEach(${texts}, ${given})`;
    return { expression: whole, sentence: words.indexWritten(whole.parent.getText(), null, put) };
  }
  const set = element === null || isArray ? null : `${array}.set(${texts}, ${given})`;
  const put = isMask
    ? `np.putmask(${array}, ${arithmetic.render(indices[0])}, ${given})`
    : `${array}.slice(${texts}).assign(${given})`;
  return { expression: whole, sentence: words.indexWritten(whole.parent.getText(), set, put) };
}

/** What to write for `np.c_[A, B]`, and for any other function of np with brackets; undefined for anything else. */
export function adviseBrackets(
  node: ts.Node,
  checker: ts.TypeChecker,
): { expression: ts.Node; sentence: string } | undefined {
  const access = ts.findAncestor(node, ts.isElementAccessExpression);
  if (!access || !isLibraryFunction(access.expression, checker)) return undefined;
  const given = partsOf(access.argumentExpression).map((part) => part.getText());
  const call = `${access.expression.getText()}(${given.join(", ")})`;
  return { expression: access, sentence: words.called(access.getText(), call) };
}

function isOnArray(node: ts.Node, arithmetic: Arithmetic): node is ts.ElementAccessExpression {
  return ts.isElementAccessExpression(node) && arithmetic.isArray(node.expression);
}

/** `0, 1` is one expression, whose value is its last part. */
function partsOf(index: ts.Expression): ts.Expression[] {
  if (!ts.isBinaryExpression(index) || index.operatorToken.kind !== ts.SyntaxKind.CommaToken) return [index];
  return [...partsOf(index.left), index.right];
}

/** Whether a text stands for a range, or is an index that is not a text. */
function isRange(index: ts.Expression): boolean {
  return !ts.isStringLiteralLike(index) || /^[-\d:. ]+$/.test(index.text);
}

function assignedTo({ parent }: ts.ElementAccessExpression): ts.Expression | undefined {
  const isAssignment = ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  return isAssignment ? parent.right : undefined;
}
