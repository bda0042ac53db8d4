import type { Alternative } from "../../../../check/contract";
import type { NDArray } from "../../../../core/NDArray";
import { np } from "../../../../np";
import type { DropoutCache, NetworkCache, NetworkParameters } from "../../assignment";

/** An array of the given shape, computed element by element. */
function build(rows: number, columns: number, element: (i: number, j: number) => number): NDArray {
  const result = np.zeros([rows, columns]);
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) result.set(i, j, element(i, j));
  return result;
}

function sumOver(count: number, term: (k: number) => number): number {
  let sum = 0;
  for (let k = 0; k < count; k++) sum += term(k);
  return sum;
}

function initializer(weight: (inputs: number) => number, seed: number) {
  return (layersDims: number[]): NetworkParameters => {
    np.random.seed(seed);
    const parameters: NetworkParameters = {};
    for (const [l, units] of layersDims.entries()) {
      if (l === 0) continue;
      const inputs = layersDims[l - 1];
      parameters[`W${l}`] = build(units, inputs, () => weight(inputs));
      parameters[`b${l}`] = build(units, 1, () => 0);
    }
    return parameters;
  };
}

function normalizeInputs(XTrain: NDArray, XTest: NDArray) {
  const [n, m] = XTrain.shape;
  const mu = build(n, 1, (i) => sumOver(m, (k) => XTrain.at(i, k)) / m);
  const sigma = build(n, 1, (i) => Math.sqrt(sumOver(m, (k) => (XTrain.at(i, k) - mu.at(i, 0)) ** 2) / m));
  const normalized = (X: NDArray) => build(n, X.shape[1], (i, j) => (X.at(i, j) - mu.at(i, 0)) / sigma.at(i, 0));
  return { XTrain: normalized(XTrain), XTest: normalized(XTest), mu, sigma };
}

function linear(W: NDArray, A: NDArray, b: NDArray): NDArray {
  return build(W.shape[0], A.shape[1], (i, j) => sumOver(W.shape[1], (k) => W.at(i, k) * A.at(k, j)) + b.at(i, 0));
}

const relu = (Z: NDArray): NDArray => build(Z.shape[0], Z.shape[1], (i, j) => (Z.at(i, j) > 0 ? Z.at(i, j) : 0));
const sigmoid = (Z: NDArray): NDArray => build(Z.shape[0], Z.shape[1], (i, j) => 1 / (1 + Math.exp(-Z.at(i, j))));

function costOf(A3: NDArray, Y: NDArray): number {
  const m = Y.shape[1];
  return -sumOver(m, (j) => (Y.at(0, j) === 1 ? Math.log(A3.at(0, j)) : Math.log(1 - A3.at(0, j)))) / m;
}

function computeCostWithRegularization(A3: NDArray, Y: NDArray, parameters: NetworkParameters, lambd: number): number {
  let squares = 0;
  for (const W of [parameters.W1, parameters.W2, parameters.W3]) {
    squares += sumOver(W.shape[0], (i) => sumOver(W.shape[1], (j) => W.at(i, j) ** 2));
  }
  return costOf(A3, Y) + (lambd * squares) / Y.shape[1] / 2;
}

/** The pass backward, with λ and with masks; without them λ is 0 and the masks are missing. */
function backward(X: NDArray, Y: NDArray, cache: NetworkCache, lambd: number, keepProb: number) {
  const { Z1, A1, W1, Z2, A2, W2, A3, W3 } = cache;
  const { D1, D2 } = cache as Partial<DropoutCache>;
  const m = Y.size;
  const weights = (dZ: NDArray, A: NDArray, W: NDArray) =>
    build(W.shape[0], W.shape[1], (i, j) => (sumOver(m, (k) => dZ.at(i, k) * A.at(j, k)) + lambd * W.at(i, j)) / m);
  const biases = (dZ: NDArray) => build(dZ.shape[0], 1, (i) => sumOver(m, (k) => dZ.at(i, k)) / m);
  const back = (W: NDArray, dZ: NDArray, D: NDArray | undefined) =>
    build(W.shape[1], m, (i, j) => {
      const share = D ? D.at(i, j) / keepProb : 1;
      return share === 0 ? 0 : share * sumOver(W.shape[0], (k) => W.at(k, i) * dZ.at(k, j));
    });
  const throughRelu = (dA: NDArray, Z: NDArray) => build(dA.shape[0], m, (i, j) => (Z.at(i, j) > 0 ? dA.at(i, j) : 0));
  const dZ3 = build(1, m, (_, j) => A3.at(0, j) - Y.at(0, j));
  const dA2 = back(W3, dZ3, D2);
  const dZ2 = throughRelu(dA2, Z2);
  const dA1 = back(W2, dZ2, D1);
  const dZ1 = throughRelu(dA1, Z1);
  const [dW3, dW2, dW1] = [weights(dZ3, A2, W3), weights(dZ2, A1, W2), weights(dZ1, X, W1)];
  return { dW1, db1: biases(dZ1), dW2, db2: biases(dZ2), dW3, db3: biases(dZ3), dA1, dA2, dZ1, dZ2, dZ3 };
}

function forwardPropagationWithDropout(X: NDArray, parameters: NetworkParameters, keepProb = 0.5, seed = 1) {
  np.random.seed(seed);
  const { W1, b1, W2, b2, W3, b3 } = parameters;
  const drop = (A: NDArray, D: NDArray) =>
    build(A.shape[0], A.shape[1], (i, j) => (D.at(i, j) ? A.at(i, j) / keepProb : 0));
  const draw = (Z: NDArray) => build(Z.shape[0], Z.shape[1], () => (np.random.rand() < keepProb ? 1 : 0));
  const Z1 = linear(W1, X, b1);
  const D1 = draw(Z1);
  const A1 = drop(relu(Z1), D1);
  const Z2 = linear(W2, A1, b2);
  const D2 = draw(Z2);
  const A2 = drop(relu(Z2), D2);
  const Z3 = linear(W3, A2, b3);
  const A3 = sigmoid(Z3);
  return { cache: { D1, D2, Z1, Z2, Z3, A1, A2, A3, ...parameters }, A3 };
}

function forwardPropagationN(X: NDArray, Y: NDArray, parameters: NetworkParameters) {
  const { W1, b1, W2, b2, W3, b3 } = parameters;
  const Z1 = linear(W1, X, b1);
  const A1 = relu(Z1);
  const Z2 = linear(W2, A1, b2);
  const A2 = relu(Z2);
  const Z3 = linear(W3, A2, b3);
  const A3 = sigmoid(Z3);
  return { cost: costOf(A3, Y), cache: { Z1, Z2, Z3, A1, A2, A3, W1, b1, W2, b2, W3, b3 } };
}

function gradientCheckN(
  parameters: NetworkParameters,
  gradients: Readonly<Record<string, NDArray>>,
  X: NDArray,
  Y: NDArray,
  epsilon = 1e-7,
): number {
  let [between, length, measuredLength] = [0, 0, 0];
  for (const name of ["b3", "W3", "b2", "W2", "b1", "W1"] as const) {
    // Moved in place and put back, on a copy.
    const theta = parameters[name].copy();
    const moved = { ...parameters, [name]: theta };
    for (let i = 0; i < theta.shape[0]; i++) {
      for (let j = 0; j < theta.shape[1]; j++) {
        const value = theta.at(i, j);
        theta.set(i, j, value + epsilon);
        const plus = forwardPropagationN(X, Y, moved).cost;
        theta.set(i, j, value - epsilon);
        const minus = forwardPropagationN(X, Y, moved).cost;
        theta.set(i, j, value);
        const measured = (plus - minus) / 2 / epsilon;
        const given = gradients[`d${name}`].at(i, j);
        between += (given - measured) ** 2;
        length += given ** 2;
        measuredLength += measured ** 2;
      }
    }
  }
  return Math.sqrt(between) / (Math.sqrt(length) + Math.sqrt(measuredLength));
}

/** Everything with loops over units and examples, as before vectorisation. */
export const explicitLoops: Alternative = {
  title: "explicit loops",
  functions: {
    initializeParametersZeros: initializer(() => 0, 0),
    initializeParametersRandom: initializer(() => 10 * np.random.randn(), 3),
    initializeParametersHe: initializer((inputs) => np.random.randn() * Math.sqrt(2 / inputs), 3),
    normalizeInputs,
    computeCostWithRegularization,
    backwardPropagationWithRegularization: (X: NDArray, Y: NDArray, cache: NetworkCache, lambd: number) =>
      backward(X, Y, cache, lambd, 1),
    forwardPropagationWithDropout,
    backwardPropagationWithDropout: (X: NDArray, Y: NDArray, cache: DropoutCache, keepProb: number) =>
      backward(X, Y, cache, 0, keepProb),
    forwardPropagationN,
    gradientCheckN,
    backwardPropagationN: (X: NDArray, Y: NDArray, cache: NetworkCache) => backward(X, Y, cache, 0, 1),
  },
};
