import type { AnyFunction, Outcome } from "../../src/check/contract";
import { judge, type Verdict } from "../../src/check/judge";
import { judgeChecks } from "../../src/check/judgeChecks";
import type { PreparedCheck } from "../../src/check/prepare";
import { runSeeded } from "../../src/check/runSeeded";

export type Functions = Readonly<Record<string, AnyFunction>>;

/** The verdict on one of `functions`, by the check that asks for it. Only for trusted code: it runs in this process. */
export async function tryOut(check: PreparedCheck, functions: Functions): Promise<Verdict> {
  const actual = await runSeeded(functions[check.function], check.cases, check.async);
  return judge(check, actual);
}

/** The verdicts on a function from all checks that ask for it, in order. Only for trusted code. */
export async function tryOutAll(checks: readonly PreparedCheck[], name: string, fn: AnyFunction): Promise<Verdict[]> {
  const asked = checks.filter((check) => check.function === name);
  const actual: Outcome[][] = [];
  for (const { cases, async } of asked) actual.push(await runSeeded(fn, cases, async));
  return judgeChecks(asked.map((check, i) => ({ check, actual: actual[i] })));
}
