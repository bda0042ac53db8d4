import type { Difference } from "../../src/check/compare";
import type { GradedFunction, Outcome } from "../../src/check/define";
import { explain } from "../../src/check/explain";
import type { Verdict } from "../../src/check/judge";
import { judgeChecks } from "../../src/check/judgeChecks";
import { clip } from "../extract/clip";
import type { PreparedCheck } from "./PreparedCheck";
import type { CheckResult, FunctionResult, FunctionStatus } from "./results";

/** A result that does not depend on where in a submission the code stands. */
export interface JudgedFunction extends FunctionResult {
  checks: JudgedCheck[];
  /** What it was judged with. */
  standIns: readonly string[];
}

export interface JudgedCheck extends CheckResult {
  /** Where in the program an error was thrown, such as `12:5`, which the message does not say yet. */
  thrownAt?: string;
}

/** The marks of one function, from the outcomes of its checks' cases. */
export function judgeFunction(
  name: GradedFunction["name"],
  checks: readonly PreparedCheck[],
  outcomes: readonly Outcome[][],
  standIns: readonly string[] = [],
): JudgedFunction {
  const asked = checks.map((check, i) => {
    const { expected, variants } = check;
    return { check, actual: outcomes[i], expected, variants };
  });
  const results = judgeChecks(asked).map((verdict, i) => resultOf(checks[i], outcomes[i], verdict));
  return {
    name,
    status: statusOf(results),
    points: round(sum(results.map(({ points }) => points))),
    maxPoints: round(sum(results.map(({ maxPoints }) => maxPoints))),
    followThrough: standIns.length > 0,
    standIns,
    checks: results,
  };
}

/** For a graded function that the submission does not have. */
export function missingFunction(name: string, checks: readonly PreparedCheck[]): JudgedFunction {
  const missing: Outcome = { kind: "not-implemented", function: name };
  const result = judgeFunction(
    name,
    checks,
    checks.map(({ expected }) => expected.map(() => missing)),
  );
  const message = `${name} is not defined.`;
  return { ...result, status: "not-defined", checks: result.checks.map((check) => ({ ...check, message })) };
}

function resultOf(check: PreparedCheck, outcomes: readonly Outcome[], verdict: Verdict): JudgedCheck {
  const { id, points: maxPoints, hidden } = check;
  const { status, points, failure } = verdict;
  const result: JudgedCheck = { id, status, points: round(points), maxPoints: round(maxPoints), hidden, message: "" };
  if (!failure) return result;
  const { difference, misconception } = failure;
  if (misconception) return { ...result, message: misconception.message, misconception: misconception.id };
  const message = messageFor(difference, check);
  const outcome = outcomes[failure.case];
  // A submission could tell the inputs of hidden checks by the line that it throws in.
  const isShown = outcome.kind === "threw" && outcome.at !== undefined && !hidden;
  return isShown ? { ...result, message, thrownAt: outcome.at } : { ...result, message };
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
