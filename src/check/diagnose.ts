import { compare } from "./compare";
import type { Outcome, Tolerance } from "./contract";

/** What a misconception comes to on the cases of one check, recorded in `expected.json` or run on the spot. */
export interface Variant {
  id: string;
  message: string;
  /** One for each case. */
  readonly outcomes: readonly Outcome[];
}

/**
 * The first variant that does on every case what the learner's function did, or null. It must hold on the cases the
 * learner got right too: a variant that errs there is somebody else's mistake. Outcomes are read no further than the match.
 */
export function diagnose(
  actual: readonly Outcome[],
  variants: readonly Variant[],
  tolerance: Tolerance,
): Variant | null {
  for (const variant of variants) {
    if (actual.every((outcome, i) => agree(outcome, variant.outcomes[i], tolerance))) return variant;
  }
  return null;
}

function agree(actual: Outcome, variant: Outcome, tolerance: Tolerance): boolean {
  if (variant.kind === "threw") return actual.kind === "threw" && actual.message === variant.message;
  if (variant.kind !== "returned" || actual.kind !== "returned") return false;
  return String(actual.mutatedArgs) === String(variant.mutatedArgs) && compare(actual, variant, tolerance) === null;
}
