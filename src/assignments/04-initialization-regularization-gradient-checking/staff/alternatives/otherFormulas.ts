import type { Alternative } from "../../../../check/contract";
import type { NDArray } from "../../../../core/NDArray";
import { np } from "../../../../np";
import type { DropoutCache, NetworkCache, NetworkParameters } from "../../assignment";

function layers(layersDims: number[], draw: (shape: [number, number]) => NDArray): NetworkParameters {
  return layersDims.slice(1).reduce<NetworkParameters>((parameters, units, i) => {
    const W = draw([units, layersDims[i]]);
    return Object.assign(parameters, { [`W${i + 1}`]: W, [`b${i + 1}`]: np.multiply(W.slice(":", "0:1"), 0) });
  }, {});
}

function initializeParametersZeros(layersDims: number[]) {
  return layers(layersDims, (shape) => np.full(shape, 0));
}

function initializeParametersRandom(layersDims: number[]) {
  np.random.seed(3);
  return layers(layersDims, (shape) => np.random.normal(0, 10, shape));
}

function initializeParametersHe(layersDims: number[]) {
  np.random.seed(3);
  return layers(layersDims, (shape) => np.divide(np.random.randn(...shape), np.sqrt(shape[1] / 2)));
}

/** The variance as the mean of the squares less the square of the mean. */
function normalizeInputs(XTrain: NDArray, XTest: NDArray) {
  const m = XTrain.shape[1];
  const mu = np.dot(XTrain, np.full([m, 1], 1 / m));
  const sigma = np.sqrt(np.subtract(np.mean(np.square(XTrain), 1, true), np.square(mu)));
  return { sigma, mu, XTest: XTest.subtract(mu).divide(sigma), XTrain: XTrain.subtract(mu).divide(sigma) };
}

/** The probability of the true label in one logarithm, and ‖W‖² as the trace of W Wᵀ. */
function computeCostWithRegularization(A3: NDArray, Y: NDArray, parameters: NetworkParameters, lambd: number) {
  const { W1, W2, W3 } = parameters;
  const penalty = np.multiply(
    lambd / 2,
    [W1, W2, W3].map((W) => np.trace(np.dot(W, W.T))),
  );
  const losses = np.negative(np.log(np.where(Y, A3, np.subtract(1, A3))));
  return (np.sum(losses) + np.sum(penalty)) / Y.size;
}

/** The error is divided by m once, at the top, and multiplied by m where the unscaled one is asked for. */
function backward(X: NDArray, Y: NDArray, cache: NetworkCache, lambd: number, keepProb: number) {
  const { A1, W1, A2, W2, A3, W3 } = cache;
  const { D1 = np.onesLike(A1), D2 = np.onesLike(A2) } = cache as Partial<DropoutCache>;
  const m = Y.size;
  const decay = (W: NDArray) => W.multiply(lambd).divide(m);
  const onesColumn = np.ones([m, 1]);
  const E3 = np.divide(A3.subtract(Y), m);
  const F2 = np.dot(W3.T, E3).divide(keepProb).multiply(D2);
  const E2 = np.where(np.lessEqual(A2, 0), 0, F2);
  const F1 = np.dot(W2.T, E2).divide(keepProb).multiply(D1);
  const E1 = F1.multiply(np.sign(A1));
  return {
    dZ3: E3.multiply(m),
    dW3: np.dot(A2, E3.T).T.add(decay(W3)),
    db3: np.dot(E3, onesColumn),
    dA2: F2.multiply(m),
    dZ2: E2.multiply(m),
    dW2: np.dot(A1, E2.T).T.add(decay(W2)),
    db2: np.dot(E2, onesColumn),
    dA1: F1.multiply(m),
    dZ1: E1.multiply(m),
    dW1: np.dot(X, E1.T).T.add(decay(W1)),
    db1: np.dot(E1, onesColumn),
  };
}

/** relu as the mean of z and |z|, the sigmoid from tanh. */
const relu = (Z: NDArray) => Z.add(np.abs(Z)).multiply(0.5);
const sigmoid = (Z: NDArray) => np.tanh(Z.multiply(0.5)).add(1).multiply(0.5);

/** The mask comes first, and divides: infinity where a unit is shut down. */
function forwardPropagationWithDropout(X: NDArray, parameters: NetworkParameters, keepProb = 0.5, seed = 1) {
  const { W1, b1, W2, b2, W3, b3 } = parameters;
  np.random.seed(seed);
  const m = X.shape[1];
  const D1 = np.logicalNot(np.greaterEqual(np.random.uniform(0, 1, [W1.shape[0], m]), keepProb));
  const D2 = np.greater(keepProb, np.random.random([W2.shape[0], m]));
  const divisor = (D: NDArray) => np.where(D, keepProb, Number.POSITIVE_INFINITY);
  const Z1 = np.dot(W1, X).add(b1);
  const A1 = relu(Z1).divide(divisor(D1));
  const Z2 = np.dot(W2, A1).add(b2);
  const A2 = relu(Z2).divide(divisor(D2));
  const Z3 = np.dot(W3, A2).add(b3);
  const A3 = sigmoid(Z3);
  return { A3, cache: { Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3 } };
}

/** The cost from Z3 alone: log(1 + e^z) - y z. */
function forwardPropagationN(X: NDArray, Y: NDArray, parameters: NetworkParameters) {
  const { W1, b1, W2, b2, W3, b3 } = parameters;
  const Z1 = np.dot(W1, X).add(b1);
  const A1 = relu(Z1);
  const Z2 = np.dot(W2, A1).add(b2);
  const A2 = relu(Z2);
  const Z3 = np.dot(W3, A2).add(b3);
  const A3 = sigmoid(Z3);
  const cost = np.mean(np.log1p(np.exp(Z3)).subtract(Y.multiply(Z3)));
  return { cost, cache: { Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3 } };
}

const names = ["W1", "b1", "W2", "b2", "W3", "b3"] as const;

/** All parameters in one column, as in the course's own version, and back. */
function toVector(arrays: readonly NDArray[]): NDArray {
  return np.concatenate(arrays.map((array) => array.reshape(-1, 1)));
}

function toParameters(vector: NDArray, shapes: NetworkParameters): NetworkParameters {
  const parameters: NetworkParameters = {};
  let start = 0;
  for (const name of names) {
    const { size, shape } = shapes[name];
    parameters[name] = np.reshape(vector.slice(`${start}:${start + size}`), shape);
    start += size;
  }
  return parameters;
}

function gradientCheckN(
  parameters: NetworkParameters,
  { dW1, db1, dW2, db2, dW3, db3 }: ReturnType<typeof backward>,
  X: NDArray,
  Y: NDArray,
  epsilon = 1e-7,
): number {
  const theta = toVector(names.map((name) => parameters[name]));
  const grad = toVector([dW1, db1, dW2, db2, dW3, db3]);
  const cost = (vector: NDArray) => forwardPropagationN(X, Y, toParameters(vector, parameters)).cost;
  const step = (i: number, length: number) => np.add(theta, np.multiply(np.eye(theta.size, 1, -i), length));
  const slopes = Array.from({ length: theta.size }, (_, i) => cost(step(i, epsilon)) - cost(step(i, -epsilon)));
  const approximation = np.divide(np.array(slopes).reshape(-1, 1), 2 * epsilon);
  return np.norm(grad.subtract(approximation)) / (np.norm(grad) + np.norm(approximation));
}

/** Other formulas that come to the same, in chained methods, with other calls that draw the same numbers. */
export const otherFormulas: Alternative = {
  title: "other formulas",
  functions: {
    initializeParametersZeros,
    initializeParametersRandom,
    initializeParametersHe,
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
