import ts from "typescript";

/** Methods that a loop may call in each step and still end soon; none of them makes a list longer. */
const quickMethods = new Set(["at", "set", "row"]);

/** So many steps take about a hundredth of a second. */
const fewSteps = 1e7;

const { SyntaxKind } = ts;

/**
 * Whether a loop visibly ends, and does nothing in its steps that could take long: it counts up or down, by a step that
 * is written there, to a limit that it does not change. What it cannot see, such as whether a method called `at` is an
 * array's, it takes for granted.
 *
 * A limit such as `n` is taken to be near: asking in each step makes the shortest loops take several times as long.
 *
 * @param isInside whether another loop is around, which asks between two runs of this one
 */
export function endsByItself(loop: ts.IterationStatement, isInside: boolean): boolean {
  if (!ts.isForStatement(loop)) return false;
  const { initializer, condition, incrementor, statement } = loop;
  if (!initializer || !ts.isVariableDeclarationList(initializer) || !condition || !incrementor) return false;
  if (!ts.isBinaryExpression(condition) || !ts.isIdentifier(condition.left)) return false;
  const { left, operatorToken, right } = condition;
  const counter = left.text;
  const start = initializer.declarations.find(({ name }) => isNamed(name, counter))?.initializer;
  if (!start || directionOf(incrementor, counter) !== directions.get(operatorToken.kind)) return false;
  const limit = limitOf(right);
  if (!limit || !limitOf(start)) return false;
  const kept = new Set([counter, ...limit]);
  return !containsLoop(statement, isInside) && isQuick(statement, kept, counter) && isQuick(initializer, kept, counter);
}

type Direction = 1 | -1;

const directions = new Map<ts.SyntaxKind, Direction>([
  [SyntaxKind.LessThanToken, 1],
  [SyntaxKind.LessThanEqualsToken, 1],
  [SyntaxKind.GreaterThanToken, -1],
  [SyntaxKind.GreaterThanEqualsToken, -1],
]);

/** Which way a counter goes: `i++`, `i += 2`, `--i`; undefined if that is not plain to see. */
function directionOf(node: ts.Expression, counter: string): Direction | undefined {
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
    if (!isNamed(node.operand, counter)) return undefined;
    if (node.operator === SyntaxKind.PlusPlusToken) return 1;
    return node.operator === SyntaxKind.MinusMinusToken ? -1 : undefined;
  }
  if (!ts.isBinaryExpression(node) || !isNamed(node.left, counter)) return undefined;
  if (!ts.isNumericLiteral(node.right) || !(Number(node.right.text) >= 1)) return undefined;
  if (node.operatorToken.kind === SyntaxKind.PlusEqualsToken) return 1;
  return node.operatorToken.kind === SyntaxKind.MinusEqualsToken ? -1 : undefined;
}

/** The names that a start or limit consists of; undefined for one that may be too far away, or change by itself. */
function limitOf(node: ts.Expression): string[] | undefined {
  if (ts.isNumericLiteral(node)) return Number(node.text) <= fewSteps ? [] : undefined;
  if (ts.isIdentifier(node)) return node.text !== "Infinity" ? [node.text] : undefined;
  if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
    return node.expression.text !== "Number" ? [node.expression.text] : undefined;
  }
  // `m - 1`, `shape[0]`
  if (ts.isBinaryExpression(node) && arithmetic.has(node.operatorToken.kind)) {
    const [left, right] = [limitOf(node.left), limitOf(node.right)];
    return left && right && [...left, ...right];
  }
  if (ts.isElementAccessExpression(node) && ts.isNumericLiteral(node.argumentExpression)) {
    return limitOf(node.expression);
  }
  if (ts.isPrefixUnaryExpression(node) && node.operator === SyntaxKind.MinusToken) return limitOf(node.operand);
  return ts.isParenthesizedExpression(node) ? limitOf(node.expression) : undefined;
}

const arithmetic = new Set([SyntaxKind.PlusToken, SyntaxKind.MinusToken, SyntaxKind.SlashToken]);

/** A loop that is not inside another one asks for those inside it. */
function containsLoop(node: ts.Node, isInside: boolean): boolean {
  if (ts.isIterationStatement(node, false)) return !isInside || !endsByItself(node, isInside);
  return ts.forEachChild(node, (child) => containsLoop(child, isInside) || undefined) ?? false;
}

/** Whether a loop, with those in it, computes and assigns only; none in it asks. */
export function callsNothing(loop: ts.IterationStatement): boolean {
  return !ts.forEachChild(loop, (part) => containsLoop(part, true) || !computes(part) || undefined);
}

/** Whether something calls nothing but what a quick loop may call. */
function computes(node: ts.Node): boolean {
  if (
    ts.isAwaitExpression(node) ||
    ts.isYieldExpression(node) ||
    ts.isNewExpression(node) ||
    ts.isTaggedTemplateExpression(node) ||
    ts.isClassLike(node) ||
    ts.isFunctionLike(node)
  )
    return false;
  if (ts.isCallExpression(node) && !isQuickCall(node)) return false;
  return !ts.forEachChild(node, (child) => !computes(child) || undefined);
}

/** Whether something computes and assigns only, and neither `kept` names nor lists become longer. */
function isQuick(node: ts.Node, kept: ReadonlySet<string>, counter: string): boolean {
  return computes(node) && changesNothing(node, kept, counter);
}

function changesNothing(node: ts.Node, kept: ReadonlySet<string>, counter: string): boolean {
  const target = targetOf(node);
  if (target && !isHarmless(target, kept, counter)) return false;
  return !ts.forEachChild(node, (child) => !changesNothing(child, kept, counter) || undefined);
}

function isQuickCall({ expression }: ts.CallExpression): boolean {
  if (!ts.isPropertyAccessExpression(expression)) return false;
  return isNamed(expression.expression, "Math") || quickMethods.has(expression.name.text);
}

/** What a node assigns to. */
function targetOf(node: ts.Node): ts.Expression | undefined {
  if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken;
    return kind >= SyntaxKind.FirstAssignment && kind <= SyntaxKind.LastAssignment ? node.left : undefined;
  }
  if (!ts.isPrefixUnaryExpression(node) && !ts.isPostfixUnaryExpression(node)) return undefined;
  const changes = node.operator === SyntaxKind.PlusPlusToken || node.operator === SyntaxKind.MinusMinusToken;
  return changes ? node.operand : undefined;
}

/** A variable, an element, or a property; not a pattern such as `[a, b]`. */
function isHarmless(target: ts.Expression, kept: ReadonlySet<string>, counter: string): boolean {
  if (ts.isParenthesizedExpression(target)) return isHarmless(target.expression, kept, counter);
  if (ts.isIdentifier(target)) return !kept.has(target.text);
  if (ts.isPropertyAccessExpression(target))
    return !isNamed(target.expression, ...kept) && target.name.text !== "length";
  if (!ts.isElementAccessExpression(target)) return false;
  // `xs[i]` is there already where `i` counts up to the length of `xs`; any other element may make that longer.
  return !isNamed(target.expression, ...kept) || isNamed(target.argumentExpression, counter);
}

function isNamed(node: ts.Node, ...names: readonly string[]): boolean {
  return ts.isIdentifier(node) && names.includes(node.text);
}
