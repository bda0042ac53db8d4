import { compare } from "./compare";
import type { Outcome, Tolerance } from "./contract";

/** A misconception's outcomes on the cases of one check, recorded in `expected.json` or computed on the spot. */
export interface Variant {
  id: string;
  message: string;
  /** One per case. */
  readonly outcomes: readonly Outcome[];
}

/**
 * The first variant that has the learner's outcome on every case, or null. That includes the cases the learner got
 * right: a variant that is wrong there is a different mistake. Outcomes are read only as far as needed.
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
  // Both ways: a key too many is no difference, but another mistake than that key too few.
  return (
    String(actual.mutatedArgs) === String(variant.mutatedArgs) &&
    compare(actual, variant, tolerance) === null &&
    compare(variant, actual, tolerance) === null
  );
}
