import ts from "typescript";
import { standIns } from "../standIns";

/**
 * Two ways in which a loop asks, now and then, whether it is interrupted.
 *
 * @param declare makes the loop's function declare variables, zeros at first
 */
export function createGuards(factory: ts.NodeFactory, declare: (...names: ts.Identifier[]) => void) {
  /** Two variables of a loop, and how it uses them: `left < 0`, `left - 1 | 0`, `left = budget = __tick__(budget);`. */
  const createGuard = () => {
    const [left, budget] = [factory.createUniqueName("left"), factory.createUniqueName("budget")];
    declare(left, budget);
    const zero = factory.createNumericLiteral(0);
    const one = factory.createBinaryExpression(left, ts.SyntaxKind.MinusToken, factory.createNumericLiteral(1));
    // An integer throughout.
    const next = factory.createAssignment(left, factory.createBinaryExpression(one, ts.SyntaxKind.BarToken, zero));
    const isUsedUp = (steps: ts.Expression) => factory.createBinaryExpression(steps, ts.SyntaxKind.LessThanToken, zero);
    const tick = factory.createCallExpression(factory.createIdentifier(standIns.tick), undefined, [budget]);
    const asked = factory.createAssignment(left, factory.createAssignment(budget, tick));
    return { left, zero, next, isUsedUp, ask: factory.createExpressionStatement(asked) };
  };

  /** `if ((left = left - 1 | 0) < 0) left = budget = __tick__(budget);` */
  const ask = (): ts.Statement => {
    const { next, isUsedUp, ask } = createGuard();
    return factory.createIfStatement(isUsedUp(factory.createParenthesizedExpression(next)), ask);
  };

  /**
   * A loop that calls nothing, in rounds, so that what goes round holds no call: otherwise it takes up to eight times as
   * long. `for (start; condition; step) body`, and `while` likewise, becomes
   *
   *     { start; do {
   *       if (left < 0) left = budget = __tick__(budget);
   *       for (; left >= 0 && (condition); step, left = left - 1 | 0) body
   *     } while (left < 0); }
   *
   * and `do body while (condition);`
   *
   *     do {
   *       if (left < 0) left = budget = __tick__(budget);
   *       do body while ((left = left - 1 | 0) >= 0 && (condition));
   *     } while (left < 0 && (condition));
   *
   * What ends the loop, `break` or the condition, does so before its steps are used up.
   */
  const inRounds = (loop: ts.WhileStatement | ts.DoStatement | ts.ForStatement): ts.Statement => {
    const { left, zero, next, isUsedUp, ask } = createGuard();
    const isLeft = (steps: ts.Expression) =>
      factory.createBinaryExpression(steps, ts.SyntaxKind.GreaterThanEqualsToken, zero);
    const condition = ts.isForStatement(loop) ? loop.condition : loop.expression;
    const andGoesOn = (first: ts.Expression) =>
      condition ? factory.createLogicalAnd(first, factory.createParenthesizedExpression(condition)) : first;
    const rounds = (round: ts.Statement, isNext: ts.Expression): ts.Statement => {
      const body = factory.createBlock([factory.createIfStatement(isUsedUp(left), ask), round], true);
      return ts.setTextRange(factory.createDoStatement(body, isNext), loop);
    };
    if (ts.isDoStatement(loop)) {
      const goesOn = andGoesOn(isLeft(factory.createParenthesizedExpression(next)));
      return rounds(factory.createDoStatement(loop.statement, goesOn), andGoesOn(isUsedUp(left)));
    }
    const { initializer = undefined, incrementor = undefined } = ts.isForStatement(loop) ? loop : {};
    const step = incrementor ? factory.createComma(incrementor, next) : next;
    const all = rounds(
      factory.createForStatement(undefined, andGoesOn(isLeft(left)), step, loop.statement),
      isUsedUp(left),
    );
    if (!initializer) return all;
    const start = ts.isVariableDeclarationList(initializer)
      ? factory.createVariableStatement(undefined, initializer)
      : factory.createExpressionStatement(initializer);
    return factory.createBlock([start, all], true);
  };

  /** Any loop: its body asks first. */
  const everyStep = (loop: ts.IterationStatement): ts.IterationStatement => {
    const { statement } = loop;
    const inner = ts.isBlock(statement) ? statement.statements : [statement];
    const body = ts.setTextRange(factory.createBlock([ask(), ...inner], true), statement);
    if (ts.isForStatement(loop)) {
      return factory.updateForStatement(loop, loop.initializer, loop.condition, loop.incrementor, body);
    }
    if (ts.isForOfStatement(loop)) {
      return factory.updateForOfStatement(loop, loop.awaitModifier, loop.initializer, loop.expression, body);
    }
    if (ts.isForInStatement(loop)) return factory.updateForInStatement(loop, loop.initializer, loop.expression, body);
    if (ts.isWhileStatement(loop)) return factory.updateWhileStatement(loop, loop.expression, body);
    return factory.updateDoStatement(loop as ts.DoStatement, body, (loop as ts.DoStatement).expression);
  };

  return { everyStep, inRounds };
}
