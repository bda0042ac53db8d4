import type { Case, HiddenCheck, Value } from "../../../check/contract";
import type { NDArray } from "../../../core/NDArray";
import { np } from "../../../np";
import type { RandomState } from "../../../random/RandomState";
import type { Activation, LayerCache, NetworkParameters } from "../assignment";
import * as solution from "./solution";

/**
 * Random inputs. What a layer or a network is given on the way back is what the way forward would have kept, so that a
 * solution may recompute any of it; and probabilities stay away from 0 and 1, so that no correct formula loses digits.
 */
export const hiddenChecks: HiddenCheck[] = [
  {
    id: "initializeParametersDeep.random",
    function: "initializeParametersDeep",
    title: "other networks, of one to five layers",
    points: 6,
    cases: (random) => [
      { args: [[integer(random, 3, 8), integer(random, 1, 3)]] },
      { args: [layerDims(random, 3)] },
      { args: [layerDims(random, integer(random, 4, 5))] },
    ],
  },
  {
    id: "linearForward.random",
    function: "linearForward",
    title: "other numbers of inputs, units and examples",
    points: 4,
    cases: (random) => [
      { args: linear(random, integer(random, 2, 4), integer(random, 5, 8), 3) },
      { args: linear(random, 5, integer(random, 1, 3), integer(random, 2, 4)) },
    ],
  },
  {
    id: "linearActivationForward.random",
    function: "linearActivationForward",
    title: "both activations, other shapes, and sums far from zero",
    points: 6,
    cases: (random) => [
      ...(["sigmoid", "relu"] as const).map((activation) => ({
        args: [...linear(random, integer(random, 2, 5), integer(random, 6, 9), integer(random, 2, 4)), activation],
      })),
      { args: [...far(random, integer(random, 2, 4)), "sigmoid"] },
    ],
  },
  {
    id: "modelForward.random",
    function: "modelForward",
    title: "networks of one to five layers, of one output and of two",
    points: 6,
    cases: (random) => [
      ...[1, 3, integer(random, 4, 5)].map((L) => ({ args: network(random, layerDims(random, L)) })),
      { args: network(random, [integer(random, 3, 5), integer(random, 2, 4), 1, 2]) },
      ...twice(() => ({ args: network(random, [3, 2, 1], 4) })),
    ],
  },
  {
    id: "computeCost.random",
    function: "computeCost",
    title: "other predictions, and a single one",
    points: 6,
    cases: (random) =>
      [integer(random, 4, 7), integer(random, 8, 12), 1].map((m) => ({ args: predictions(random, m) })),
  },
  {
    id: "linearBackward.random",
    function: "linearBackward",
    title: "other numbers of inputs, units and examples",
    points: 8,
    cases: (random) => [
      { args: linearGradient(random, integer(random, 2, 3), integer(random, 6, 8), integer(random, 4, 5)) },
      { args: linearGradient(random, integer(random, 6, 8), integer(random, 2, 5), 1) },
      ...twice(() => ({ args: linearGradient(random, 2, 4, 3) })),
    ],
  },
  {
    id: "linearActivationBackward.random",
    function: "linearActivationBackward",
    title: "both activations, other shapes, and where relu's Z is exactly 0",
    points: 6,
    cases: (random) => [
      ...(["sigmoid", "relu"] as const).map((activation) => ({ args: layerGradient(random, activation) })),
      { args: zeroGradient(random) },
      { args: farGradient(random) },
    ],
  },
  {
    id: "modelBackward.random",
    function: "modelBackward",
    title: "networks of one to four layers, of one output and of two",
    points: 6,
    cases: (random) => [
      ...[1, 2, 4].map((L) => ({ args: networkGradient(random, layerDims(random, L)) })),
      { args: networkGradient(random, [integer(random, 3, 5), integer(random, 2, 4), 1, 2]) },
      ...twice(() => ({ args: networkGradient(random, [3, 2, 1], 4) })),
    ],
  },
  {
    id: "updateParameters.random",
    function: "updateParameters",
    title: "other networks and learning rates, with the gradients of modelBackward",
    points: 4,
    cases: (random) => [
      ...[1, 3].map((L) => ({ args: step(random, layerDims(random, L)) })),
      ...twice(() => ({ args: step(random, [3, 2, 1], 4) })),
    ],
  },
];

/** Two cases of the same shapes, with other numbers, one after the other. */
function twice(draw: () => Case): Case[] {
  return [draw(), draw()];
}

/** A whole number from `low` to `high`, both included. */
function integer(random: RandomState, low: number, high: number): number {
  return Math.floor(random.uniform(low, high + 1));
}

/** Numbers of units for L layers, neighbours always different, so that a transposed matrix is noticed. */
function layerDims(random: RandomState, L: number): number[] {
  const dims = [integer(random, 3, 6)];
  while (dims.length < L) {
    const units = integer(random, 2, 6);
    if (units !== dims[dims.length - 1]) dims.push(units);
  }
  return [...dims, 1];
}

function linear(random: RandomState, inputs: number, m: number, units: number): [NDArray, NDArray, NDArray] {
  return [random.randn(inputs, m), random.randn(units, inputs), random.randn(units, 1)];
}

/** X and parameters, such that every probability is between 0.02 and 0.98 and no relu layer is silent. */
function network(random: RandomState, dims: number[], m = integer(random, 3, 6)): [NDArray, NetworkParameters] {
  const L = dims.length - 1;
  for (;;) {
    const parameters: NetworkParameters = {};
    for (let l = 1; l <= L; l++) {
      parameters[`W${l}`] = np.multiply(random.randn(dims[l], dims[l - 1]), 0.7);
      parameters[`b${l}`] = np.multiply(random.randn(dims[l], 1), 0.5);
    }
    const X = random.randn(dims[0], m);
    const { AL, caches } = solution.modelForward(X, parameters);
    const hidden = caches.slice(0, -1);
    if (np.min(AL) > 0.02 && np.max(AL) < 0.98 && hidden.every(({ Z }) => np.min(Z) < 0 && np.max(Z) > 0)) {
      return [X, parameters];
    }
  }
}

/** AL and Y of shape (1, m), with labels of both kinds where m allows it. */
function predictions(random: RandomState, m: number): [NDArray, NDArray] {
  return [random.uniform(0.05, 0.95, [1, m]), labels(random, [1, m])];
}

function labels(random: RandomState, [outputs, m]: readonly number[]): NDArray {
  const row = () => {
    const first = integer(random, 0, 1);
    return Array.from({ length: m }, (_, i) => (i === 0 ? first : i === 1 ? 1 - first : integer(random, 0, 1)));
  };
  return np.array(Array.from({ length: outputs }, row));
}

function linearGradient(random: RandomState, inputs: number, m: number, units: number): Value[] {
  const [APrev, W, b] = linear(random, inputs, m, units);
  return [random.randn(units, m), { APrev, W, b }];
}

/** dA, and a cache where some Z are positive and some negative. */
function layerGradient(random: RandomState, activation: Activation): Value[] {
  for (;;) {
    const [APrev, W, b] = linear(random, integer(random, 2, 3), integer(random, 5, 8), 4);
    const { Z } = solution.linearForward(APrev, W, b);
    const cache: LayerCache = { APrev, W, b, Z };
    if (np.min(Z) < 0 && np.max(Z) > 0) return [random.randn(4, Z.shape[1]), { ...cache }, activation];
  }
}

/** A relu layer whose Z, sums of whole numbers, is 0 for some units and examples. */
function zeroGradient(random: RandomState): Value[] {
  const whole = (rows: number, columns: number) =>
    np.array(Array.from({ length: rows }, () => Array.from({ length: columns }, () => integer(random, -2, 2))));
  for (;;) {
    const [APrev, W, b] = [whole(2, integer(random, 4, 6)), whole(3, 2), whole(3, 1)];
    const { Z } = solution.linearForward(APrev, W, b);
    const zeros = np.sum(np.equal(Z, 0));
    if (zeros > 0 && zeros < Z.size / 2) return [random.randn(...Z.shape), { APrev, W, b, Z }, "relu"];
  }
}

/** APrev, W and b with sums of both signs beyond ±750. */
function far(random: RandomState, m: number): [NDArray, NDArray, NDArray] {
  const ends = (n: number) => Array.from({ length: n }, (_, i) => random.uniform(28, 32) * (i % 2 === 0 ? 1 : -1));
  return [np.array([ends(m)]), np.array(ends(2).map((w) => [w])), random.randn(2, 1)];
}

function farGradient(random: RandomState): Value[] {
  const [APrev, W, b] = far(random, integer(random, 2, 4));
  const { Z } = solution.linearForward(APrev, W, b);
  return [random.randn(...Z.shape), { APrev, W, b, Z }, "sigmoid"];
}

function networkGradient(random: RandomState, dims: number[], m?: number): Value[] {
  const [X, parameters] = network(random, dims, m);
  const { AL, caches } = solution.modelForward(X, parameters);
  return [AL, labels(random, AL.shape), caches.map((cache) => ({ ...cache }))];
}

function step(random: RandomState, dims: number[], m?: number): Value[] {
  const [X, parameters] = network(random, dims, m);
  const { AL, caches } = solution.modelForward(X, parameters);
  const grads = solution.modelBackward(AL, labels(random, AL.shape), caches);
  return [parameters, grads, random.uniform(0.01, 0.5)];
}
