import ts from "typescript";
import type { FoundLoops, Loop } from "../Unit";
import { reverseFrom } from "./walk";

/** Methods, of lists and of arrays, that call a function for every element. */
const callingBack = new Set(
  "every filter find findIndex findLast findLastIndex flatMap forEach map reduce reduceRight some".split(" "),
);

/**
 * The loops in the functions of a piece of TypeScript. Code outside any function runs only once and does not count, nor
 * does a loop over a list that is written out: `for (const g of [dw, db])`.
 */
export function findLoops(source: string): FoundLoops {
  const file = ts.createSourceFile("unit.ts", source, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TS);
  const loops: Loop[] = [];
  const names = new Map<string, number>();
  // Not recursive: a sum of ten thousand terms must not use up the stack.
  const pending: { node: ts.Node; inFunction: boolean; depth: number }[] = [
    { node: file, inFunction: false, depth: 0 },
  ];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { node, inFunction, depth } = next;
    const what = inFunction ? loopOf(node) : null;
    if (what) {
      const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
      loops.push({ what, line, depth: depth + 1 });
    }
    if (isVariable(node)) names.set(node.text, Math.max(depth, names.get(node.text) ?? 0));
    const again = what ? new Set(repeatedBy(node)) : null;
    const first = pending.length;
    ts.forEachChild(node, (child) => {
      const own = { inFunction: inFunction || ts.isFunctionLike(node), depth: depth + (again?.has(child) ? 1 : 0) };
      pending.push({ node: child, ...own });
    });
    reverseFrom(pending, first);
  }
  return { loops, names: [...names] };
}

/** A name that is not a property: `f`, and `x` in `x.f`. */
function isVariable(node: ts.Node): node is ts.Identifier {
  return ts.isIdentifier(node) && !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node);
}

/** What a loop repeats. Not what it iterates over, such as `xs.map(f)` in `for (const x of xs.map(f)) g(x);`. */
function repeatedBy(node: ts.Node): readonly ts.Node[] {
  if (ts.isIterationStatement(node, false)) return [node.statement];
  return ts.isCallExpression(node) ? node.arguments : [];
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

/** A list whose length is visible in the code. */
function isWrittenOut(node: ts.Expression): boolean {
  const list = withoutParentheses(node);
  return ts.isArrayLiteralExpression(list) && !list.elements.some(ts.isSpreadElement);
}

/** The expression without what does not change its value: `(xs)`, `xs as number[]`, `xs!`. */
function withoutParentheses(node: ts.Expression): ts.Expression {
  let inner = node;
  while (ts.isParenthesizedExpression(inner) || ts.isAsExpression(inner) || ts.isNonNullExpression(inner)) {
    inner = inner.expression;
  }
  return inner;
}
