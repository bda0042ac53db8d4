import type { Case, HiddenCheck } from "../../../check/contract";
import type { NDArray } from "../../../core/NDArray";
import { np } from "../../../np";
import type { RandomState } from "../../../random/RandomState";
import type { Statistics } from "../assignment";
import * as solution from "./solution";

/** Random inputs. A mean is at most a few standard deviations away from 0, so that E[Z²] - μ² is as good as the variance. */
export const hiddenChecks: HiddenCheck[] = [
  {
    id: "sampleLogScale.random",
    function: "sampleLogScale",
    title: "other ranges, numbers and seeds",
    points: 3,
    cases: (random) => [
      { args: [10 ** random.uniform(-6, -3), random.uniform(0.05, 3), 7, integer(random, 1, 999)] },
      { args: [random.uniform(0.002, 0.02), random.uniform(30, 900), 7, integer(random, 1, 999)] },
      { args: [random.uniform(2, 5), random.uniform(60, 90), 1, integer(random, 1, 999)] },
    ],
  },
  {
    id: "sampleMomentum.random",
    function: "sampleMomentum",
    title: "other ranges, numbers and seeds",
    points: 3,
    cases: (random) => [
      {
        args: [
          random.uniform(0.6, 0.9),
          1 - 10 ** random.uniform(-4, -2),
          integer(random, 3, 8),
          integer(random, 1, 999),
        ],
      },
      { args: [random.uniform(0.1, 0.5), random.uniform(0.9, 0.95), integer(random, 9, 12), integer(random, 1, 999)] },
    ],
  },
  {
    id: "zoomIn.random",
    function: "zoomIn",
    title: "other trials",
    points: 2,
    cases: (random) => [trials(random, 9, 3), trials(random, 12, 4), trials(random, 5, 1)],
  },
  {
    id: "zoomIn.equal",
    function: "zoomIn",
    title: "negative scores, equal scores, as many as there are",
    points: 1,
    cases: (random) => {
      const tied = Array.from({ length: 6 }, (_, i) => 10 ** (i - 4) * random.uniform(1, 9));
      const all = Array.from({ length: 4 }, () => random.uniform(1, 30));
      return [{ args: [tied, [-12.5, -9.25, -100, -9.25, -9.25, -30], 2] }, { args: [all, [3, 3, 1, 2], 4] }];
    },
  },
  {
    id: "batchNormForward.random",
    function: "batchNormForward",
    title: "other layers",
    points: 4,
    cases: (random) =>
      [
        [2, 7],
        [4, 3],
        [4, 3],
        [3, 1],
      ].map(([n, m]) => ({ args: [layer(random, n, m), ...scaleAndShift(random, n)] })),
  },
  {
    id: "batchNormForward.edges",
    function: "batchNormForward",
    title: "a large ε, and units that hardly move",
    points: 3,
    tolerance: { atol: 1e-10 },
    cases: (random) => {
      const still = np.vstack([np.multiply(1e-4, layer(random, 2, 6)), np.full([1, 6], random.uniform(1, 3))]);
      return [
        { args: [layer(random, 3, 5), ...scaleAndShift(random, 3), random.uniform(0.2, 0.6)] },
        { args: [still, ...scaleAndShift(random, 3)] },
      ];
    },
  },
  {
    id: "batchNormBackward.random",
    function: "batchNormBackward",
    title: "other layers",
    points: 6,
    cases: (random) =>
      [
        [2, 7],
        [4, 3],
        [4, 3],
      ].map(([n, m]) => wayBack(random, n, m, random.uniform(0.05, 0.3))),
  },
  {
    id: "batchNormBackward.edges",
    function: "batchNormBackward",
    title: "a large ε, and one unit with many examples",
    points: 3,
    cases: (random) => [wayBack(random, 3, 4, random.uniform(0.4, 0.9)), wayBack(random, 2, 40, 0.01)],
  },
  {
    id: "updateRunning.random",
    function: "updateRunning",
    title: "other layers and momentums",
    points: 3,
    cases: (random) => [
      { args: [statistics(random, 4), statistics(random, 4)] },
      { args: [statistics(random, 1), statistics(random, 1), random.uniform(0.95, 0.995)] },
      { args: [statistics(random, 4), statistics(random, 4), random.uniform(0.5, 0.8)] },
      { args: [statistics(random, 2), statistics(random, 2), 0] },
    ],
  },
  {
    id: "batchNormInference.random",
    function: "batchNormInference",
    title: "other layers, and a unit that never moved in training",
    points: 3,
    cases: (random) => {
      const still = { mu: np.zeros([2, 1]), variance: np.array([[random.uniform(1e-8, 5e-8)], [0]]) };
      return [
        use(random, 4, 3, statistics(random, 4)),
        use(random, 4, 3, statistics(random, 4)),
        { args: [np.multiply(1e-4, layer(random, 2, 5)), ...scaleAndShift(random, 2), still] },
      ];
    },
  },
  {
    id: "batchNormInference.single",
    function: "batchNormInference",
    title: "single examples, and a large ε",
    points: 2,
    cases: (random) => [
      use(random, 3, 1, statistics(random, 3)),
      use(random, 3, 1, statistics(random, 3), random.uniform(0.3, 0.7)),
    ],
  },
  {
    id: "softmax.random",
    function: "softmax",
    title: "other numbers of classes and examples",
    points: 3,
    cases: (random) =>
      [
        [3, 5],
        [5, 3],
        [5, 3],
        [40, 2],
        [4, 1],
      ].map(([C, m]) => ({ args: [np.multiply(2, random.randn(C, m))] })),
  },
  {
    id: "softmax.range",
    function: "softmax",
    title: "columns that are far apart, and classes that are",
    points: 2,
    cases: (random) => [
      { args: [farColumns(random, 4)] },
      { args: [farColumns(random, 3)] },
      // One class is hopelessly ahead of another.
      { args: [np.add(np.array([[0], [random.uniform(800, 900)], [3]]), random.randn(3, 2))] },
    ],
  },
  {
    id: "oneHot.random",
    function: "oneHot",
    title: "other labels, and classes without any",
    points: 2.5,
    cases: (random) => [
      { args: [labels(random, 5, 8), 5] },
      { args: [labels(random, 5, 8), 5] },
      // The class with the largest number is one that no label has.
      { args: [labels(random, 6, 5), integer(random, 8, 12)] },
      { args: [np.array([[integer(random, 2, 20)]]), 26] },
    ],
  },
  {
    id: "crossEntropyCost.random",
    function: "crossEntropyCost",
    title: "other numbers of classes and examples",
    points: 2,
    cases: (random) =>
      [
        [4, 5],
        [6, 3],
        [6, 3],
        [3, 1],
      ].map(([C, m]) => ({ args: [probabilities(random, C, m), someOfEach(random, C, m)] })),
  },
  {
    id: "crossEntropyCost.zeros",
    function: "crossEntropyCost",
    title: "examples whose probabilities are 0 and 1",
    points: 1.5,
    cases: (random) => {
      const Y = someOfEach(random, 4, 6);
      const A = np.where(np.less(np.arange(6), 2), Y, probabilities(random, 4, 6));
      return [{ args: [A, Y] }];
    },
  },
  {
    id: "softmaxBackward.random",
    function: "softmaxBackward",
    title: "other numbers of classes and examples",
    points: 2.5,
    cases: (random) =>
      [
        [4, 5],
        [6, 3],
        [6, 3],
        [3, 2],
      ].map(([C, m]) => ({ args: [probabilities(random, C, m), someOfEach(random, C, m)] })),
  },
  {
    id: "crossEntropyFromLogits.random",
    function: "crossEntropyFromLogits",
    title: "other numbers of classes and examples",
    points: 1.5,
    cases: (random) =>
      [
        [4, 5],
        [6, 3],
        [6, 3],
        [30, 2],
      ].map(([C, m]) => ({ args: [np.multiply(2, random.randn(C, m)), someOfEach(random, C, m)] })),
  },
  {
    id: "crossEntropyFromLogits.range",
    function: "crossEntropyFromLogits",
    title: "columns that are far apart, and a class that is hopelessly behind",
    points: 2,
    cases: (random) => {
      const Z = farColumns(random, 4);
      const behind = np.multiply(random.uniform(400, 600), random.permutation(4).reshape(4, 1));
      return [
        { args: [Z, np.equal(np.arange(4).reshape(4, 1), np.argmax(Z, 0))] },
        // The class with the smallest logit is 1200 to 1800 behind.
        { args: [np.add(behind, random.randn(4, 1)), np.equal(behind, 0)] },
      ];
    },
  },
];

/** A whole number from `low` to `high`, both included. */
function integer(random: RandomState, low: number, high: number): number {
  return Math.floor(random.uniform(low, high + 1));
}

/**
 * Trials of which the best are not the first ones, in no order of their values. Among the best, from two on, are a value
 * from 10 to 20 and one from 3 to 9, which are in another order as texts; all others are below 1.
 */
function trials(random: RandomState, count: number, keep: number): Case {
  const best = [random.uniform(3, 9), random.uniform(10, 20), random.uniform(0.3, 0.9), random.uniform(0.02, 0.09)];
  const values = Array.from({ length: count }, () => 10 ** random.uniform(-4, -2));
  const scores = values.map(() => random.uniform(0.5, 0.8));
  const free = [...random.permutation(count - 2).toTypedArray()].map((place) => place + 2);
  for (const [k, place] of free.slice(0, keep).entries()) {
    values[place] = best[k];
    scores[place] = 0.99 - 0.03 * k - random.uniform(0, 0.01);
  }
  // The best score of all is 1 in the end: as a text, "1" comes after "0.9…", and "10" would not come after "9".
  return { args: [values, scores.map((score) => 10.3 * score), keep] };
}

/** Z (n, m): each unit has a mean and a spread of its own. */
function layer(random: RandomState, n: number, m: number): NDArray {
  const spread = random.uniform(0.5, 2, [n, 1]);
  return np.multiply(spread, np.add(random.randn(n, m), random.uniform(-1, 1, [n, 1])));
}

/** gamma and beta (n, 1), of either sign and not near 0. */
function scaleAndShift(random: RandomState, n: number): [gamma: NDArray, beta: NDArray] {
  const sign = np.where(np.less(random.uniform(0, 1, [n, 1]), 0.3), -1, 1);
  return [np.multiply(sign, random.uniform(0.5, 2, [n, 1])), random.uniform(0.2, 1.5, [n, 1])];
}

function statistics(random: RandomState, n: number): Statistics {
  return { mu: random.uniform(-3, 3, [n, 1]), variance: random.uniform(0.3, 4, [n, 1]) };
}

/** dZTilde (n, m) and the cache of a pass forward. */
function wayBack(random: RandomState, n: number, m: number, epsilon: number): Case {
  const { cache } = solution.batchNormForward(layer(random, n, m), ...scaleAndShift(random, n), epsilon);
  return { args: [random.randn(n, m), { ...cache }] };
}

function use(random: RandomState, n: number, m: number, running: Statistics, epsilon?: number): Case {
  const args = [layer(random, n, m), ...scaleAndShift(random, n), running];
  return { args: epsilon === undefined ? args : [...args, epsilon] };
}

/** Labels (1, m) from 0 to C - 1, not all of them the same. */
function labels(random: RandomState, C: number, m: number): NDArray {
  const drawn = random.randint(0, C, [1, m]);
  drawn.set(0, 0, C - 1);
  drawn.set(0, 1, integer(random, 0, C - 2));
  return drawn;
}

/** One-hot labels (C, m). */
function someOfEach(random: RandomState, C: number, m: number): NDArray {
  return np.equal(np.arange(C).reshape(C, 1), random.randint(0, C, [1, m]));
}

/** Columns of C probabilities, none of them near 0. */
function probabilities(random: RandomState, C: number, m: number): NDArray {
  const parts = random.uniform(0.1, 1, [C, m]);
  return np.divide(parts, np.sum(parts, 0, true));
}

/** Logits (C, 3): one column around 1000, one around -1000, one around 0. */
function farColumns(random: RandomState, C: number): NDArray {
  const centres = np.multiply(random.uniform(900, 1500), np.array([[1, -1, 0]]));
  return np.add(np.multiply(2, random.randn(C, 3)), centres);
}
