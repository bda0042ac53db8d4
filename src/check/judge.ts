import { compare, type Difference } from "./compare";
import { defaultTolerance, type Outcome, type Tolerance } from "./contract";
import { diagnose, type Variant } from "./diagnose";

/** The verdict on a check: `not-implemented` when every case is; `partial` when only some cases are correct. */
export interface Verdict {
  status: "correct" | "partial" | "incorrect" | "not-implemented";
  /** The check's points times the share of its cases that are correct. */
  points: number;
  /**
   * The first incorrect case (from 0), what is wrong with it, the misconception with the same outcomes, and whether the
   * result was the same in every case, although it should not have been.
   */
  failure?: { case: number; difference: Difference; misconception: Variant | null; isConstant: boolean };
}

/** What {@link judge} needs to know about a check. */
export interface Judged {
  points: number;
  tolerance?: Partial<Tolerance>;
  /** The reference's outcome in each case. */
  expected: readonly Outcome[];
  /** The outcomes of misconceptions. */
  variants: readonly Variant[];
}

/**
 * Judges one check from the learner's outcomes of its cases.
 *
 * @throws Error when the check has no cases, or when `actual` and `expected` differ in length: a grader fault.
 */
export function judge(check: Judged, actual: readonly Outcome[]): Verdict {
  const { expected, variants } = check;
  if (expected.length === 0 || actual.length !== expected.length) {
    throw new Error(`a check needs as many outcomes as cases: got ${actual.length} for ${expected.length}`);
  }
  const tolerance = { ...defaultTolerance, ...check.tolerance };
  const differences = actual.map((outcome, i) => compare(outcome, expected[i], tolerance));
  const right = differences.filter((difference) => difference === null).length;
  const first = differences.findIndex((difference) => difference !== null);
  const difference = differences[first];
  if (!difference) return { status: "correct", points: check.points };

  const misconception = diagnose(actual, variants, tolerance);
  return {
    status: statusOf(differences, right),
    points: (check.points * right) / expected.length,
    failure: { case: first, difference, misconception, isConstant: isConstant(difference, actual, expected) },
  };
}

const exact: Tolerance = { atol: 0, rtol: 0 };

/** A function that does not look at its arguments, for a misspelt parameter say, and returns something all the same. */
function isConstant(difference: Difference, actual: readonly Outcome[], expected: readonly Outcome[]): boolean {
  if (!["type", "length", "shape", "value"].includes(difference.kind)) return false;
  const [first, ...others] = actual;
  if (first.kind !== "returned" || first.value === undefined) return false;
  const isSame = others.every((outcome) => haveSameValue(outcome, first));
  return isSame && expected.some((outcome) => !haveSameValue(outcome, expected[0]));
}

function haveSameValue(a: Outcome, b: Outcome): boolean {
  const difference = compare(a, b, exact);
  return difference === null || difference.kind === "mutated" || difference.kind === "shared";
}

function statusOf(differences: readonly (Difference | null)[], right: number): Verdict["status"] {
  if (differences.every((difference) => difference?.kind === "not-implemented")) return "not-implemented";
  return right > 0 ? "partial" : "incorrect";
}
