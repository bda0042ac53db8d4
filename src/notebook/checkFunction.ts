import type { AnyFunction, Assignment, Case, PublicCheck } from "../check/define";
import { runCases } from "../check/diagnose";
import { judge, type Verdict } from "../check/judge";
import { decodeOutcome } from "../check/wire";

/** What the public checks of one function found. */
export interface FunctionReport {
  name: string;
  status: Verdict["status"];
  checks: { check: PublicCheck; cases: Case[]; verdict: Verdict }[];
  /** Graded functions it calls that did not pass their own checks: their mistakes show here too. */
  suspects: string[];
}

/** Runs the public checks of one function against the recorded outputs. */
export function checkFunction(assignment: Assignment, name: string, fn: AnyFunction): FunctionReport {
  const checks = assignment.checks
    .filter((check) => check.function === name)
    .map((check) => run(assignment, check, fn));
  return { name, status: overall(checks.map(({ verdict }) => verdict.status)), checks, suspects: [] };
}

function run({ recorded }: Assignment, check: PublicCheck, fn: AnyFunction) {
  const { expected, misconceptions } = recorded[check.id];
  const variants = misconceptions.map((each) => ({ ...each, outcomes: each.outcomes.map(decodeOutcome) }));
  const cases = check.cases();
  return { check, cases, verdict: judge(check, runCases(fn, cases), expected.map(decodeOutcome), variants) };
}

function overall(statuses: Verdict["status"][]): Verdict["status"] {
  const [first] = statuses;
  if (statuses.every((status) => status === first)) return first;
  return statuses.some((status) => status === "correct" || status === "partial") ? "partial" : "incorrect";
}
