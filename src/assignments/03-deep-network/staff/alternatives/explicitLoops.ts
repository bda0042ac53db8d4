import type { Alternative } from "../../../../check/contract";
import type { NDArray } from "../../../../core/NDArray";
import { np } from "../../../../np";
import type { Activation, LayerCache, LinearCache, NetworkGradients, NetworkParameters } from "../../assignment";

/** A matrix from a formula for its elements. */
function matrix(rows: number, columns: number, element: (i: number, j: number) => number): NDArray {
  const result = np.zeros([rows, columns]);
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) result.set(i, j, element(i, j));
  return result;
}

function total(count: number, term: (k: number) => number): number {
  let sum = 0;
  for (let k = 0; k < count; k++) sum += term(k);
  return sum;
}

const logistic = (z: number) => 1 / (1 + Math.exp(-z));

function initializeParametersDeep(layerDims: number[]) {
  np.random.seed(3);
  const parameters: NetworkParameters = {};
  layerDims.slice(1).forEach((units, i) => {
    parameters[`W${i + 1}`] = matrix(units, layerDims[i], () => np.random.randn() * 0.01);
    parameters[`b${i + 1}`] = matrix(units, 1, () => 0);
  });
  return parameters;
}

function linearForward(APrev: NDArray, W: NDArray, b: NDArray) {
  const [units, inputs] = W.shape;
  const z = (i: number, j: number) => b.at(i, 0) + total(inputs, (k) => W.at(i, k) * APrev.at(k, j));
  return { Z: matrix(units, APrev.shape[1], z), cache: { APrev, W, b } };
}

function linearActivationForward(APrev: NDArray, W: NDArray, b: NDArray, activation: Activation) {
  const { Z, cache } = linearForward(APrev, W, b);
  const g = activation === "relu" ? (z: number) => (z > 0 ? z : 0) : logistic;
  return { A: matrix(Z.shape[0], Z.shape[1], (i, j) => g(Z.at(i, j))), cache: { ...cache, Z } };
}

function modelForward(X: NDArray, parameters: NetworkParameters) {
  const caches: LayerCache[] = [];
  let A = X;
  for (let l = 1; `W${l}` in parameters; l++) {
    const activation = `W${l + 1}` in parameters ? "relu" : "sigmoid";
    const layer = linearActivationForward(A, parameters[`W${l}`], parameters[`b${l}`], activation);
    A = layer.A;
    caches.push(layer.cache);
  }
  return { AL: A, caches };
}

function computeCost(AL: NDArray, Y: NDArray) {
  const m = Y.shape[1];
  return total(m, (j) => -Math.log(Y.at(0, j) === 1 ? AL.at(0, j) : 1 - AL.at(0, j)) / m);
}

function linearBackward(dZ: NDArray, { APrev, W }: LinearCache) {
  const [units, inputs] = W.shape;
  const m = dZ.shape[1];
  return {
    dAPrev: matrix(inputs, m, (k, j) => total(units, (i) => W.at(i, k) * dZ.at(i, j))),
    dW: matrix(units, inputs, (i, k) => total(m, (j) => dZ.at(i, j) * APrev.at(k, j)) / m),
    db: matrix(units, 1, (i) => total(m, (j) => dZ.at(i, j)) / m),
  };
}

function linearActivationBackward(dA: NDArray, cache: LayerCache, activation: Activation) {
  const derivative = (z: number) => (activation === "relu" ? Number(z > 0) : logistic(z) * logistic(-z));
  const dZ = matrix(dA.shape[0], dA.shape[1], (i, j) => dA.at(i, j) * derivative(cache.Z.at(i, j)));
  return linearBackward(dZ, cache);
}

function modelBackward(AL: NDArray, Y: NDArray, caches: LayerCache[]) {
  const grads: NetworkGradients = {};
  const slope = (a: number, y: number) => (y === 1 ? -1 / a : 1 / (1 - a));
  let dA = matrix(AL.shape[0], AL.shape[1], (i, j) => slope(AL.at(i, j), Y.at(i, j)));
  for (let l = caches.length; l > 0; l--) {
    const layer = linearActivationBackward(dA, caches[l - 1], l === caches.length ? "sigmoid" : "relu");
    dA = layer.dAPrev;
    Object.assign(grads, { [`dA${l - 1}`]: dA, [`dW${l}`]: layer.dW, [`db${l}`]: layer.db });
  }
  return grads;
}

function updateParameters(parameters: NetworkParameters, grads: NetworkGradients, learningRate: number) {
  const updated: NetworkParameters = {};
  for (const key of Object.keys(parameters) as (keyof NetworkParameters)[]) {
    const [value, gradient] = [parameters[key], grads[`d${key}`]];
    updated[key] = matrix(value.shape[0], value.shape[1], (i, j) => value.at(i, j) - learningRate * gradient.at(i, j));
  }
  return updated;
}

/** Everything element by element, with loops over units, inputs and examples. */
export function explicitLoops(): Alternative {
  const network = { modelForward, computeCost, modelBackward, updateParameters, initializeParametersDeep };
  const layer = { linearForward, linearActivationForward, linearBackward, linearActivationBackward };
  return { title: "explicit loops", functions: { ...network, ...layer } };
}
