import ts from "typescript";
import type { GradedFunction, Value } from "../../../src/check/contract";
import type { PreparedCheck } from "../../../src/check/prepare";
import { words } from "../../../src/words/words";
import { type Default, defaultsOf } from "../mutation/defaultsOf";
import type { Proof } from "./Proof";

/**
 * Each parameter that may be left out is left out in one case, and given in another. The first is not asked of the
 * assignment's `untriedDefaults`.
 */
export const defaultsAreUsed: Proof = ({ assignment, checks, solutionSource }) => {
  const file = ts.createSourceFile("solution.ts", solutionSource, ts.ScriptTarget.Latest, true);
  const problems = file.statements.flatMap((statement) => {
    if (!ts.isFunctionDeclaration(statement)) return [];
    const graded = assignment.functions.find(({ name }) => name === statement.name?.text);
    return graded ? defaultsOf(statement).flatMap((each) => problemsWith(graded, each, checks)) : [];
  });
  return { what: words.checks.defaultsAreUsed, problems };
};

function problemsWith(
  { name, untriedDefaults = [] }: GradedFunction,
  { name: parameter, index }: Default,
  checks: readonly PreparedCheck[],
): string[] {
  const own = checks.filter((check) => check.function === name);
  const given: Value[] = own.flatMap(({ cases }) => cases.map(({ args }) => args[index]));
  const isTried = given.includes(undefined) || untriedDefaults.includes(parameter);
  return [
    ...(isTried ? [] : [words.checks.neverLeftOut(name, parameter)]),
    ...(given.some((value) => value !== undefined) ? [] : [words.checks.neverGiven(name, parameter)]),
  ];
}
