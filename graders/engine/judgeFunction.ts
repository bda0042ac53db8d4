import type { Difference } from "../../src/check/compare";
import type { GradedFunction, Outcome } from "../../src/check/define";
import { explain } from "../../src/check/explain";
import { judge } from "../../src/check/judge";
import { clip } from "../extract/clip";
import type { PreparedCheck } from "./PreparedCheck";
import type { CheckResult, FunctionResult, FunctionStatus } from "./results";

/** The marks of one function, from the outcomes of its checks' cases. */
export function judgeFunction(
  name: GradedFunction["name"],
  checks: readonly PreparedCheck[],
  outcomes: readonly Outcome[][],
): FunctionResult {
  const results = checks.map((check, i) => judgeCheck(check, outcomes[i]));
  return {
    name,
    status: statusOf(results),
    points: round(sum(results.map(({ points }) => points))),
    maxPoints: round(sum(results.map(({ maxPoints }) => maxPoints))),
    followThrough: false,
    checks: results,
  };
}

/** For a graded function that the submission does not have. */
export function missingFunction(name: string, checks: readonly PreparedCheck[]): FunctionResult {
  const missing: Outcome = { kind: "not-implemented", function: name };
  const result = judgeFunction(
    name,
    checks,
    checks.map(({ expected }) => expected.map(() => missing)),
  );
  const message = `${name} is not defined.`;
  return { ...result, status: "not-defined", checks: result.checks.map((check) => ({ ...check, message })) };
}

function judgeCheck(check: PreparedCheck, outcomes: readonly Outcome[]): CheckResult {
  const { id, points: maxPoints, hidden, expected, variants } = check;
  const { status, points, failure } = judge(check, outcomes, expected, variants);
  const result: CheckResult = { id, status, points: round(points), maxPoints: round(maxPoints), hidden, message: "" };
  if (!failure) return result;
  const { difference, misconception } = failure;
  if (misconception) return { ...result, message: misconception.message, misconception: misconception.id };
  return { ...result, message: messageFor(difference, check) };
}

function messageFor(difference: Difference, { hidden, hint }: PreparedCheck): string {
  const sentence = clip(explain(difference, { reveal: !hidden }), 600);
  // Where the code did not run to its end, a hint about its mathematics would lead astray.
  const ran = !["threw", "stopped", "not-implemented", "unusable"].includes(difference.kind);
  return hint && ran ? `${sentence} ${hint}` : sentence;
}

function statusOf(checks: readonly CheckResult[]): FunctionStatus {
  if (checks.every(({ status }) => status === "correct")) return "correct";
  if (checks.every(({ status }) => status === "not-implemented")) return "not-implemented";
  return checks.some(({ points }) => points > 0) ? "partial" : "incorrect";
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, x) => total + x, 0);
}

/** Thirds of a point add up to whole ones again. */
export function round(points: number): number {
  return Math.round(points * 1e6) / 1e6;
}
