import { explain } from "../../../src/check/explain";
import type { PreparedCheck } from "../../../src/check/prepare";
import { loadEdition } from "../execution/loadEdition";
import { type Functions, tryOut } from "../tryOut";
import type { Finding, Proof } from "./Proof";

export const solutionEarnsAll: Proof = ({ checks, staff }) =>
  fullMarks("the solution earns 100 %", checks, staff.solution);

/** The same for the functions as learners would write them: without the rest of `staff/solution.ts` around them. */
export const solvedNotebookEarnsAll: Proof = async ({ course, assignment, checks }) =>
  fullMarks("the notebook with solutions earns 100 %", checks, await loadEdition(course, assignment, "solutions"));

export const alternativesEarnAll: Proof = async ({ checks, staff }) => {
  const findings: Finding[] = [];
  for (const { title, functions } of staff.alternatives) {
    findings.push(await fullMarks(`"${title}" earns 100 %`, checks, functions));
  }
  return findings;
};

async function fullMarks(what: string, checks: readonly PreparedCheck[], functions: Functions): Promise<Finding> {
  const problems: string[] = [];
  for (const check of checks) {
    const { status, failure } = await tryOut(check, functions);
    if (!failure) continue;
    const why = explain(failure.difference);
    problems.push(`${check.id}, case ${failure.case + 1}: ${status}: ${why}`);
  }
  return { what, problems };
}
