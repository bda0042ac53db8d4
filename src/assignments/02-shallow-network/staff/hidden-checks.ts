import type { HiddenCheck, Value } from "../../../check/contract";
import type { NDArray } from "../../../core/NDArray";
import { np } from "../../../np";
import type { RandomState } from "../../../random/RandomState";
import type { NetworkParameters } from "../assignment";
import * as solution from "./solution";

/**
 * Random inputs. Weights are of moderate size, so that no correct formula loses digits (log(1 - A2) does, near
 * A2 = 1), training is short enough for rounding to stay small, and every predicted example keeps its distance from the
 * threshold.
 */
export const hiddenChecks: HiddenCheck[] = [
  {
    id: "layerSizes.random",
    function: "layerSizes",
    title: "other data",
    points: 3,
    cases: (random) => [
      { args: [random.randn(integer(random, 2, 9), 10), labels(random, 1, 10)] },
      { args: [random.randn(integer(random, 5, 9), 4), labels(random, 3, 4)] },
    ],
  },
  {
    id: "initializeParameters.random",
    function: "initializeParameters",
    title: "other sizes",
    points: 5,
    cases: (random) => [
      { args: [integer(random, 2, 4), integer(random, 5, 9), 1] },
      { args: [integer(random, 5, 9), integer(random, 2, 4), integer(random, 2, 3)] },
      { args: [3, 1, 1] },
    ],
  },
  {
    id: "forwardPropagation.random",
    function: "forwardPropagation",
    title: "other numbers of features, units and examples",
    points: 8,
    cases: (random) => [
      { args: forwardCase(random, [integer(random, 2, 4), integer(random, 5, 7), 1], integer(random, 4, 8)) },
      { args: forwardCase(random, [integer(random, 5, 7), integer(random, 2, 4), 1], integer(random, 4, 8)) },
      { args: forwardCase(random, [3, 4, 2], integer(random, 5, 8)) },
      { args: saturated(random, integer(random, 3, 5)) },
    ],
  },
  {
    id: "forwardPropagation.single",
    function: "forwardPropagation",
    title: "a single example, a single unit",
    points: 3,
    cases: (random) => [
      { args: forwardCase(random, [integer(random, 2, 5), integer(random, 2, 5), 1], 1) },
      { args: forwardCase(random, [2, 1, 1], integer(random, 2, 6)) },
    ],
  },
  {
    id: "computeCost.random",
    function: "computeCost",
    title: "other probabilities and labels, of one output and of several",
    points: 8,
    cases: (random) => [
      { args: costCase(random, 1, integer(random, 4, 9)) },
      { args: costCase(random, 1, integer(random, 20, 40)) },
      { args: costCase(random, 1, 1) },
      { args: costCase(random, integer(random, 2, 3), integer(random, 4, 9)) },
    ],
  },
  {
    id: "backwardPropagation.random",
    function: "backwardPropagation",
    title: "other numbers of features, units and examples",
    points: 10,
    cases: (random) => [
      { args: backwardCase(random, [integer(random, 2, 4), integer(random, 5, 7), 1], integer(random, 8, 10)) },
      { args: backwardCase(random, [integer(random, 5, 7), integer(random, 2, 4), 1], integer(random, 8, 10)) },
      { args: backwardCase(random, [3, 4, 2], integer(random, 5, 8)) },
    ],
  },
  {
    id: "backwardPropagation.single",
    function: "backwardPropagation",
    title: "a single example, a single unit",
    points: 4,
    cases: (random) => [
      { args: backwardCase(random, [integer(random, 2, 5), integer(random, 2, 5), 1], 1) },
      { args: backwardCase(random, [2, 1, 1], integer(random, 3, 6)) },
    ],
  },
  {
    id: "updateParameters.random",
    function: "updateParameters",
    title: "other sizes and learning rates",
    points: 6,
    cases: (random) => [
      { args: updateCase(random, [integer(random, 2, 4), integer(random, 5, 7), 1], random.uniform(0.01, 0.9)) },
      { args: updateCase(random, [integer(random, 2, 4), integer(random, 2, 4), 2], random.uniform(1.5, 3)) },
    ],
  },
  {
    id: "nnModel.random",
    function: "nnModel",
    title: "other data, hidden sizes, numbers of steps and learning rates",
    points: 5,
    cases: (random) => [
      { args: [...data(random, 3, 6), integer(random, 5, 7), integer(random, 5, 10), random.uniform(0.2, 0.8)] },
      // Two costs to record. The labels of an odd number of examples are never balanced, so that the cost still falls at
      // the end, and costs of neighbouring iterations can be told apart.
      { args: [...data(random, 2, 7), integer(random, 2, 3), integer(random, 12, 15), random.uniform(0.2, 0.8)] },
      { args: [...data(random, 2, 5, 2), integer(random, 3, 4), integer(random, 5, 10), random.uniform(0.2, 0.8)] },
      // So slow that the cost hardly falls.
      { args: [...data(random, 2, 5), integer(random, 2, 3), integer(random, 22, 25), random.uniform(1e-9, 2e-9)] },
    ],
  },
  {
    id: "predict.random",
    function: "predict",
    title: "other networks and examples",
    points: 2,
    cases: (random) => [
      { args: decided(random, [2, 4, 1], 8) },
      { args: decided(random, [integer(random, 3, 5), integer(random, 2, 6), 1], 6) },
      { args: decided(random, [3, 4, 1], 1) },
    ],
  },
];

/** nX, nH and nY. */
type Sizes = [nX: number, nH: number, nY: number];

/** A whole number from `low` to `high`, both included. */
function integer(random: RandomState, low: number, high: number): number {
  return Math.floor(random.uniform(low, high + 1));
}

/** Y (nY, m), with labels of both kinds in every row where m allows it. */
function labels(random: RandomState, nY: number, m: number): NDArray {
  const row = () => {
    const first = integer(random, 0, 1);
    return Array.from({ length: m }, (_, i) => (i === 0 ? first : i === 1 ? 1 - first : integer(random, 0, 1)));
  };
  return np.array(Array.from({ length: nY }, row));
}

/** Weights large enough to bend tanh, and biases that are not zero. */
function parameters(random: RandomState, [nX, nH, nY]: Sizes): NetworkParameters {
  return {
    W1: np.multiply(random.randn(nH, nX), 0.6),
    b1: np.multiply(random.randn(nH, 1), 0.5),
    W2: np.multiply(random.randn(nY, nH), 0.6),
    b2: np.multiply(random.randn(nY, 1), 0.5),
  };
}

function forwardCase(random: RandomState, sizes: Sizes, m: number): [NDArray, NetworkParameters] {
  return [random.randn(sizes[0], m), parameters(random, sizes)];
}

/** Sums of both signs, so far from zero that all activations are at their ends, and e^z is beyond all numbers. */
function saturated(random: RandomState, m: number): [NDArray, NetworkParameters] {
  const far = (n: number) => Array.from({ length: n }, (_, i) => random.uniform(28, 32) * (i % 2 === 0 ? 1 : -1));
  const W1 = np.array(far(2).map((w) => [w]));
  const W2 = np.array([
    [900, random.uniform(-1, 1)],
    [random.uniform(-1, 1), -900],
  ]);
  return [np.array([far(m)]), { ...parameters(random, [1, 2, 2]), W1, W2 }];
}

function costCase(random: RandomState, nY: number, m: number): Value[] {
  return [random.uniform(0.05, 0.95, [nY, m]), labels(random, nY, m), parameters(random, [2, 3, nY])];
}

/** A cache that really belongs to the parameters and X, so that a solution may use whichever part of it it likes. */
function backwardCase(random: RandomState, sizes: Sizes, m: number): Value[] {
  const [X, network] = forwardCase(random, sizes, m);
  return [network, solution.forwardPropagation(X, network).cache, X, labels(random, sizes[2], m)];
}

function updateCase(random: RandomState, sizes: Sizes, learningRate: number): Value[] {
  const { W1: dW1, b1: db1, W2: dW2, b2: db2 } = parameters(random, sizes);
  return [parameters(random, sizes), { dW1, db1, dW2, db2 }, learningRate];
}

function data(random: RandomState, nX: number, m: number, nY = 1): [NDArray, NDArray] {
  return [random.randn(nX, m), labels(random, nY, m)];
}

/** Parameters and X where every probability is clearly above or below 0.5, and some are of each kind if there are several. */
function decided(random: RandomState, sizes: Sizes, m: number): Value[] {
  for (;;) {
    const [X, network] = forwardCase(random, sizes, m);
    const distance = np.subtract(solution.forwardPropagation(X, network).A2, 0.5);
    if (np.min(np.abs(distance)) > 0.01 && (m === 1 || (np.min(distance) < 0 && np.max(distance) > 0)))
      return [network, X];
  }
}
