import type { Alternative } from "../../../../check/contract";
import type { NDArray } from "../../../../core/NDArray";
import { np } from "../../../../np";
import type { Activation, LayerCache, LinearCache, NetworkGradients, NetworkParameters } from "../../assignment";

function initializeParametersDeep(layerDims: number[]) {
  np.random.seed(3);
  const parameters: NetworkParameters = {};
  for (const [l, units] of layerDims.entries()) {
    if (l > 0) parameters[`W${l}`] = np.random.randn(units * layerDims[l - 1]).reshape(units, layerDims[l - 1]);
    if (l > 0) parameters[`b${l}`] = np.zeros(units).reshape(-1, 1);
  }
  for (let l = 1; l < layerDims.length; l++) parameters[`W${l}`] = np.multiply(parameters[`W${l}`], 0.01);
  return parameters;
}

/** The bias as one more weight, of an input that is always 1. */
function linearForward(APrev: NDArray, W: NDArray, b: NDArray) {
  const withOnes = np.vstack([APrev, np.ones([1, APrev.shape[1]])]);
  return { Z: np.dot(np.hstack([W, b]), withOnes), cache: { APrev, W, b } };
}

function linearActivationForward(APrev: NDArray, W: NDArray, b: NDArray, activation: Activation) {
  const { Z, cache } = linearForward(APrev, W, b);
  if (activation === "relu") return { A: np.multiply(Z, np.greater(Z, 0)), cache: { ...cache, Z } };
  // Beyond 700, where e^z would soon be too large for a number, σ(z) is 1 to all digits.
  const e = np.exp(np.minimum(Z, 700));
  return { A: np.divide(e, np.add(e, 1)), cache: { ...cache, Z } };
}

function modelForward(X: NDArray, parameters: NetworkParameters) {
  const L = Object.keys(parameters).length / 2;
  const layers: { A: NDArray; cache: LayerCache }[] = [];
  for (let l = 1; l <= L; l++) {
    const APrev = layers.at(-1)?.A ?? X;
    const activation = l === L ? "sigmoid" : "relu";
    layers.push(linearActivationForward(APrev, parameters[`W${l}`], parameters[`b${l}`], activation));
  }
  return { AL: layers[L - 1].A, caches: layers.map(({ cache }) => cache) };
}

/** The sums as products of a row and a column. */
function computeCost(AL: NDArray, Y: NDArray) {
  const positive = np.dot(Y, np.log(AL).T);
  const negative = np.dot(np.subtract(1, Y), np.log1p(np.negative(AL)).T);
  return np.squeeze(np.divide(np.add(positive, negative), -Y.shape[1]));
}

/** The gradients of weights and biases in one product, with the input that is always 1. */
function linearBackward(dZ: NDArray, { APrev, W }: LinearCache) {
  const m = APrev.shape[1];
  const both = np.divide(np.matmul(dZ, np.vstack([APrev, np.ones([1, m])]).T), m);
  return { dAPrev: np.matmul(W.T, dZ), dW: both.slice(":", ":-1"), db: both.slice(":", "-1:") };
}

function linearActivationBackward(dA: NDArray, cache: LayerCache, activation: Activation) {
  const A = np.divide(1, np.add(np.exp(np.negative(cache.Z)), 1));
  const derivative = activation === "relu" ? np.greater(cache.Z, 0) : np.subtract(A, np.square(A));
  return linearBackward(np.multiply(dA, derivative), cache);
}

/** The sigmoid's derivative and the cross-entropy's cancel: dZ of the last layer is AL - Y. */
function modelBackward(AL: NDArray, Y: NDArray, caches: LayerCache[]) {
  const grads: NetworkGradients = {};
  let dZ = np.subtract(AL, Y);
  for (let l = caches.length; l > 0; l--) {
    const { dAPrev, dW, db } = linearBackward(dZ, caches[l - 1]);
    Object.assign(grads, { [`dA${l - 1}`]: dAPrev, [`dW${l}`]: dW, [`db${l}`]: db });
    if (l > 1) dZ = np.multiply(dAPrev, np.greater(caches[l - 2].Z, 0));
  }
  return grads;
}

function updateParameters(parameters: NetworkParameters, grads: NetworkGradients, learningRate: number) {
  const entries = Object.entries(parameters) as [keyof NetworkParameters, NDArray][];
  return Object.fromEntries(
    entries.map(([key, value]) => [key, np.subtract(value, np.multiply(grads[`d${key}`], learningRate))]),
  );
}

/** dZ = AL - Y to start the way back, and biases as weights of a constant input. */
export function errorFirst(): Alternative {
  const network = { modelForward, computeCost, modelBackward, updateParameters, initializeParametersDeep };
  const layer = { linearForward, linearActivationForward, linearBackward, linearActivationBackward };
  return { title: "error first, bias as a weight", functions: { ...network, ...layer } };
}
