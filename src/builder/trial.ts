import type { AnyFunction, Assignment, Case, HiddenCheck, Outcome, PublicCheck } from "../check/define";
import { runCases, runVariants, type Variant } from "../check/diagnose";
import { judge, type Verdict } from "../check/judge";
import { RandomState } from "../random/RandomState";
import type { Staff } from "./loadStaff";

/** A check with its inputs drawn, and what the reference and the known mistakes come to on them. */
export interface PreparedCheck {
  check: PublicCheck | HiddenCheck;
  hidden: boolean;
  cases: Case[];
  expected: Outcome[];
  variants: Variant[];
}

export type Functions = Readonly<Record<string, AnyFunction>>;

/** Draws the inputs of all checks, public ones first. */
export function prepare(assignment: Assignment, staff: Staff, seed: number): PreparedCheck[] {
  const prepareCheck = (check: PublicCheck | HiddenCheck, hidden: boolean, cases: Case[]): PreparedCheck => ({
    check,
    hidden,
    cases,
    expected: runCases(staff.solution[check.function], cases),
    variants: [...runVariants(staff.misconceptions, check.function, cases)],
  });
  return [
    ...assignment.checks.map((check) => prepareCheck(check, false, check.cases())),
    ...staff.hiddenChecks.map((check) => prepareCheck(check, true, check.cases(new RandomState(seed)))),
  ];
}

/** The verdict on one of `functions`, by the check that asks for it. Only for trusted code: it runs in this process. */
export function tryOut({ check, cases, expected, variants }: PreparedCheck, functions: Functions): Verdict {
  return judge(check, runCases(functions[check.function], cases), expected, variants);
}
