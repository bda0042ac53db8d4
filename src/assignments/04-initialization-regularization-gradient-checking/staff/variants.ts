import type { NDArray } from "../../../core/NDArray";
import { np } from "../../../np";
import type { DropoutCache, NetworkCache, NetworkGradients, NetworkParameters } from "../assignment";
import { relu, sigmoid } from "./activations";
import * as solution from "./solution";

interface InitializationRules {
  weights: (units: number, inputs: number) => NDArray;
  biases: (units: number) => NDArray;
  seed: number | null;
  first: number;
  last: (layers: number) => number;
}

/** An initialization from a rule for each of its parts; the unnamed ones are right (of zeros). */
export function initialize(part: Partial<InitializationRules>) {
  const rules: InitializationRules = {
    weights: (units, inputs) => np.zeros([units, inputs]),
    biases: (units) => np.zeros([units, 1]),
    seed: null,
    first: 1,
    last: (layers) => layers,
    ...part,
  };
  return (layersDims: number[]): NetworkParameters => {
    const parameters: NetworkParameters = {};
    if (rules.seed !== null) np.random.seed(rules.seed);
    for (let l = 1; l < rules.last(layersDims.length); l++) {
      parameters[`W${l - 1 + rules.first}`] = rules.weights(layersDims[l], layersDims[l - 1]);
      parameters[`b${l - 1 + rules.first}`] = rules.biases(layersDims[l]);
    }
    return parameters;
  };
}

interface BackwardRules {
  outputError: (A3: NDArray, Y: NDArray) => NDArray;
  weights: (dZ: NDArray, A: NDArray, m: number, W: NDArray, layer: number) => NDArray;
  biases: (dZ: NDArray, m: number, b: NDArray, layer: number) => NDArray;
  /** What becomes of Wᵀ dZ on its way out of the layer above. */
  mask: (dA: NDArray, D: NDArray | undefined, layer: number) => NDArray;
  relu: (dA: NDArray, A: NDArray, D: NDArray | undefined) => NDArray;
}

/** A pass backward from a rule for each of its parts; the unnamed ones are right (without penalty and dropout). */
export function backward(X: NDArray, Y: NDArray, cache: NetworkCache, part: Partial<BackwardRules>): NetworkGradients {
  const rules: BackwardRules = {
    outputError: np.subtract,
    weights: weightGradient,
    biases: (dZ) => np.mean(dZ, 1, true),
    mask: (dA) => dA,
    relu: (dA, A) => np.multiply(dA, np.greater(A, 0)),
    ...part,
  };
  const m = X.shape[1];
  const { A1, W1, b1, A2, W2, b2, A3, W3, b3 } = cache;
  const { D1, D2 } = cache as Partial<DropoutCache>;
  const dZ3 = rules.outputError(A3, Y);
  const dW3 = rules.weights(dZ3, A2, m, W3, 3);
  const db3 = rules.biases(dZ3, m, b3, 3);
  const dA2 = rules.mask(np.dot(W3.T, dZ3), D2, 2);
  const dZ2 = rules.relu(dA2, A2, D2);
  const dW2 = rules.weights(dZ2, A1, m, W2, 2);
  const db2 = rules.biases(dZ2, m, b2, 2);
  const dA1 = rules.mask(np.dot(W2.T, dZ2), D1, 1);
  const dZ1 = rules.relu(dA1, A1, D1);
  const dW1 = rules.weights(dZ1, X, m, W1, 1);
  const db1 = rules.biases(dZ1, m, b1, 1);
  return { dZ3, dW3, db3, dA2, dZ2, dW2, db2, dA1, dZ1, dW1, db1 };
}

/** 1/m dZ Aᵀ, the gradient without a penalty. */
export function weightGradient(dZ: NDArray, A: NDArray, m: number): NDArray {
  return np.divide(np.dot(dZ, A.T), m);
}

interface ForwardRules {
  hidden: (Z: NDArray) => NDArray;
  hidden2: (Z: NDArray) => NDArray;
  output: (Z: NDArray) => NDArray;
  linear: (W: NDArray, A: NDArray, b: NDArray) => NDArray;
  /** Draws a mask. */
  mask: (A: NDArray, keepProb: number) => NDArray;
  drop: (A: NDArray, D: NDArray, keepProb: number, layer: number) => NDArray;
}

/** A pass forward with dropout from a rule for each of its parts; the unnamed ones are right. */
export function dropoutForward(part: Partial<ForwardRules>) {
  const rules = { ...rightForward, ...part };
  return (X: NDArray, parameters: NetworkParameters, keepProb = 0.5, seed = 1) => {
    np.random.seed(seed);
    const { W1, b1, W2, b2, W3, b3 } = parameters;
    const Z1 = rules.linear(W1, X, b1);
    const D1 = rules.mask(Z1, keepProb);
    const A1 = rules.drop(rules.hidden(Z1), D1, keepProb, 1);
    const Z2 = rules.linear(W2, A1, b2);
    const D2 = rules.mask(Z2, keepProb);
    const A2 = rules.drop(rules.hidden2(Z2), D2, keepProb, 2);
    const Z3 = rules.linear(W3, A2, b3);
    const A3 = rules.output(Z3);
    return { A3, cache: { Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3 } };
  };
}

const rightForward: ForwardRules = {
  hidden: relu,
  hidden2: relu,
  output: sigmoid,
  linear: (W, A, b) => np.add(np.dot(W, A), b),
  mask: (A, keepProb) => np.less(np.random.rand(A.shape[0], A.shape[1]), keepProb),
  drop: (A, D, keepProb) => np.divide(np.multiply(A, D), keepProb),
};

/** forwardPropagationN from a rule for some of its parts. */
export function forward(part: Partial<ForwardRules>) {
  const rules = { ...rightForward, ...part };
  return (X: NDArray, Y: NDArray, parameters: NetworkParameters) => {
    const { W1, b1, W2, b2, W3, b3 } = parameters;
    const Z1 = rules.linear(W1, X, b1);
    const A1 = rules.hidden(Z1);
    const Z2 = rules.linear(W2, A1, b2);
    const A2 = rules.hidden2(Z2);
    const Z3 = rules.linear(W3, A2, b3);
    const A3 = rules.output(Z3);
    return { cost: crossEntropy(A3, Y), cache: { Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3 } };
  };
}

export function crossEntropy(A: NDArray, Y: NDArray): number {
  return -np.mean(np.add(np.multiply(Y, np.log(A)), np.multiply(np.subtract(1, Y), np.log(np.subtract(1, A)))));
}

type Checked = Parameters<typeof solution.gradientCheckN>;

interface CheckRules {
  approximate: (cost: (step: number) => number, epsilon: number) => number;
  difference: (grad: NDArray, approximation: NDArray) => number;
  epsilon: (given: number) => number;
  /** Whether a number goes back to what it was before the next one is moved. */
  restores: boolean;
}

const parameterNames = ["W1", "b1", "W2", "b2", "W3", "b3"] as const;

/** gradientCheckN from a rule for each of its parts; the unnamed ones are right. */
export function checkGradients(part: Partial<CheckRules>) {
  const rules: CheckRules = {
    approximate: (cost, epsilon) => (cost(epsilon) - cost(-epsilon)) / (2 * epsilon),
    difference: relativeDifference,
    epsilon: (given) => given,
    restores: true,
    ...part,
  };
  return (...[parameters, gradients, X, Y, given = 1e-7]: Checked): number => {
    const epsilon = rules.epsilon(given);
    const moving = Object.fromEntries(parameterNames.map((name) => [name, parameters[name].copy()]));
    const [grad, approximation]: number[][] = [[], []];
    for (const name of parameterNames) {
      for (const [position, value] of parameters[name].toTypedArray().entries()) {
        const place = [Math.floor(position / moving[name].shape[1]), position % moving[name].shape[1]] as const;
        const cost = (step: number) => {
          moving[name].set(...place, value + step);
          return solution.forwardPropagationN(X, Y, moving).cost;
        };
        approximation.push(rules.approximate(cost, epsilon));
        grad.push(gradients[`d${name}`].at(...place));
        if (rules.restores) moving[name].set(...place, value);
      }
    }
    return rules.difference(np.array(grad), np.array(approximation));
  };
}

function relativeDifference(grad: NDArray, approximation: NDArray): number {
  return np.norm(np.subtract(grad, approximation)) / (np.norm(grad) + np.norm(approximation));
}
