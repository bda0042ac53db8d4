import type { HiddenCheck, Value } from "../../../check/contract";
import type { NDArray } from "../../../core/NDArray";
import { np } from "../../../np";
import type { RandomState } from "../../../random/RandomState";
import * as solution from "./solution";

/**
 * Random inputs. Magnitudes are moderate, so that no correct formula loses digits (log(1 - A) does, near A = 1), and
 * every predicted example keeps its distance from the threshold, so that rounding cannot turn a label round.
 */
export const hiddenChecks: HiddenCheck[] = [
  {
    id: "sigmoid.random",
    function: "sigmoid",
    title: "numbers and arrays of other shapes, also far from zero",
    points: 4,
    cases: (random) => [
      { args: [random.uniform(-5, 5)] },
      { args: [random.uniform(-8, 8, [integer(random, 2, 6)])] },
      { args: [random.uniform(-8, 8, [integer(random, 1, 4), integer(random, 2, 6)])] },
      { args: [random.uniform(-8, 8, [2, integer(random, 1, 4), 3])] },
      { args: [np.array([random.uniform(750, 900), random.uniform(-2, 2), random.uniform(-900, -750)])] },
    ],
  },
  {
    id: "initializeWithZeros.random",
    function: "initializeWithZeros",
    title: "other numbers of features",
    points: 6,
    cases: (random) => [{ args: [1] }, { args: [integer(random, 2, 20)] }, { args: [integer(random, 20, 60)] }],
  },
  {
    id: "propagate.random",
    function: "propagate",
    title: "other numbers of features and examples",
    points: 12,
    cases: (random) => [
      { args: problem(random, integer(random, 2, 4), integer(random, 5, 9)) },
      { args: problem(random, integer(random, 6, 9), integer(random, 2, 5)) },
      { args: problem(random, 1, integer(random, 3, 6)) },
      // The same shapes again.
      ...[1, 2].map(() => ({ args: problem(random, 3, 4) })),
    ],
  },
  {
    id: "propagate.single",
    function: "propagate",
    title: "a single example",
    points: 6,
    // Of either kind: with one label, one half of the cost is 0.
    cases: (random) =>
      [0, 1].map((label) => {
        const [w, b, X] = problem(random, integer(random, 2, 5), 1);
        return { args: [w, b, X, np.array([[label]])] };
      }),
  },
  {
    id: "optimize.random",
    function: "optimize",
    title: "other problems, numbers of steps and learning rates",
    points: 14,
    cases: (random) => [
      { args: [...problem(random, 3, integer(random, 5, 9)), integer(random, 201, 205), random.uniform(0.005, 0.05)] },
      { args: [...problem(random, 5, integer(random, 2, 4)), integer(random, 5, 12), random.uniform(0.005, 0.05)] },
      // So slow that the cost hardly falls.
      { args: [...problem(random, 2, integer(random, 3, 6)), integer(random, 101, 105), random.uniform(1e-10, 2e-10)] },
    ],
  },
  {
    id: "predict.random",
    function: "predict",
    title: "other examples",
    points: 7,
    cases: (random) => [{ args: decided(random, 3, 8) }, { args: decided(random, integer(random, 4, 7), 4) }],
  },
  {
    id: "model.random",
    function: "model",
    title: "other training and test sets, and the default learning rate",
    points: 6,
    cases: (random) => [
      { args: [...sets(random, 10, 0.3), 10, 0.3] },
      { args: [...sets(random, 15, 0.05), 15, 0.05] },
      { args: [...sets(random, 10, 0.5), 10] },
    ],
  },
];

/** A whole number from `low` to `high`, both included. */
function integer(random: RandomState, low: number, high: number): number {
  return Math.floor(random.uniform(low, high + 1));
}

/** w (n, 1), b, X (n, m) and Y (1, m), with labels of both kinds where m allows it. */
function problem(random: RandomState, n: number, m: number): [NDArray, number, NDArray, NDArray] {
  const w = np.multiply(random.randn(n, 1), 0.5);
  return [w, random.uniform(-1, 1), random.randn(n, m), labels(random, m)];
}

function labels(random: RandomState, m: number): NDArray {
  const first = integer(random, 0, 1);
  return np.array([
    Array.from({ length: m }, (_, i) => (i === 0 ? first : i === 1 ? 1 - first : integer(random, 0, 1))),
  ]);
}

/** w, b and X of {@link problem}: every probability is clearly above or below 0.5, some only by b, some of each kind. */
function decided(random: RandomState, n: number, m: number): Value[] {
  for (;;) {
    const [w, b, X] = problem(random, n, m);
    const labels = solution.predict(w, b, X);
    const dependsOnB = np.any(np.notEqual(labels, solution.predict(w, 0, X)));
    if (isDecided(w, b, X) && isMixed(labels) && dependsOnB) return [w, b, X];
  }
}

/** XTrain (3, 12), YTrain, XTest (3, 5), YTest: after that training, every prediction is clear, and some differ. */
function sets(random: RandomState, numIterations: number, learningRate: number): Value[] {
  for (;;) {
    const [, , XTrain, YTrain] = problem(random, 3, 12);
    const [, , XTest, YTest] = problem(random, 3, 5);
    const { w, b, YPredictionTest } = solution.model(XTrain, YTrain, XTest, YTest, numIterations, learningRate);
    if (isDecided(w, b, XTrain) && isDecided(w, b, XTest) && isMixed(YPredictionTest)) {
      return [XTrain, YTrain, XTest, YTest];
    }
  }
}

/** Far enough from z = 0, where the label turns, and from z = 20, beyond which log(1 - A) is lost in rounding. */
function isDecided(w: NDArray, b: number, X: NDArray): boolean {
  const distance = np.abs(np.add(np.dot(w.T, X), b));
  return np.min(distance) > 0.01 && np.max(distance) < 20;
}

function isMixed(labels: NDArray): boolean {
  return np.min(labels) !== np.max(labels);
}
