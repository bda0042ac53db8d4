import type { Case, PublicCheck, Value } from "../../check/contract";
import type { NDArray } from "../../core/NDArray";
import { np } from "../../np";
import { RandomState } from "../../random/RandomState";

/** The checks that learners run themselves; the inputs marked "course" are those of the course's own tests. */
export const checks: PublicCheck[] = [
  {
    id: "initializeParametersDeep.course",
    function: "initializeParametersDeep",
    title: "a network of two layers, 5-4-3",
    points: 3,
    cases: () => [{ args: [[5, 4, 3]] }],
    hint: "Layer 1 has 4 units and 5 inputs: W1 = 0.01 · randn(4, 5), b1 = zeros([4, 1]). Then layer 2 in the same way.",
  },
  {
    id: "initializeParametersDeep.deeper",
    function: "initializeParametersDeep",
    title: "a network of four layers",
    points: 3,
    cases: () => [{ args: [[2, 4, 3, 3, 1]] }],
    hint: "Loop over the layers l = 1, …, L, where L is layerDims.length - 1. Seed once, before the loop.",
  },
  {
    id: "linearForward.course",
    function: "linearForward",
    title: "one unit with three inputs",
    points: 1,
    cases: () => [linear(1, 3, 2, 1)],
    hint: "Z = W APrev + b: np.dot for the product, and b is added to every column.",
  },
  {
    id: "linearForward.units",
    function: "linearForward",
    title: "several units",
    points: 2,
    cases: () => [linear(4, 2, 5, 3), linear(8, 2, 5, 3)],
    hint: "Z has one row a unit and one column an example; the cache is { APrev, W, b }.",
  },
  {
    id: "linearForward.square",
    function: "linearForward",
    title: "as many units and examples as inputs",
    points: 1,
    cases: () => [linear(5, 3, 3, 3)],
    hint: "With square matrices a wrong order of factors gives a result of the right shape: Z = W APrev + b.",
  },
  {
    id: "linearActivationForward.course",
    function: "linearActivationForward",
    title: "one unit: the sigmoid, and relu",
    points: 2,
    cases: () => bothActivations(linear(2, 3, 2, 1)),
    hint: "First linearForward, then A = sigmoid(Z) or relu(Z). The cache holds { APrev, W, b, Z }.",
  },
  {
    id: "linearActivationForward.units",
    function: "linearActivationForward",
    title: "two units: the sigmoid, and relu",
    points: 3,
    cases: () => bothActivations(linear(6, 3, 4, 2)),
    hint: "Z is (units, examples), and so is A: the activation goes element by element.",
  },
  {
    id: "linearActivationForward.edges",
    function: "linearActivationForward",
    title: "a single example, and sums far from zero",
    points: 1,
    cases: () => [...bothActivations(linear(3, 3, 1, 2)), { args: [...far(), "sigmoid"] }],
    hint: "Far from zero the sigmoid is 0 or 1. A formula in which e^1000 occurs gives NaN instead; the given one does not.",
  },
  {
    id: "modelForward.course",
    function: "modelForward",
    title: "a network of two layers, 4-3-1",
    points: 4,
    cases: () => [network(1, [4, 3, 1], 2)],
    hint: "Layer 1 takes X and uses relu; layer 2 takes what layer 1 gives and uses the sigmoid.",
  },
  {
    id: "modelForward.deeper",
    function: "modelForward",
    title: "a network of three layers, 5-4-3-1",
    points: 2,
    cases: () => [network(6, [5, 4, 3, 1], 4)],
    hint: "Each layer takes the A of the layer before; relu in all of them but the last; one cache a layer.",
  },
  {
    id: "modelForward.order",
    function: "modelForward",
    title: "eleven layers, and a dictionary that was filled from the last layer on",
    points: 1,
    cases: () => [elevenLayers(), lastLayerFirst(network(8, [3, 4, 2, 1], 3))],
    hint: "The number in the key says which layer it is, whatever the order of the keys: count l from 1 to L.",
  },
  {
    id: "modelForward.units",
    function: "modelForward",
    title: "a hidden layer of one unit, two outputs, and a single example",
    points: 1,
    cases: () => [network(6, [3, 1, 2], 3), network(9, [2, 3, 1, 2], 1)],
    hint: "The last layer uses the sigmoid, and every other one relu, however many units they have.",
  },
  {
    id: "computeCost.course",
    function: "computeCost",
    title: "three predictions",
    points: 3,
    cases: () => [
      { args: [np.array([[0.8, 0.9, 0.4]]), np.array([[1, 1, 0]])] },
      { args: [np.array([[0.8, 0.9, 0.4]]), np.array([[1, 1, 1]])] },
    ],
    hint: "For each example take log AL if Y is 1, and log(1 - AL) if Y is 0; add, divide by m, change the sign.",
  },
  {
    id: "computeCost.confident",
    function: "computeCost",
    title: "a confident prediction that is wrong",
    points: 1,
    cases: () => [{ args: [np.array([[0.003, 0.996, 0.5, 0.8]]), np.array([[1, 0, 1, 1]])] }],
    hint: "Label 1 with probability 0.003 costs -log 0.003 = 5.81: take the probabilities as they are, without clipping.",
  },
  {
    id: "linearBackward.course",
    function: "linearBackward",
    title: "one unit, and three units",
    points: 5,
    cases: () => [linearGradient(1, 3, 2, 1), linearGradient(1, 5, 4, 3)],
    hint: "dW = dZ APrevᵀ / m, db = the mean of dZ over the examples (axis 1, keepdims), dAPrev = Wᵀ dZ.",
  },
  {
    id: "linearBackward.single",
    function: "linearBackward",
    title: "a single example",
    points: 1,
    cases: () => [linearGradient(4, 3, 1, 2)],
    hint: "With one example dZ is still a matrix, of shape (n[l], 1). np.squeeze would take its axes away.",
  },
  {
    id: "linearActivationBackward.course",
    function: "linearActivationBackward",
    title: "one unit: the sigmoid, and relu",
    points: 2,
    cases: () => bothActivations(layerGradient(2, 3, 2, 1)),
    hint: "First dZ: sigmoidBackward(dA, cache.Z) or reluBackward(dA, cache.Z). Then linearBackward.",
  },
  {
    id: "linearActivationBackward.units",
    function: "linearActivationBackward",
    title: "two units: the sigmoid, and relu",
    points: 2,
    cases: () => bothActivations(layerGradient(5, 3, 4, 2)),
    hint: "dZ has the shape of Z; linearBackward does the rest.",
  },
  {
    id: "linearActivationBackward.edges",
    function: "linearActivationBackward",
    title: "relu where Z is exactly 0, and the sigmoid far from zero",
    points: 2,
    cases: () => [{ args: [...withZeros(), "relu"] }, { args: [...farGradient(), "sigmoid"] }],
    hint: "relu lets dA through where Z > 0: not where Z is 0. The sigmoid is flat far from zero, so its dZ is 0 there.",
  },
  {
    id: "modelBackward.course",
    function: "modelBackward",
    title: "a network of two layers, 4-3-1",
    points: 3,
    cases: () => [networkGradient(3, [4, 3, 1], 2)],
    hint: "Start with dAL; layer 2 uses the sigmoid and gives dA1, dW2 and db2; layer 1 takes dA1 and uses relu.",
  },
  {
    id: "modelBackward.deeper",
    function: "modelBackward",
    title: "a network of three layers, 3-4-2-1",
    points: 2,
    cases: () => [networkGradient(7, [3, 4, 2, 1], 3)],
    hint: "Go through the layers from L down to 1; each takes the dAPrev of the one after it.",
  },
  {
    id: "modelBackward.units",
    function: "modelBackward",
    title: "a hidden layer of one unit, two outputs, and a single example",
    points: 1,
    cases: () => [networkGradient(5, [3, 1, 2], 3), networkGradient(2, [2, 3, 1, 2], 1)],
    hint: "The last layer uses the sigmoid, and every other one relu, however many units they have.",
  },
  {
    id: "updateParameters.course",
    function: "updateParameters",
    title: "one step for a network of two layers, and of eleven",
    points: 2,
    cases: () => [step(2, 3, [4, 3, 1], 0.1), step(4, 5, eleven, 0.3)],
    hint: "Subtract learningRate times dW from W and learningRate times db from b, in every layer.",
  },
];

/** Numbers of units of a network of eleven layers. */
const eleven = [2, 2, 3, 2, 2, 3, 2, 2, 3, 2, 2, 1];

/** APrev (inputs, m), W (units, inputs), b (units, 1). The draws of the course's tests. */
function linear(seed: number, inputs: number, m: number, units: number): Case {
  const random = new RandomState(seed);
  return { args: [random.randn(inputs, m), random.randn(units, inputs), random.randn(units, 1)] };
}

function bothActivations({ args }: Case): Case[] {
  return [{ args: [...args, "sigmoid"] }, { args: [...args, "relu"] }];
}

/** APrev, W and b with sums near -1000 and 1000. */
function far(): Value[] {
  return [np.array([[1, -1, 0.5]]), np.array([[1000], [-1000]]), np.array([[0.5], [-0.25]])];
}

/** X and the parameters of a network. Course. */
function network(seed: number, layerDims: readonly number[], m: number): Case {
  const random = new RandomState(seed);
  return { args: [random.randn(layerDims[0], m), parameters(random, layerDims, "")] };
}

/** Positive weights, as far as relu is concerned: with random ones hardly anything would reach the last layer. */
function elevenLayers(): Case {
  const random = new RandomState(3);
  const drawn = parameters(random, eleven, "");
  const X = np.abs(random.randn(eleven[0], 3));
  const names = Object.keys(drawn);
  return { args: [X, Object.fromEntries(names.map((name) => [name, np.multiply(0.6, np.abs(drawn[name]))]))] };
}

function lastLayerFirst({ args: [X, drawn] }: Case): Case {
  return { args: [X, Object.fromEntries(Object.entries(drawn as Record<string, NDArray>).reverse())] };
}

/** W1, b1, W2, … or, with the prefix d, dW1, db1, dW2, … */
function parameters(random: RandomState, layerDims: readonly number[], prefix: "" | "d") {
  const drawn: Record<string, NDArray> = {};
  for (let l = 1; l < layerDims.length; l++) {
    drawn[`${prefix}W${l}`] = random.randn(layerDims[l], layerDims[l - 1]);
    drawn[`${prefix}b${l}`] = random.randn(layerDims[l], 1);
  }
  return drawn;
}

/** dZ (units, m) and a linear cache. Course. */
function linearGradient(seed: number, inputs: number, m: number, units: number): Case {
  const random = new RandomState(seed);
  const dZ = random.randn(units, m);
  return { args: [dZ, { APrev: random.randn(inputs, m), W: random.randn(units, inputs), b: random.randn(units, 1) }] };
}

/** dA (units, m) and a layer's cache. Course. */
function layerGradient(seed: number, inputs: number, m: number, units: number): Case {
  const random = new RandomState(seed);
  const dA = random.randn(units, m);
  return { args: [dA, layerCache(random, inputs, m, units)] };
}

function layerCache(random: RandomState, inputs: number, m: number, units: number) {
  return {
    APrev: random.randn(inputs, m),
    W: random.randn(units, inputs),
    b: random.randn(units, 1),
    Z: random.randn(units, m),
  };
}

/** dA, and a cache whose Z, a sum of whole numbers, has zeros. */
function withZeros(): Value[] {
  const APrev = np.array([
    [1, 2, -1],
    [2, 1, 3],
  ]);
  const W = np.array([
    [1, -1],
    [-2, 1],
  ]);
  const b = np.array([[1], [0]]);
  const Z = np.array([
    [0, 2, -3],
    [0, -3, 5],
  ]);
  const dA = np.array([
    [0.7, -0.4, 1.1],
    [-0.6, 0.3, 0.9],
  ]);
  return [dA, { APrev, W, b, Z }];
}

function farGradient(): Value[] {
  const [APrev, W, b] = far();
  const Z = np.array([
    [1000.5, -999.5, 500.5],
    [-1000.25, 999.75, -500.25],
  ]);
  const dA = np.array([
    [0.7, -0.4, 1.1],
    [-0.6, 0.3, 0.9],
  ]);
  return [dA, { APrev, W, b, Z }];
}

/** AL, Y and the caches. The course draws AL too, even beyond 1; here it is what the last layer's Z gives. */
function networkGradient(seed: number, layerDims: readonly number[], m: number): Case {
  const random = new RandomState(seed);
  random.randn(1, m);
  const outputs = layerDims[layerDims.length - 1];
  const caches = layerDims.slice(1).map((units, i) => layerCache(random, layerDims[i], m, units));
  const AL = np.divide(1, np.add(1, np.exp(np.negative(caches[caches.length - 1].Z))));
  const Y = Array.from({ length: outputs }, (_, k) => Array.from({ length: m }, (_, i) => (i + k + 1) % 2));
  return { args: [AL, np.array(Y), caches] };
}

function step(seed: number, gradientSeed: number, layerDims: readonly number[], learningRate: number): Case {
  const start = parameters(new RandomState(seed), layerDims, "");
  return { args: [start, parameters(new RandomState(gradientSeed), layerDims, "d"), learningRate] };
}
