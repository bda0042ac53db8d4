import type { Alternative } from "../../../../check/contract";
import type { NDArray } from "../../../../core/NDArray";
import { np } from "../../../../np";
import type { ForwardCache, Gradients, NetworkParameters } from "../../assignment";

const withOnes = (A: NDArray): NDArray => np.vstack([A, np.ones([1, A.shape[1]])]);
const withBias = (W: NDArray, b: NDArray): NDArray => np.hstack([W, b]);
const split = (Wb: NDArray): [W: NDArray, b: NDArray] => [Wb.slice(":", ":-1"), Wb.slice(":", "-1:")];

function layerSizes({ shape: [nX] }: NDArray, { shape: [nY] }: NDArray) {
  const nH = 4;
  return { nX, nH, nY };
}

function initializeParameters(nX: number, nH: number, nY: number): NetworkParameters {
  np.random.seed(2);
  const [W1, b1] = split(withBias(np.random.normal(0, 0.01, [nH, nX]), np.zeros([nH, 1])));
  const [W2, b2] = split(withBias(np.random.normal(0, 0.01, [nY, nH]), np.zeros([nY, 1])));
  return { W1, b1, W2, b2 };
}

function forwardPropagation(X: NDArray, { W1, b1, W2, b2 }: NetworkParameters) {
  const Z1 = np.matmul(withBias(W1, b1), withOnes(X));
  // From the definition: tanh z = (e^z - e^-z)/(e^z + e^-z). Beyond 300 it is ±1 to all digits, and below 700 e^z is finite.
  const near = np.clip(Z1, -300, 300);
  const [up, down] = [np.exp(near), np.exp(np.negative(near))];
  const A1 = np.divide(np.subtract(up, down), np.add(up, down));
  const Z2 = np.matmul(withBias(W2, b2), withOnes(A1));
  const e = np.exp(np.minimum(Z2, 700));
  const A2 = np.divide(e, np.add(e, 1));
  return { A2, cache: { Z1, A1, Z2, A2 } };
}

/** The logarithm of the probability of the label that is true. */
function computeCost(A2: NDArray, Y: NDArray): number {
  return np.sum(np.negative(np.log(np.where(Y, A2, np.subtract(1, A2))))) / Y.shape[1];
}

function backwardPropagation({ W2 }: NetworkParameters, { A1, A2 }: ForwardCache, X: NDArray, Y: NDArray): Gradients {
  const m = A2.shape[1];
  const dZ2 = A2.subtract(Y);
  const [dW2, db2] = split(np.divide(np.matmul(dZ2, withOnes(A1).T), m));
  const derivative = np.multiply(np.subtract(1, A1), np.add(1, A1));
  const [dW1, db1] = split(np.divide(np.matmul(np.multiply(derivative, np.dot(W2.T, dZ2)), withOnes(X).T), m));
  return { dW1, db1, dW2, db2 };
}

function updateParameters(parameters: NetworkParameters, grads: Gradients, learningRate = 1.2): NetworkParameters {
  const names = ["W1", "b1", "W2", "b2"] as const;
  const entries = names.map((name) => [name, parameters[name].add(grads[`d${name}`].multiply(-learningRate))]);
  return Object.fromEntries(entries);
}

interface Trained {
  parameters: NetworkParameters;
  costs: number[];
}

function nnModel(X: NDArray, Y: NDArray, nH: number, numIterations = 10000, learningRate = 1.2): Trained {
  const { nX, nY } = layerSizes(X, Y);
  const descend = (i: number, parameters: NetworkParameters, costs: number[]): Trained => {
    if (i === numIterations) return { parameters, costs };
    const { A2, cache } = forwardPropagation(X, parameters);
    const seen = i % 10 ? costs : [...costs, computeCost(A2, Y)];
    const grads = backwardPropagation(parameters, cache, X, Y);
    return descend(i + 1, updateParameters(parameters, grads, learningRate), seen);
  };
  return descend(0, initializeParameters(nX, nH, nY), []);
}

function predict(parameters: NetworkParameters, X: NDArray): NDArray {
  return np.where(np.lessEqual(forwardPropagation(X, parameters).A2, 0.5), 0, 1);
}

/** The biases as one more column of weights, a recursion for the loop, labels picked by where. */
export const augmented: Alternative = {
  title: "biases as weights",
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
