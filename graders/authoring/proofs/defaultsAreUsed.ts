import ts from "typescript";
import type { Value } from "../../../src/check/contract";
import type { PreparedCheck } from "../../../src/check/prepare";
import { words } from "../../../src/words/words";
import { type Default, defaultsOf } from "../mutation/defaultsOf";
import type { Proof } from "./Proof";

/** Each parameter that may be left out is left out in one case, and given in another. */
export const defaultsAreUsed: Proof = ({ assignment, checks, solutionSource }) => {
  const file = ts.createSourceFile("solution.ts", solutionSource, ts.ScriptTarget.Latest, true);
  const names = new Set(assignment.functions.map(({ name }) => name));
  const problems = file.statements.flatMap((statement) => {
    if (!ts.isFunctionDeclaration(statement) || !statement.name || !names.has(statement.name.text)) return [];
    const { text: name } = statement.name;
    const own = checks.filter((check) => check.function === name);
    return defaultsOf(statement).flatMap((each) => problemsWith(name, each, own));
  });
  return { what: words.checks.defaultsAreUsed, problems };
};

function problemsWith(name: string, { name: parameter, index }: Default, checks: readonly PreparedCheck[]): string[] {
  const given: Value[] = checks.flatMap(({ cases }) => cases.map(({ args }) => args[index]));
  return [
    ...(given.includes(undefined) ? [] : [words.checks.neverLeftOut(name, parameter)]),
    ...(given.some((value) => value !== undefined) ? [] : [words.checks.neverGiven(name, parameter)]),
  ];
}
