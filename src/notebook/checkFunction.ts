import type { AnyFunction, Assignment, Outcome } from "../check/contract";
import { UnusableValue } from "../check/copyValue";
import type { Verdict } from "../check/judge";
import { judgeChecks } from "../check/judgeChecks";
import { mostLeft } from "../check/mostLeft";
import { onArrays } from "../check/onArrays";
import { type PreparedCheck, recordedChecks } from "../check/prepare";
import { runSeeded } from "../check/runSeeded";
import { withoutWarnings } from "../core/runtimeWarning";
import { frameInCell } from "./placeInCell";
import { type Use, Watch } from "./Watch";

/** What the public checks of one function found. */
export interface FunctionReport {
  name: string;
  status: Verdict["status"];
  checks: { check: PreparedCheck; verdict: Verdict }[];
  /** Graded functions it calls that did not pass their own checks: their mistakes show here too. */
  suspects: string[];
  /** What it used and will not have when it is graded. */
  unavailable: readonly Use[];
  /** How many tensors it left behind, in the call that left the most. */
  left: number;
}

/** How long a promise may take: without a limit, one that never settles would leave no verdict. */
const patienceSeconds = 10;

/** Runs the public checks of one function against the recorded outputs. */
export function checkFunction(assignment: Assignment, name: string, fn: AnyFunction): FunctionReport {
  const checks = recordedChecks(assignment, name);
  const watch = new Watch(assignment.modules);
  try {
    // One function for all checks: what it handed out in the first must not come back in the second.
    const own = quiet(withCodeOf(fn, (...args) => watch.call(() => withoutWarnings(() => fn(...args)))));
    const asked = asAsked(assignment, name, own);
    const actual = checks.map(({ cases }) => runSeeded(asked, cases, false, frameInCell));
    return reportOn(name, checks, actual, watch.uses);
  } finally {
    watch.end();
  }
}

/** As {@link checkFunction}, for a function that may return promises. The checks run one after the other. */
export async function checkFunctionAsync(
  assignment: Assignment,
  name: string,
  fn: AnyFunction,
): Promise<FunctionReport> {
  const checks = recordedChecks(assignment, name);
  const actual: Outcome[][] = [];
  const watch = new Watch(assignment.modules);
  try {
    const own = withinPatience(withCodeOf(fn, (...args) => watch.callAsync(() => withoutWarnings(() => fn(...args)))));
    const asked = asAsked(assignment, name, own);
    for (const { cases } of checks) actual.push(await runSeeded(asked, cases, true, frameInCell));
    return reportOn(name, checks, actual, watch.uses);
  } finally {
    watch.end();
  }
}

/** Checks give and compare arrays. */
function asAsked({ functions }: Assignment, name: string, fn: AnyFunction): AnyFunction {
  const { arrays, async } = functions.find((graded) => graded.name === name) ?? {};
  return arrays === "tensor" ? onArrays(fn, async) : fn;
}

function reportOn(
  name: string,
  checks: readonly PreparedCheck[],
  actual: readonly Outcome[][],
  unavailable: readonly Use[],
): FunctionReport {
  const verdicts = judgeChecks(checks.map((check, i) => ({ check, actual: actual[i] })));
  return {
    name,
    status: overall(verdicts.map(({ status }) => status)),
    checks: checks.map((check, i) => ({ check, verdict: verdicts[i] })),
    suspects: [],
    unavailable,
    left: mostLeft(actual.flat()),
  };
}

/** A promise that is not awaited is already a wrong result; if it rejects later, that is not a second error. */
function quiet(fn: AnyFunction): AnyFunction {
  return withCodeOf(fn, (...args) => {
    const result = fn(...args);
    if (result instanceof Promise) result.catch(() => undefined);
    return result;
  });
}

/** A misspelt name is looked for in the learner's code. */
function withCodeOf(fn: AnyFunction, wrapper: AnyFunction): AnyFunction {
  return Object.assign(wrapper, { toString: () => String(fn) });
}

function withinPatience(fn: AnyFunction): AnyFunction {
  return withCodeOf(fn, async (...args) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tooLate = new Promise((_, reject) => {
      const unusable = new UnusableValue({ kind: "unsettled", seconds: patienceSeconds });
      timer = setTimeout(() => reject(unusable), patienceSeconds * 1000);
    });
    try {
      return await Promise.race([fn(...args), tooLate]);
    } finally {
      clearTimeout(timer);
    }
  });
}

function overall(statuses: Verdict["status"][]): Verdict["status"] {
  const [first] = statuses;
  if (statuses.every((status) => status === first)) return first;
  return statuses.some((status) => status === "correct" || status === "partial") ? "partial" : "incorrect";
}
