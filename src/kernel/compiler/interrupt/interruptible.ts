import ts from "typescript";
import { standIns } from "../standIns";
import { createGuards } from "./createGuards";
import { callsNothing, endsByItself } from "./endsByItself";

/**
 * Lets the loops of `file` ask, every few milliseconds, whether the cell was interrupted: a worker that is busy hears
 * nothing. A loop that visibly ends is left alone unless it holds others. And what ends a cell passes by the learner's
 * `catch`.
 *
 * Each loop has a budget of steps of its own, since a step takes a nanosecond or a minute.
 */
export function interruptible(file: string): ts.TransformerFactory<ts.SourceFile> {
  return (context) => {
    const { factory } = context;
    /** The variables of the function around. */
    let counters: ts.Identifier[] = [];
    /** How many loops of that function are around. */
    let depth = 0;
    const { everyStep, inRounds } = createGuards(factory, (...names) => counters.push(...names));

    const visitLoop = (loop: ts.IterationStatement): ts.Node => {
      const isLeftAlone = endsByItself(loop, depth > 0);
      depth++;
      const visited = ts.visitEachChild(loop, visit, context);
      depth--;
      if (isLeftAlone) return visited;
      return hasRounds(loop) ? inRounds(visited as typeof loop) : everyStep(visited);
    };

    /** `catch (error) { __passOn__(error); … }` */
    const visitCatch = (clause: ts.CatchClause): ts.Node => {
      const { variableDeclaration, block } = ts.visitEachChild(clause, visit, context);
      const isNamed = variableDeclaration !== undefined && ts.isIdentifier(variableDeclaration.name);
      const caught = isNamed
        ? factory.createIdentifier((variableDeclaration.name as ts.Identifier).text)
        : factory.createUniqueName("caught");
      const call = factory.createCallExpression(factory.createIdentifier(standIns.passOn), undefined, [caught]);
      const statements = [factory.createExpressionStatement(call), ...block.statements];
      if (!variableDeclaration || isNamed) {
        const declaration = variableDeclaration ?? factory.createVariableDeclaration(caught);
        return factory.updateCatchClause(clause, declaration, withStatements(block, statements));
      }
      // `catch ({ message })`, which may throw itself.
      const list = factory.createVariableDeclarationList(
        [factory.createVariableDeclaration(variableDeclaration.name, undefined, undefined, caught)],
        ts.NodeFlags.Let,
      );
      statements.splice(1, 0, factory.createVariableStatement(undefined, list));
      return factory.updateCatchClause(
        clause,
        factory.createVariableDeclaration(caught),
        withStatements(block, statements),
      );
    };

    const withStatements = (block: ts.Block, statements: readonly ts.Statement[]): ts.Block =>
      ts.setTextRange(factory.createBlock(statements, true), block);

    /** Visits something that has variables of its own, and declares those that its loops need. */
    const within = <T extends ts.Node>(node: T, declareIn: (visited: T, counters: ts.Statement[]) => T): T => {
      const [outerCounters, outerDepth] = [counters, depth];
      [counters, depth] = [[], 0];
      const visited = ts.visitEachChild(node, visit, context);
      const declarations = declarationOf(counters);
      [counters, depth] = [outerCounters, outerDepth];
      return declarations.length > 0 ? declareIn(visited, declarations) : visited;
    };

    const declarationOf = (names: readonly ts.Identifier[]): ts.Statement[] => {
      if (names.length === 0) return [];
      const zeros = names.map((name) =>
        factory.createVariableDeclaration(name, undefined, undefined, factory.createNumericLiteral(0)),
      );
      return [
        factory.createVariableStatement(undefined, factory.createVariableDeclarationList(zeros, ts.NodeFlags.Let)),
      ];
    };

    const visit = (node: ts.Node): ts.Node => {
      if (ts.isIterationStatement(node, false)) return visitLoop(node);
      if (ts.isCatchClause(node)) return visitCatch(node);
      // The body of a function, without its parameters.
      if (ts.isBlock(node) && ts.isFunctionLike(node.parent)) {
        return within(node, (block, declared) => withStatements(block, afterDirectives(block.statements, declared)));
      }
      return ts.visitEachChild(node, visit, context);
    };

    return (source) => {
      if (source.fileName !== file) return source;
      return within(source, (visited, declared) =>
        factory.updateSourceFile(visited, afterDirectives(visited.statements, declared)),
      );
    };
  };
}

function hasRounds(loop: ts.IterationStatement): loop is ts.WhileStatement | ts.DoStatement | ts.ForStatement {
  // `continue label` means the loop that is labelled.
  if (ts.isLabeledStatement(loop.parent) || !callsNothing(loop)) return false;
  if (!ts.isForStatement(loop)) return ts.isWhileStatement(loop) || ts.isDoStatement(loop);
  const { initializer } = loop;
  // `var` belongs to the function, or is a name of the cell.
  return (
    !initializer || !ts.isVariableDeclarationList(initializer) || (initializer.flags & ts.NodeFlags.BlockScoped) !== 0
  );
}

/** `"use strict"` must stay first. */
function afterDirectives(statements: readonly ts.Statement[], added: readonly ts.Statement[]): ts.Statement[] {
  const isDirective = (each: ts.Statement) => ts.isExpressionStatement(each) && ts.isStringLiteral(each.expression);
  const first = statements.findIndex((each) => !isDirective(each));
  const index = first === -1 ? statements.length : first;
  return [...statements.slice(0, index), ...added, ...statements.slice(index)];
}
