import type { Outcome } from "./contract";
import type { Variant } from "./diagnose";
import { type Judged, judge, type Verdict } from "./judge";

/** A check, and what its cases came to. */
export interface CheckOutcomes {
  check: Judged;
  actual: readonly Outcome[];
  expected: readonly Outcome[];
  variants: readonly Variant[];
}

/**
 * Judges all checks of one function. On the inputs of one check, several misconceptions may come to the same; each check
 * alone names the first. So when different ones are named, but one of them explains all these checks, it is the one.
 *
 * @returns a verdict for each check
 * @throws Error as {@link judge} does
 */
export function judgeChecks(checks: readonly CheckOutcomes[]): Verdict[] {
  const verdicts = checks.map(judgeOne);
  const named = new Set(verdicts.flatMap(({ failure }) => failure?.misconception?.id ?? []));
  if (named.size < 2) return verdicts;

  for (const id of named) {
    const again = checks.map((each) =>
      judgeOne({ ...each, variants: each.variants.filter((variant) => variant.id === id) }),
    );
    const explains = (i: number) => again[i].failure?.misconception || !verdicts[i].failure?.misconception;
    if (again.every((_, i) => explains(i))) return again;
  }
  return verdicts;
}

function judgeOne({ check, actual, expected, variants }: CheckOutcomes): Verdict {
  return judge(check, actual, expected, variants);
}
