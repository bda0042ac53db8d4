import ts from "typescript";
import type { Arithmetic } from "./arithmetic";
import { isArrayType, isLibraryFunction } from "./types";
import { words } from "./words";

interface Advice {
  expression: ts.Node;
  sentence: string;
}

/** What is wrong with the arguments of a call; undefined if that is not known. */
export function adviseCall(node: ts.Node, checker: ts.TypeChecker, arithmetic: Arithmetic): Advice | undefined {
  const call = ts.findAncestor(node, ts.isCallExpression);
  if (!call || (ts.findAncestor(node, ts.isFunctionLike)?.pos ?? -1) > call.pos) return undefined;
  const habits = isLibraryFunction(call.expression, checker)
    ? [options, several, oneByOne, list, larger, arrayOfIndices, missing]
    : [missing];
  for (const habit of habits) {
    const sentence = habit(call, checker, arithmetic);
    if (sentence !== undefined) return { expression: call, sentence };
  }
  return undefined;
}

type Habit = (call: ts.CallExpression, checker: ts.TypeChecker, arithmetic: Arithmetic) => string | undefined;

/** The longest list of parameters that the function has. */
function parametersOf(call: ts.CallExpression, checker: ts.TypeChecker): readonly ts.Symbol[] {
  const signatures = checker.getTypeAtLocation(call.expression).getCallSignatures();
  return signatures.map(({ parameters }) => parameters).reduce((a, b) => (b.length > a.length ? b : a), []);
}

/** `np.sum(A, { axis: 1 })`, `np.sum(A, axis = 1)` */
const options: Habit = (call, checker) => {
  const named = new Map(call.arguments.flatMap(namesIn));
  if (named.size === 0) return undefined;
  const names = parametersOf(call, checker).map(({ name }) => (name === "order" ? "ord" : name));
  if (![...named.keys()].every((name) => names.includes(name))) return words.byPosition;
  const first = call.arguments.findIndex((one) => namesIn(one).length > 0);
  const texts = call.arguments.map((one) => (namesIn(one).length > 0 ? undefined : one.getText()));
  const last = names.findLastIndex((name) => named.has(name));
  const values = names.slice(first, last + 1).map((name) => named.get(name) ?? "null");
  const all = [...texts.slice(0, first), ...values, ...texts.slice(first).filter((one) => one !== undefined)];
  return words.positions(`${call.expression.getText()}(${all.join(", ")})`);
};

function namesIn(argument: ts.Expression): [string, string][] {
  if (ts.isObjectLiteralExpression(argument)) {
    return argument.properties.map((property) => {
      const value = ts.isPropertyAssignment(property) ? property.initializer : property.name;
      return [property.name?.getText() ?? "", value?.getText() ?? ""];
    });
  }
  const isAssignment = ts.isBinaryExpression(argument) && argument.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  return isAssignment ? [[argument.left.getText(), argument.right.getText()]] : [];
}

/** `np.zeros(2, 3)`, `np.reshape(A, 2, 3)` */
const several: Habit = (call, checker) => {
  const parameters = parametersOf(call, checker);
  const at = parameters.findIndex(({ name }) => name === "shape" || name === "size");
  const given = call.arguments;
  if (at < 0 || isRest(parameters[at]) || given.length <= parameters.length) return undefined;
  const after = parameters.length - at - 1;
  const lengths = given.slice(at, given.length - after);
  if (!lengths.every((one) => isNumber(one, checker))) return undefined;
  const texts = [...given.slice(0, at), ...given.slice(given.length - after)].map((one) => one.getText());
  texts.splice(at, 0, `[${lengths.map((one) => one.getText()).join(", ")}]`);
  const called = call.expression.getText();
  return words.oneShape(called, `${called}(${texts.join(", ")})`);
};

/** `np.random.randn([2, 3])` */
const oneByOne: Habit = (call, checker) => {
  const isRestOfNumbers = parametersOf(call, checker).some(isRest);
  const [only] = call.arguments;
  if (!isRestOfNumbers || call.arguments.length !== 1 || !ts.isArrayLiteralExpression(only)) return undefined;
  const called = call.expression.getText();
  return words.lengthsOneByOne(called, `${called}(${only.elements.map((one) => one.getText()).join(", ")})`);
};

/** `np.concatenate(A, B)` */
const list: Habit = (call, checker) => {
  const [first] = parametersOf(call, checker);
  const arrays = call.arguments.filter((one) => isArrayType(checker.getTypeAtLocation(one)));
  if (first?.name !== "arrays" || call.arguments[0] !== arrays[0]) return undefined;
  const rest = call.arguments.filter((one) => !arrays.includes(one)).map((one) => one.getText());
  const called = call.expression.getText();
  const joined = `[${arrays.map((one) => one.getText()).join(", ")}]`;
  return words.oneList(called, `${called}(${[joined, ...rest].join(", ")})`);
};

/** `np.max(0, Z)` */
const larger: Habit = (call, _, arithmetic) => {
  const called = call.expression.getText();
  const [, second] = call.arguments;
  if (!/\.(max|min)$/.test(called) || !second || !arithmetic.isArray(second)) return undefined;
  const args = call.arguments.map((one) => arithmetic.render(one)).join(", ");
  return words.larger(called, `${called}imum(${args})`);
};

/** `A.at([0, 1], [1, 0])`, `A.set(v, 1)` */
const arrayOfIndices: Habit = (call, _, arithmetic) => {
  const called = call.expression.getText();
  const [, name] = /\.(at|set)$/.exec(called) ?? [];
  const indices = name === "set" ? call.arguments.slice(0, -1) : call.arguments;
  if (name === undefined || !indices.some((one) => arithmetic.isArray(one) || ts.isArrayLiteralExpression(one))) {
    return undefined;
  }
  const args = call.arguments.map((one) => arithmetic.render(one)).join(", ");
  return words.arraysOfIndices(called, `${called}Each(${args})`);
};

/** `np.dot(A)`, and `np.where(A, 1)`, which takes one argument or three. */
const missing: Habit = (call, checker) => {
  const given = call.arguments.length;
  if (call.arguments.some(ts.isSpreadElement)) return undefined;
  const signatures = checker.getTypeAtLocation(call.expression).getCallSignatures();
  const all = signatures.map(({ parameters }) => ({
    required: parameters.filter((one) => !isOptional(one)),
    most: parameters.some(isRest) ? Infinity : parameters.length,
  }));
  if (all.some(({ required, most }) => required.length <= given && given <= most)) return undefined;
  const [least] = all
    .filter(({ required }) => required.length > given)
    .sort((a, b) => a.required.length - b.required.length);
  if (least === undefined) return undefined;
  const names = least.required.map(({ name }) => name);
  return words.missingArguments(`${call.expression.getText()}(${names.join(", ")})`, names.slice(given), given);
};

function isRest({ valueDeclaration }: ts.Symbol): boolean {
  return (
    valueDeclaration !== undefined && ts.isParameter(valueDeclaration) && valueDeclaration.dotDotDotToken !== undefined
  );
}

function isOptional(parameter: ts.Symbol): boolean {
  const { valueDeclaration: declared } = parameter;
  if (declared === undefined || !ts.isParameter(declared)) return false;
  return isRest(parameter) || declared.questionToken !== undefined || declared.initializer !== undefined;
}

function isNumber(node: ts.Expression, checker: ts.TypeChecker): boolean {
  return (checker.getTypeAtLocation(node).flags & ts.TypeFlags.NumberLike) !== 0;
}
