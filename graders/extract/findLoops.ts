import ts from "typescript";

export interface Loop {
  /** As it is written: `for`, `while` or `.map(…)`. */
  what: string;
  /** Line of the source, from 1. */
  line: number;
}

/** Methods that call a function for every element, of lists as of arrays. */
const callingBack = new Set(
  "every filter find findIndex findLast findLastIndex flatMap forEach map reduce reduceRight some".split(" "),
);

/**
 * The loops in the functions of a piece of TypeScript, in the order of the text. What runs only once, outside of any
 * function, does not count, nor does a loop over a list that is written out: `for (const g of [dw, db])`.
 */
export function findLoops(source: string): Loop[] {
  const file = ts.createSourceFile("unit.ts", source, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TS);
  const loops: Loop[] = [];
  // Not recursive: a sum of ten thousand terms must not use up the grader's stack.
  const waiting: { node: ts.Node; inFunction: boolean }[] = [{ node: file, inFunction: false }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, inFunction } = next;
    const what = inFunction ? loopOf(node) : null;
    if (what) loops.push({ what, line: file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1 });
    const children: ts.Node[] = [];
    ts.forEachChild(node, (child) => void children.push(child));
    for (const child of children.reverse())
      waiting.push({ node: child, inFunction: inFunction || ts.isFunctionLike(node) });
  }
  return loops;
}

function loopOf(node: ts.Node): string | null {
  if (ts.isForOfStatement(node)) return isWrittenOut(node.expression) ? null : "for";
  if (ts.isForStatement(node) || ts.isForInStatement(node)) return "for";
  if (ts.isWhileStatement(node)) return "while";
  if (ts.isDoStatement(node)) return "do";
  return ts.isCallExpression(node) ? callBackOf(node) : null;
}

/** `xs.map(f)`, `xs["map"](f)` and `Array.from(xs, f)`. */
function callBackOf({ expression, arguments: given }: ts.CallExpression): string | null {
  const called = accessOf(withoutParentheses(expression));
  if (!called) return null;
  const { owner, name } = called;
  if (name === "from" && given.length > 1) return owner.getText() === "Array" ? "Array.from(…)" : null;
  return callingBack.has(name) && given.length > 0 && !isWrittenOut(owner) ? `.${name}(…)` : null;
}

function accessOf(node: ts.Expression): { owner: ts.Expression; name: string } | null {
  if (ts.isPropertyAccessExpression(node)) return { owner: node.expression, name: node.name.text };
  if (!ts.isElementAccessExpression(node) || !ts.isStringLiteralLike(node.argumentExpression)) return null;
  return { owner: node.expression, name: node.argumentExpression.text };
}

/** A list whose length can be read off the code. */
function isWrittenOut(node: ts.Expression): boolean {
  const list = withoutParentheses(node);
  return ts.isArrayLiteralExpression(list) && !list.elements.some(ts.isSpreadElement);
}

/** Without what does not change the value: `(xs)`, `xs as number[]`, `xs!`. */
function withoutParentheses(node: ts.Expression): ts.Expression {
  const isWrapped = ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isNonNullExpression(node);
  return isWrapped ? withoutParentheses(node.expression) : node;
}
