import ts from "typescript";
import { Arithmetic } from "./arithmetic";
import { adviseCall } from "./calls";
import { adviseBrackets, adviseIndexing } from "./indexing";
import { adviseName, adviseProperty } from "./names";
import { nodeAt } from "./types";
import { words } from "./words";

/** The compiler's errors by what they are about. The syntax tree and the types decide; messages are never read. */
const operators = new Set([2356, 2362, 2363, 2365, 2367]);
const indices = new Set([2538, 2695, 7053]);
const calls = new Set([2345, 2353, 2554, 2555, 2559, 2575, 2769]);
const properties = new Set([2339, 2349, 2551]);
const names = new Set([2304, 2552]);
/** For errors of our own. */
export const unnumbered = 0;
const iterations = new Set([2488, 2461]);

/**
 * The errors of a file, with those reworded that come from habits of Python or plain JavaScript: they say what to write.
 * Several errors about one expression become one. Arithmetic on arrays that compiles all the same, `-A`, is added; it
 * has no number of TypeScript's.
 */
export function findHabits(
  file: ts.SourceFile,
  errors: readonly ts.Diagnostic[],
  program: ts.Program,
): ts.Diagnostic[] {
  const checker = program.getTypeChecker();
  const arithmetic = new Arithmetic(checker);
  const seen = new Set<ts.Node>();
  const found = errors.flatMap((error) => {
    const { start, length } = error;
    if (start === undefined || length === undefined) return [error];
    const habit = habitOf(error.code, nodeAt(file, start, length), checker, arithmetic);
    if (!habit) return [error];
    if (habit.expression && seen.has(habit.expression)) return [];
    if (habit.expression) seen.add(habit.expression);
    return [{ ...error, messageText: habit.sentence }];
  });
  for (const node of silentIn(file, arithmetic)) {
    const habit = arithmetic.advise(node);
    if (!habit || seen.has(habit.expression)) continue;
    seen.add(habit.expression);
    const start = node.getStart(file);
    const category = ts.DiagnosticCategory.Error;
    found.push({ file, start, length: node.end - start, code: unnumbered, category, messageText: habit.sentence });
  }
  return found.sort((one, other) => (one.start ?? 0) - (other.start ?? 0));
}

/** Arithmetic on arrays that TypeScript allows: signs, comparisons of two arrays, and `Number(A)`. */
function silentIn(file: ts.SourceFile, arithmetic: Arithmetic): ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    const mayBe = ts.isPrefixUnaryExpression(node) || ts.isBinaryExpression(node) || ts.isCallExpression(node);
    if (mayBe && arithmetic.isHabit(node)) found.push(node);
    else ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

interface Habit {
  expression?: ts.Node;
  sentence: string;
}

function habitOf(code: number, node: ts.Node, checker: ts.TypeChecker, arithmetic: Arithmetic): Habit | undefined {
  const saying = (sentence: string | undefined): Habit | undefined =>
    sentence === undefined ? undefined : { sentence };
  if (operators.has(code)) return arithmetic.advise(node);
  if (indices.has(code)) return adviseIndexing(node, arithmetic) ?? adviseBrackets(node, checker) ?? adviseTuple(node);
  if (calls.has(code)) return adviseNumbers(node, arithmetic) ?? adviseCall(node, checker, arithmetic);
  if (properties.has(code)) return adviseOwner(node, arithmetic) ?? saying(adviseProperty(node, checker));
  if (names.has(code)) return adviseAssigned(node, checker, arithmetic) ?? saying(adviseName(node, checker));
  if (iterations.has(code) && arithmetic.isArray(node)) return saying(words.notIterable(node.getText()));
  return undefined;
}

/** `Math.exp(A)`, and functions of numbers that np does not have. */
function adviseNumbers(node: ts.Node, arithmetic: Arithmetic): Habit | undefined {
  const call = ts.findAncestor(node, ts.isCallExpression);
  if (!call) return undefined;
  if (arithmetic.isHabit(call)) return arithmetic.advise(call);
  const called = call.expression.getText();
  if (!called.startsWith("Math.") || !call.arguments.some((one) => arithmetic.isArray(one))) return undefined;
  return { expression: call, sentence: words.numberFunction(called) };
}

/** `(A - B).T`: what is missing there is missing because of the operator. */
function adviseOwner(node: ts.Node, arithmetic: Arithmetic): Habit | undefined {
  const owner = ts.findAncestor(node, ts.isPropertyAccessExpression)?.expression;
  return owner && ts.isParenthesizedExpression(owner) ? arithmetic.advise(owner.expression) : undefined;
}

/** `np.zeros((2, 3))` */
function adviseTuple(node: ts.Node): Habit | undefined {
  const tuple = ts.findAncestor(node, ts.isParenthesizedExpression);
  if (!tuple || !ts.isBinaryExpression(tuple.expression) || !ts.isCallExpression(tuple.parent)) return undefined;
  const written = tuple.getText();
  return { expression: tuple, sentence: words.tuple(written, `[${written.slice(1, -1)}]`) };
}

/** `np.sum(A, axis = 1)`: a name that nothing declares is assigned to. */
function adviseAssigned(node: ts.Node, checker: ts.TypeChecker, arithmetic: Arithmetic): Habit | undefined {
  const { parent } = node;
  const isNamed = ts.isBinaryExpression(parent) && parent.left === node && ts.isCallExpression(parent.parent);
  return isNamed ? adviseCall(node, checker, arithmetic) : undefined;
}
