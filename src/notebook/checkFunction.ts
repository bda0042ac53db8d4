import { UnusableValue } from "../check/copyValue";
import type { AnyFunction, Assignment, Case, Outcome, PublicCheck } from "../check/define";
import { runCases, runCasesAsync } from "../check/diagnose";
import type { Verdict } from "../check/judge";
import { type CheckOutcomes, judgeChecks } from "../check/judgeChecks";
import { decodeOutcome } from "../check/wire";

/** What the public checks of one function found. */
export interface FunctionReport {
  name: string;
  status: Verdict["status"];
  checks: { check: PublicCheck; cases: Case[]; verdict: Verdict }[];
  /** Graded functions it calls that did not pass their own checks: their mistakes show here too. */
  suspects: string[];
}

/** A check that has run. */
interface Ran extends CheckOutcomes {
  check: PublicCheck;
  cases: Case[];
}

/** How long a promise may take; one that nothing will ever settle would leave its verdict out. */
const patienceSeconds = 10;

/** Runs the public checks of one function against the recorded outputs. */
export function checkFunction(assignment: Assignment, name: string, fn: AnyFunction): FunctionReport {
  const checks = checksOf(assignment, name).map((check) => {
    const cases = check.cases();
    return ranCheck(assignment, check, cases, runCases(quiet(fn), cases));
  });
  return reportOn(name, checks);
}

/** As {@link checkFunction}, for a function that may return promises. One check after the other. */
export async function checkFunctionAsync(
  assignment: Assignment,
  name: string,
  fn: AnyFunction,
): Promise<FunctionReport> {
  const checks: Ran[] = [];
  for (const check of checksOf(assignment, name)) {
    const cases = check.cases();
    checks.push(ranCheck(assignment, check, cases, await runCasesAsync(withinPatience(fn), cases)));
  }
  return reportOn(name, checks);
}

function checksOf({ checks }: Assignment, name: string): PublicCheck[] {
  return checks.filter((check) => check.function === name);
}

function ranCheck({ recorded }: Assignment, check: PublicCheck, cases: Case[], actual: Outcome[]): Ran {
  const { expected, misconceptions } = recorded[check.id];
  const variants = misconceptions.map((each) => ({ ...each, outcomes: each.outcomes.map(decodeOutcome) }));
  return { check, cases, actual, expected: expected.map(decodeOutcome), variants };
}

function reportOn(name: string, ran: Ran[]): FunctionReport {
  const verdicts = judgeChecks(ran);
  const checks = ran.map(({ check, cases }, i) => ({ check, cases, verdict: verdicts[i] }));
  return { name, status: overall(verdicts.map(({ status }) => status)), checks, suspects: [] };
}

/** A promise that nobody waits for is a wrong result already; when it fails later, that is not another error. */
function quiet(fn: AnyFunction): AnyFunction {
  return (...args) => {
    const result = fn(...args);
    if (result instanceof Promise) result.catch(() => undefined);
    return result;
  };
}

function withinPatience(fn: AnyFunction): AnyFunction {
  return async (...args) => {
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
  };
}

function overall(statuses: Verdict["status"][]): Verdict["status"] {
  const [first] = statuses;
  if (statuses.every((status) => status === first)) return first;
  return statuses.some((status) => status === "correct" || status === "partial") ? "partial" : "incorrect";
}
