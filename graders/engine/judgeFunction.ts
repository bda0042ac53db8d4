import { type Difference, hasRun } from "../../src/check/compare";
import { defaultTolerance, type GradedFunction, type Outcome } from "../../src/check/contract";
import { explain } from "../../src/check/explain";
import type { Verdict } from "../../src/check/judge";
import { judgeChecks } from "../../src/check/judgeChecks";
import { mostLeft } from "../../src/check/mostLeft";
import type { PreparedCheck } from "../../src/check/prepare";
import {
  type Messages,
  messageKey,
  misconceptionMessage,
  translatedMessage,
} from "../../src/check/translateAssignment";
import { type Reason, said } from "../../src/words/Saying";
import { words } from "../../src/words/words";
import { clip } from "../text/clip";
import { exhausted } from "./exhausted";
import { explainHidden } from "./explainHidden";
import { hide } from "./HiddenDifference";
import { knownPlaces } from "./knownPlaces";
import type { Shortened } from "./ProgramLoader";
import { round, sum } from "./points";
import type { CheckResult, FunctionResult, FunctionStatus } from "./results";
import { inTongue, type Tongue } from "./Tongue";

/** A result that does not depend on where the code is in the submission. */
export interface JudgedFunction extends FunctionResult {
  checks: JudgedCheck[];
  /** The stand-ins that it was judged with. */
  standIns: readonly string[];
  /** What its program lacked; null when it was all there. */
  shortened: Shortened | null;
  /** How many tensors it left behind in a public check, in the call that left the most. */
  left: number;
}

export interface JudgedCheck extends CheckResult {
  /** Where in the program an error was thrown, such as `12:5`, for the message. Left out if it varies between runs. */
  thrownAt?: string;
  /** The message in the run's second language, if it has one. */
  said?: string;
}

/** The marks of one function, from the outcomes of its checks' cases. */
export function judgeFunction(
  name: GradedFunction["name"],
  checks: readonly PreparedCheck[],
  outcomes: readonly Outcome[][],
  standIns: readonly string[] = [],
  tongue?: Tongue,
): JudgedFunction {
  const asked = checks.map((check, i) => ({ check, actual: outcomes[i] }));
  const results = judgeChecks(asked).map((verdict, i) => resultOf(checks[i], checks, outcomes[i], verdict, tongue));
  return {
    name,
    status: statusOf(results),
    points: round(sum(results.map(({ points }) => points))),
    maxPoints: round(sum(results.map(({ maxPoints }) => maxPoints))),
    followThrough: standIns.length > 0,
    standIns,
    shortened: null,
    // What a submission does with a hidden check's inputs is not told.
    left: mostLeft(outcomes.filter((_, i) => !checks[i].hidden).flat()),
    checks: results,
  };
}

/** For a graded function that the submission does not have. */
export function missingFunction(name: string, checks: readonly PreparedCheck[], tongue?: Tongue): JudgedFunction {
  const messages = inBoth(tongue, () => words.engine.notDefined(name));
  const result = unaskedFunction(name, checks);
  return { ...result, status: "not-defined", checks: result.checks.map((check) => ({ ...check, ...messages })) };
}

/** For a graded function whose code must not run. @param fault the reason, as reading has found it */
export function brokenFunction(
  name: string,
  checks: readonly PreparedCheck[],
  fault: Reason,
  tongue?: Tongue,
): JudgedFunction {
  const messages = inBoth(tongue, () => words.engine.notRun(said(fault)));
  const result = unaskedFunction(name, checks);
  return {
    ...result,
    status: "incorrect",
    checks: result.checks.map((check) => ({ ...check, status: "incorrect", ...messages })),
  };
}

function unaskedFunction(name: string, checks: readonly PreparedCheck[]): JudgedFunction {
  const missing: Outcome = { kind: "not-implemented", function: name };
  return judgeFunction(
    name,
    checks,
    checks.map(({ expected }) => expected.map(() => missing)),
  );
}

function resultOf(
  check: PreparedCheck,
  all: readonly PreparedCheck[],
  outcomes: readonly Outcome[],
  verdict: Verdict,
  tongue: Tongue | undefined,
): JudgedCheck {
  const { id, points: maxPoints, hidden } = check;
  const { status, points, failure } = verdict;
  const result: JudgedCheck = { id, status, points: round(points), maxPoints: round(maxPoints), hidden, message: "" };
  if (!failure) return result;
  const { difference, misconception, isConstant } = failure;
  if (misconception) {
    const said = inBoth(tongue, (messages) => misconceptionMessage(messages, misconception));
    return { ...result, ...said, misconception: misconception.id };
  }
  const seen = (): string => (hidden ? hiddenMessage(difference, check, all) : clip(explain(difference), 600));
  const messages = inBoth(tongue, (messages) => {
    const sentence = isConstant ? words.grammar.sentences(words.advice.constant, seen()) : seen();
    return withHint(sentence, difference, check, messages);
  });
  if (hidden) return { ...result, ...messages };
  const outcome = outcomes[failure.case];
  const thrownAt = outcome.kind === "threw" && exhausted(outcome) === null ? outcome.at : undefined;
  return thrownAt === undefined ? { ...result, ...messages } : { ...result, ...messages, thrownAt };
}

/** A message in English, and in the second language. */
function inBoth(
  tongue: Tongue | undefined,
  say: (messages: Messages) => string,
): Pick<JudgedCheck, "message" | "said"> {
  const said = inTongue(tongue, say);
  return said === undefined ? { message: say({}) } : { message: say({}), said };
}

function hiddenMessage(difference: Difference, check: PreparedCheck, all: readonly PreparedCheck[]): string {
  const tolerance = { ...defaultTolerance, ...check.tolerance };
  return explainHidden(hide(difference, knownPlaces(all), tolerance));
}

function withHint(sentence: string, difference: Difference, { id, hint }: PreparedCheck, messages: Messages): string {
  if (!hint || !hasRun(difference)) return sentence;
  return words.grammar.sentences(sentence, translatedMessage(messages, messageKey.hint(id), hint));
}

/** What a function is, by its checks. */
export function statusOf(checks: readonly CheckResult[]): FunctionStatus {
  if (checks.every(({ status }) => status === "correct")) return "correct";
  if (checks.every(({ status }) => status === "not-implemented")) return "not-implemented";
  return checks.some(({ points }) => points > 0) ? "partial" : "incorrect";
}
