import ts from "typescript";
import type { Proof } from "./Proof";

/**
 * Learners will call what the reference calls. When a callee is wrong, the grader replaces it only if it is in `uses`.
 */
export const usesAreDeclared: Proof = ({ assignment, solutionSource }) => {
  const file = ts.createSourceFile("solution.ts", solutionSource, ts.ScriptTarget.Latest, true);
  const names = new Set(assignment.functions.map(({ name }) => name));
  const problems = assignment.functions.flatMap(({ name, uses = [] }) => {
    const own = file.statements.filter((each) => ts.isFunctionDeclaration(each) && each.name?.text === name);
    const called = own.flatMap((declaration) => callsIn(declaration)).filter((other) => names.has(other));
    return [...new Set(called)]
      .filter((other) => other !== name && !uses.includes(other))
      .map((other) => `the reference of ${name} calls ${other}, which is not among its uses in assignment.ts`);
  });
  return { what: "functions declare which other ones they use", problems };
};

function callsIn(node: ts.Node): string[] {
  const calls = ts.isCallExpression(node) && ts.isIdentifier(node.expression) ? [node.expression.text] : [];
  ts.forEachChild(node, (child) => {
    calls.push(...callsIn(child));
  });
  return calls;
}
