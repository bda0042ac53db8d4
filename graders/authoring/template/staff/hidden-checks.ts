import type { HiddenCheck } from "../../../../src/check/contract";
import type { RandomState } from "../../../../src/random/RandomState";

/**
 * Checks on inputs that are drawn from the course run's seed, and from nothing else. The same work must get the same
 * marks with every seed: use moderate magnitudes, and no borderline inputs.
 */
export const hiddenChecks: HiddenCheck[] = [
  {
    id: "predictLine.random",
    function: "predictLine",
    title: "other numbers of features and examples",
    points: 20,
    cases: (random) => problems(random).map(([w, b, X]) => ({ args: [w, b, X] })),
  },
  {
    id: "lineGradients.random",
    function: "lineGradients",
    title: "other numbers of features and examples",
    points: 35,
    cases: (random) => problems(random).map((args) => ({ args })),
  },
];

/** One shape comes twice, with other numbers: an answer that is remembered by shape is noticed. */
function problems(random: RandomState) {
  return [problem(random, 1, 5), problem(random, 4, 3), problem(random, 4, 3)];
}

/** w (n, 1), b, X (n, m) and Y (1, m). */
function problem(random: RandomState, n: number, m: number) {
  return [random.randn(n, 1), random.uniform(-2, 2), random.randn(n, m), random.randn(1, m)];
}
