import ts from "typescript";
import { isArrayType, isLibraryFunction } from "./types";
import { words } from "./words";

const { SyntaxKind } = ts;

/** Operators, and the functions of np that do the same with arrays. */
const functions: Partial<Record<ts.SyntaxKind, string>> = {
  [SyntaxKind.PlusToken]: "add",
  [SyntaxKind.MinusToken]: "subtract",
  [SyntaxKind.AsteriskToken]: "multiply",
  [SyntaxKind.SlashToken]: "divide",
  [SyntaxKind.AsteriskAsteriskToken]: "power",
  [SyntaxKind.PercentToken]: "mod",
  [SyntaxKind.LessThanToken]: "less",
  [SyntaxKind.LessThanEqualsToken]: "lessEqual",
  [SyntaxKind.GreaterThanToken]: "greater",
  [SyntaxKind.GreaterThanEqualsToken]: "greaterEqual",
  [SyntaxKind.EqualsEqualsToken]: "equal",
  [SyntaxKind.EqualsEqualsEqualsToken]: "equal",
  [SyntaxKind.ExclamationEqualsToken]: "notEqual",
  [SyntaxKind.ExclamationEqualsEqualsToken]: "notEqual",
  [SyntaxKind.AmpersandToken]: "logicalAnd",
  [SyntaxKind.BarToken]: "logicalOr",
  [SyntaxKind.CaretToken]: "logicalXor",
};

const assignments: Partial<Record<ts.SyntaxKind, string>> = {
  [SyntaxKind.PlusEqualsToken]: "add",
  [SyntaxKind.MinusEqualsToken]: "subtract",
  [SyntaxKind.AsteriskEqualsToken]: "multiply",
  [SyntaxKind.SlashEqualsToken]: "divide",
  [SyntaxKind.AsteriskAsteriskEqualsToken]: "power",
  [SyntaxKind.PercentEqualsToken]: "mod",
};

const prefixes: Partial<Record<ts.SyntaxKind, string>> = {
  [SyntaxKind.MinusToken]: "negative",
  [SyntaxKind.TildeToken]: "logicalNot",
};

/** Functions for numbers, and those of np for arrays. */
const forNumbers: Record<string, string> = {
  "Math.max": "maximum",
  "Math.min": "minimum",
  "Math.pow": "power",
  "Math.atan": "arctan",
  "Number.isNaN": "isnan",
  "Number.isFinite": "isfinite",
  isNaN: "isnan",
  isFinite: "isfinite",
};

const sameName =
  /^Math\.(abs|ceil|cos|cosh|exp|expm1|floor|log|log10|log1p|log2|round|sign|sin|sinh|sqrt|tan|tanh|trunc)$/;

/** Longer than that, only the innermost expression is written anew. */
const mostCharacters = 120;

/** Arithmetic on arrays as it is written for numbers, and the same with the functions of np. */
export class Arithmetic {
  constructor(private readonly checker: ts.TypeChecker) {}

  /** What to write for the whole expression around a node; undefined if there is no such arithmetic. */
  advise(node: ts.Node): { expression: ts.Node; sentence: string } | undefined {
    const chain = this.around(node);
    const whole = chain.at(-1);
    if (!whole) return undefined;
    const fits = chain.findLast((one) => this.render(one).length <= mostCharacters) ?? chain[0];
    const [written, instead] = [fits.getText(), this.render(fits)];
    const sentence = written === instead ? words.operatorWithoutFunction(written) : words.operator(written, instead);
    return { expression: whole, sentence };
  }

  /** Whether the value is an array, or would be one if operators worked on arrays. */
  isArray(node: ts.Node): boolean {
    if (ts.isParenthesizedExpression(node)) return this.isArray(node.expression);
    if (this.isHabit(node) || this.isElementwise(node)) return true;
    return ts.isExpression(node) && isArrayType(this.checker.getTypeAtLocation(node));
  }

  /** Whether this is a call such as `np.exp(-A)`, which has the type of a number because `-A` has. */
  private isElementwise(node: ts.Node): boolean {
    if (!ts.isCallExpression(node) || !isLibraryFunction(node.expression, this.checker)) return false;
    const [signature] = this.checker.getTypeAtLocation(node.expression).getCallSignatures();
    const isLike = signature !== undefined && (signature.getReturnType().flags & ts.TypeFlags.Conditional) !== 0;
    return isLike && node.arguments.some((one) => this.isArray(one));
  }

  /** Whether this is an operator, or a function for numbers, that was given an array. */
  isHabit(node: ts.Node): boolean {
    if (ts.isBinaryExpression(node)) {
      const operator = node.operatorToken.kind;
      if (assignments[operator]) return this.isArray(node.left) || this.isArray(node.right);
      return functions[operator] !== undefined && this.isOnArrays(node);
    }
    if (ts.isPrefixUnaryExpression(node)) return !isLogical(node) && this.isArray(node.operand);
    if (ts.isPostfixUnaryExpression(node)) return this.isArray(node.operand);
    return ts.isCallExpression(node) && isForNumbers(node) && node.arguments.some((one) => this.isArray(one));
  }

  /** The expression with np's functions in place of operators. */
  render(node: ts.Node): string {
    if (ts.isParenthesizedExpression(node) && this.isArray(node.expression)) return this.render(node.expression);
    if (ts.isBinaryExpression(node) && this.isHabit(node)) return this.renderBinary(node);
    if (ts.isPrefixUnaryExpression(node) && this.isHabit(node)) return this.renderPrefix(node);
    if (ts.isPostfixUnaryExpression(node) && this.isHabit(node)) return step(node.operand, node.operator);
    if (ts.isPropertyAccessExpression(node)) return `${this.render(node.expression)}.${node.name.text}`;
    if (!ts.isCallExpression(node)) return node.getText();
    const args = node.arguments.map((one) => this.render(one)).join(", ");
    if (!this.isHabit(node)) return `${this.render(node.expression)}(${args})`;
    return node.expression.getText() === "Number" ? `${args}.item()` : `${forArrays(node)}(${args})`;
  }

  /** All arithmetic on arrays that a node is part of, from the inside out. */
  private around(node: ts.Node): ts.Node[] {
    const found: ts.Node[] = [];
    for (let one = node; ts.isExpression(one) || one.parent !== undefined; one = one.parent) {
      if (ts.isStatement(one) || ts.isFunctionLike(one) || ts.isSourceFile(one)) break;
      if (this.isHabit(one)) found.push(one);
    }
    return found;
  }

  /** Two arrays may be compared with `===`: that asks whether they are the same one. */
  private isOnArrays({ left, right, operatorToken }: ts.BinaryExpression): boolean {
    const operands = [this.isArray(left), this.isArray(right)];
    if (operatorToken.kind === SyntaxKind.PlusToken && [left, right].some((one) => this.isText(one))) return false;
    return isEquality(operatorToken.kind)
      ? operands.includes(true) && [left, right].some((one) => this.isNumber(one))
      : operands.includes(true);
  }

  private isNumber(node: ts.Expression): boolean {
    return (this.checker.getTypeAtLocation(node).flags & ts.TypeFlags.NumberLike) !== 0;
  }

  private isText(node: ts.Expression): boolean {
    return (this.checker.getTypeAtLocation(node).flags & ts.TypeFlags.StringLike) !== 0;
  }

  private renderBinary({ left, right, operatorToken }: ts.BinaryExpression): string {
    const [a, b] = [this.render(left), this.render(right)];
    const assigned = assignments[operatorToken.kind];
    return assigned ? `${a} = np.${assigned}(${a}, ${b})` : `np.${functions[operatorToken.kind]}(${a}, ${b})`;
  }

  private renderPrefix({ operator, operand }: ts.PrefixUnaryExpression): string {
    if (operator === SyntaxKind.PlusPlusToken || operator === SyntaxKind.MinusMinusToken)
      return step(operand, operator);
    const name = prefixes[operator];
    return name ? `np.${name}(${this.render(operand)})` : this.render(operand);
  }
}

/** `A++` */
function step(operand: ts.Expression, operator: ts.SyntaxKind): string {
  const a = operand.getText();
  return `${a} = np.${operator === SyntaxKind.PlusPlusToken ? "add" : "subtract"}(${a}, 1)`;
}

function isLogical({ operator }: ts.PrefixUnaryExpression): boolean {
  return operator === SyntaxKind.ExclamationToken;
}

function isEquality(kind: ts.SyntaxKind): boolean {
  return /^(equal|notEqual)$/.test(functions[kind] ?? "");
}

function isForNumbers({ expression }: ts.CallExpression): boolean {
  const name = expression.getText();
  return name === "Number" || Object.hasOwn(forNumbers, name) || sameName.test(name);
}

function forArrays({ expression }: ts.CallExpression): string {
  const name = expression.getText();
  return `np.${Object.hasOwn(forNumbers, name) ? forNumbers[name] : name.replace("Math.", "")}`;
}
