import type { Alternative } from "../../../../check/contract";
import type { NDArray } from "../../../../core/NDArray";
import { np } from "../../../../np";
import type { ForwardCache, Gradients, NetworkParameters } from "../../assignment";

function layerSizes(X: NDArray, Y: NDArray) {
  return { nX: X.T.shape[1], nH: 2 + 2, nY: Y.size / Y.shape[1] };
}

function initializeParameters(nX: number, nH: number, nY: number): NetworkParameters {
  np.random.seed(2);
  const draws = np.random.randn(nH * nX + nY * nH).divide(100);
  return {
    W1: draws.slice(`:${nH * nX}`).reshape(nH, nX),
    b1: np.zeros(nH).reshape(-1, 1),
    W2: draws.slice(`${nH * nX}:`).reshape(nY, nH),
    b2: np.zeros(nY).expandDims(1),
  };
}

function forwardPropagation(X: NDArray, { W1, b1, W2, b2 }: NetworkParameters) {
  const Z1 = np.matmul(X.T, W1.T).T.add(b1);
  // tanh z = 2σ(2z) - 1, and σ(z) = (1 + tanh(z/2))/2
  const A1 = np.subtract(np.divide(2, np.add(1, np.exp(np.multiply(-2, Z1)))), 1);
  const Z2 = np.matmul(A1.T, W2.T).T.add(b2);
  const A2 = Z2.divide(2).tanh().add(1).divide(2);
  return { A2, cache: { Z1, A1, Z2, A2 } };
}

/** With z = log(A/(1 - A)) the loss is log(1 + e^z) - Y z. */
function computeCost(A2: NDArray, Y: NDArray): number {
  const Z2 = np.subtract(np.log(A2), np.log1p(A2.negative()));
  return np.sum(np.mean(np.log1p(np.exp(Z2)).subtract(Y.multiply(Z2)), 1));
}

/** The derivative of tanh as 1/cosh², from Z1; averages first, products afterwards. */
function backwardPropagation({ W2 }: NetworkParameters, cache: ForwardCache, X: NDArray, Y: NDArray): Gradients {
  const share = np.subtract(cache.A2, Y).divide(Y.shape[1]);
  const dZ1 = np.dot(W2.T, share).divide(np.square(np.cosh(cache.Z1)));
  const ones = np.ones([Y.shape[1], 1]);
  return {
    dW2: np.matmul(cache.A1, share.T).T,
    db2: np.matmul(share, ones),
    dW1: np.matmul(X, dZ1.T).T,
    db1: np.matmul(dZ1, ones),
  };
}

function updateParameters(parameters: NetworkParameters, grads: Gradients, learningRate = 1.2): NetworkParameters {
  // In place, on copies.
  const [W1, b1, W2, b2] = [parameters.W1, parameters.b1, parameters.W2, parameters.b2].map((theta) => theta.copy());
  W1.assign(W1.subtract(grads.dW1.multiply(learningRate)));
  b1.assign(b1.subtract(grads.db1.multiply(learningRate)));
  W2.assign(W2.subtract(grads.dW2.multiply(learningRate)));
  b2.assign(b2.subtract(grads.db2.multiply(learningRate)));
  return { W1, b1, W2, b2 };
}

function nnModel(X: NDArray, Y: NDArray, nH: number, numIterations = 10000, learningRate = 1.2) {
  const network = { parameters: initializeParameters(X.shape[0], nH, Y.shape[0]) };
  const costs: number[] = [];
  for (const i of Array(numIterations).keys()) {
    const { A2, cache } = forwardPropagation(X, network.parameters);
    if (!(i % 10)) costs.push(computeCost(A2, Y));
    const grads = backwardPropagation(network.parameters, cache, X, Y);
    network.parameters = updateParameters(network.parameters, grads, learningRate);
  }
  return { ...network, costs };
}

function predict(parameters: NetworkParameters, X: NDArray): NDArray {
  return np.greater(forwardPropagation(X, parameters).cache.Z2, 0);
}

/** tanh and σ by each other, the cost from the logits, chained methods, updates in place on copies. */
export const logits: Alternative = {
  title: "logits",
  functions: {
    layerSizes,
    initializeParameters,
    forwardPropagation,
    computeCost,
    backwardPropagation,
    updateParameters,
    nnModel,
    predict,
  },
};
