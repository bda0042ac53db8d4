import type { Alternative } from "../../../../check/contract";
import { NDArray } from "../../../../core/NDArray";
import { np } from "../../../../np";
import type { ForwardCache, Gradients, NetworkParameters } from "../../assignment";

/** An array of shape (rows, columns) from a function of the indices. */
function table(rows: number, columns: number, entry: (i: number, j: number) => number): NDArray {
  const data = Float64Array.from({ length: rows * columns }, (_, k) => entry(Math.floor(k / columns), k % columns));
  return NDArray.fromData(data, [rows, columns]);
}

function total(length: number, term: (k: number) => number): number {
  let sum = 0;
  for (let k = 0; k < length; k++) sum += term(k);
  return sum;
}

function layerSizes(X: NDArray, Y: NDArray) {
  const rows = (A: NDArray) => np.sum(np.ones(A.shape), 0).at(0);
  return { nY: rows(Y), nX: rows(X), nH: 4 };
}

function initializeParameters(nX: number, nH: number, nY: number): NetworkParameters {
  np.random.seed(2);
  const draw = () => 0.01 * np.random.randn();
  const W1 = table(nH, nX, draw);
  const W2 = table(nY, nH, draw);
  return { W2, b2: table(nY, 1, () => 0), W1, b1: table(nH, 1, () => 0) };
}

function layer(W: NDArray, b: NDArray, A: NDArray): NDArray {
  return table(W.shape[0], A.shape[1], (i, j) => b.at(i, 0) + total(W.shape[1], (k) => W.at(i, k) * A.at(k, j)));
}

function forwardPropagation(X: NDArray, { W1, b1, W2, b2 }: NetworkParameters) {
  const Z1 = layer(W1, b1, X);
  const A1 = Z1.map(Math.tanh);
  const Z2 = layer(W2, b2, A1);
  const A2 = Z2.map((z) => 1 / (1 + Math.exp(-z)));
  return { cache: { A2, Z2, A1, Z1 }, A2 };
}

function computeCost(A2: NDArray, Y: NDArray): number {
  const [nY, m] = Y.shape;
  const loss = (o: number, j: number) => -Math.log(Y.at(o, j) === 1 ? A2.at(o, j) : 1 - A2.at(o, j));
  return total(nY, (o) => total(m, (j) => loss(o, j))) / m;
}

function backwardPropagation({ W2 }: NetworkParameters, { A1, A2 }: ForwardCache, X: NDArray, Y: NDArray): Gradients {
  const [nX, m] = X.shape;
  const [nY, nH] = W2.shape;
  const error = (o: number, j: number) => A2.at(o, j) - Y.at(o, j);
  const blame = (i: number, j: number) => (1 - A1.at(i, j) ** 2) * total(nY, (o) => W2.at(o, i) * error(o, j));
  return {
    dW1: table(nH, nX, (i, k) => total(m, (j) => blame(i, j) * X.at(k, j)) / m),
    db1: table(nH, 1, (i) => total(m, (j) => blame(i, j)) / m),
    dW2: table(nY, nH, (o, i) => total(m, (j) => error(o, j) * A1.at(i, j)) / m),
    db2: table(nY, 1, (o) => total(m, (j) => error(o, j)) / m),
  };
}

function updateParameters(parameters: NetworkParameters, grads: Gradients, learningRate = 1.2): NetworkParameters {
  const step = (theta: NDArray, gradient: NDArray) =>
    table(theta.shape[0], theta.shape[1], (i, j) => theta.at(i, j) - learningRate * gradient.at(i, j));
  const { W1, b1, W2, b2 } = parameters;
  return { W1: step(W1, grads.dW1), W2: step(W2, grads.dW2), b1: step(b1, grads.db1), b2: step(b2, grads.db2) };
}

function nnModel(X: NDArray, Y: NDArray, nH: number, numIterations = 10000, learningRate = 1.2) {
  let parameters = initializeParameters(X.shape[0], nH, Y.shape[0]);
  const costs: number[] = [];
  for (let i = 0; i < numIterations; i++) {
    const { A2, cache } = forwardPropagation(X, parameters);
    const cost = computeCost(A2, Y);
    if (i / 10 === Math.floor(i / 10)) costs.push(cost);
    parameters = updateParameters(parameters, backwardPropagation(parameters, cache, X, Y), learningRate);
  }
  return { costs, parameters };
}

function predict(parameters: NetworkParameters, X: NDArray): NDArray {
  const { A2 } = forwardPropagation(X, parameters);
  return table(A2.shape[0], A2.shape[1], (i, j) => (A2.at(i, j) > 0.5 ? 1 : 0));
}

/** Everything with loops over units and examples, as before vectorisation. */
export const explicitLoops: Alternative = {
  title: "explicit loops",
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
