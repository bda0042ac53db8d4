import type { AnyFunction, Assignment, Case, HiddenCheck, Outcome, PublicCheck } from "../../src/check/define";
import { outcomesOf, type Variant, variantsOf } from "../../src/check/diagnose";
import { judge, type Verdict } from "../../src/check/judge";
import { judgeChecks } from "../../src/check/judgeChecks";
import { RandomState } from "../../src/random/RandomState";
import type { Staff } from "../course/loadStaff";

/** A check with its inputs drawn, and what the reference and the known mistakes come to on them. */
export interface PreparedCheck {
  check: PublicCheck | HiddenCheck;
  hidden: boolean;
  /** Whether the function may return promises. */
  awaits: boolean;
  cases: Case[];
  expected: Outcome[];
  variants: Variant[];
}

export type Functions = Readonly<Record<string, AnyFunction>>;

/** Draws the inputs of all checks, public ones first. One after the other: there is one stream of random numbers. */
export async function prepare(assignment: Assignment, staff: Staff, seed: number): Promise<PreparedCheck[]> {
  const prepared: PreparedCheck[] = [];
  for (const check of assignment.checks) {
    prepared.push(
      await prepareCheck(check, check.cases(), { hidden: false, awaits: awaits(assignment, check) }, staff),
    );
  }
  for (const check of staff.hiddenChecks) {
    const cases = check.cases(new RandomState(seed));
    prepared.push(await prepareCheck(check, cases, { hidden: true, awaits: awaits(assignment, check) }, staff));
  }
  return prepared;
}

/** Whether the function that is checked may return promises. */
export function awaits({ functions }: Assignment, check: PublicCheck | HiddenCheck): boolean {
  return functions.find(({ name }) => name === check.function)?.async ?? false;
}

async function prepareCheck(
  check: PublicCheck | HiddenCheck,
  cases: Case[],
  setting: Pick<PreparedCheck, "hidden" | "awaits">,
  { solution, misconceptions }: Staff,
): Promise<PreparedCheck> {
  const name = check.function;
  const expected = await outcomesOf(solution[name], cases, setting.awaits);
  return {
    check,
    cases,
    ...setting,
    expected,
    variants: await variantsOf(misconceptions, name, cases, setting.awaits),
  };
}

/** The verdict on one of `functions`, by the check that asks for it. Only for trusted code: it runs in this process. */
export async function tryOut(prepared: PreparedCheck, functions: Functions): Promise<Verdict> {
  const { check, cases, expected, variants } = prepared;
  return judge(check, await outcomesOf(functions[check.function], cases, prepared.awaits), expected, variants);
}

/** The verdicts on a function by all checks that ask for it, in their order. Only for trusted code. */
export async function tryOutAll(checks: readonly PreparedCheck[], name: string, fn: AnyFunction): Promise<Verdict[]> {
  const asked = checks.filter(({ check }) => check.function === name);
  const actual: Outcome[][] = [];
  for (const { cases, awaits } of asked) actual.push(await outcomesOf(fn, cases, awaits));
  return judgeChecks(asked.map((each, i) => ({ ...each, actual: actual[i] })));
}
