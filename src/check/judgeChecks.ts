import type { Outcome } from "./contract";
import { type Judged, judge, type Verdict } from "./judge";

/** A check, and the learner's outcomes of its cases. */
export interface CheckOutcomes {
  check: Judged;
  actual: readonly Outcome[];
}

/**
 * Judges all checks of one function. On the inputs of one check, several misconceptions may look the same, and the
 * check alone names the first. So if the checks name different ones, but one misconception explains them all, that one
 * is named.
 *
 * @returns one verdict per check
 * @throws Error as {@link judge} does
 */
export function judgeChecks(checks: readonly CheckOutcomes[]): Verdict[] {
  const verdicts = checks.map(({ check, actual }) => judge(check, actual));
  const named = new Set(verdicts.flatMap(({ failure }) => failure?.misconception?.id ?? []));
  if (named.size < 2) return verdicts;

  for (const id of named) {
    const again = checks.map(({ check, actual }) =>
      judge({ ...check, variants: check.variants.filter((variant) => variant.id === id) }, actual),
    );
    const explains = (i: number) => again[i].failure?.misconception || !verdicts[i].failure?.misconception;
    if (again.every((_, i) => explains(i))) return again;
  }
  return verdicts;
}
