import type { Assignment, StaticRule } from "../../../src/check/contract";
import { withRemarks } from "../../engine/judgeRules";
import { extract } from "../../extract/parse/extract";
import type { Proof } from "./Proof";

/** The reference keeps its own static rules, and each rule can be violated: it notices one loop too many. */
export const rulesAreSound: Proof = ({ assignment, solutionSource }) => {
  const broken = brokenRules(assignment, solutionSource);
  const problems = assignment.functions.flatMap(({ name, rules = [] }) =>
    rules.flatMap((rule) => {
      if (broken.includes(rule.id)) return [`${rule.id}: the reference itself breaks it`];
      return notices(assignment, name, rule)
        ? []
        : [`${rule.id}: no loop breaks it; its loopDepth is ${rule.loopDepth}`];
    }),
  );
  return { what: "the reference keeps the static rules, and every rule notices a loop too many", problems };
};

function notices(assignment: Assignment, name: string, { id, loopDepth }: StaticRule): boolean {
  if (!Number.isInteger(loopDepth) || loopDepth < 0) return false;
  const source = `function ${name}() { ${"for (;;) ".repeat(loopDepth + 1)}{} }`;
  return brokenRules(assignment, source).includes(id);
}

/** The ids of the rules that a piece of code violates. */
function brokenRules({ functions }: Assignment, source: string): string[] {
  const names = functions.map(({ name }) => name);
  // The reference imports the library's own files; submissions may import only the library.
  const submitted = source.replace(/ from "[^"]+"/g, ' from "nablab"');
  const extraction = extract([{ number: null, source: submitted }], names);
  const results = names
    .filter((name) => extraction.has(name))
    .map((name) => ({ name, status: "correct" as const, points: 0, maxPoints: 0, followThrough: false, checks: [] }));
  return withRemarks(results, functions, extraction).flatMap(({ remarks = [] }) => remarks.map(({ id }) => id));
}
