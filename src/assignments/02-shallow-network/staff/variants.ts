import type { NDArray } from "../../../core/NDArray";
import { np } from "../../../np";
import type { ForwardCache, Gradients, NetworkParameters } from "../assignment";
import * as solution from "./solution";

export type Backward = Parameters<typeof solution.backwardPropagation>;
export type Training = Parameters<typeof solution.nnModel>;

export const sigmoid = (Z: NDArray): NDArray => np.divide(1, np.add(1, np.exp(np.negative(Z))));
export const relu = (Z: NDArray): NDArray => np.maximum(Z, 0);
export const linear = (Z: NDArray): NDArray => Z;

/** initializeParameters, with other weights. */
export function initializeWith(draw: (nX: number, nH: number, nY: number) => { W1: NDArray; W2: NDArray }) {
  return (nX: number, nH: number, nY: number) => {
    np.random.seed(2);
    return { ...draw(nX, nH, nY), b1: np.zeros([nH, 1]), b2: np.zeros([nY, 1]) };
  };
}

/** forwardPropagation, with other activations. */
export function forwardWith(hidden: (Z: NDArray) => NDArray, output: (Z: NDArray) => NDArray) {
  return (X: NDArray, { W1, b1, W2, b2 }: NetworkParameters) => {
    const Z1 = np.add(np.dot(W1, X), b1);
    const A1 = hidden(Z1);
    const Z2 = np.add(np.dot(W2, A1), b2);
    const A2 = output(Z2);
    return { A2, cache: { Z1, A1, Z2, A2 } };
  };
}

/** backwardPropagation, with something done to its result. */
export function backwardThen(change: (grads: Gradients, m: number, nX: number) => unknown) {
  return (...[parameters, cache, X, Y]: Backward) =>
    change(solution.backwardPropagation(parameters, cache, X, Y), X.shape[1], X.shape[0]);
}

/** backwardPropagation, with another derivative of the hidden activation. */
export function backwardWithDerivative(derivative: (cache: ForwardCache) => NDArray | number) {
  return (...[parameters, cache, X, Y]: Backward) => {
    const dZ2 = np.subtract(cache.A2, Y);
    return gradientsOf(dZ2, np.multiply(np.dot(parameters.W2.T, dZ2), derivative(cache)), cache.A1, X);
  };
}

/** backwardPropagation, with another error at the output. */
export function backwardWithError(error: (cache: ForwardCache, Y: NDArray) => NDArray) {
  return (...[parameters, cache, X, Y]: Backward) => {
    const dZ2 = error(cache, Y);
    const dZ1 = np.multiply(np.dot(parameters.W2.T, dZ2), np.subtract(1, np.square(cache.A1)));
    return gradientsOf(dZ2, dZ1, cache.A1, X);
  };
}

export function gradientsOf(dZ2: NDArray, dZ1: NDArray, A1: NDArray, X: NDArray): Gradients {
  return {
    dW1: np.divide(np.dot(dZ1, X.T), X.shape[1]),
    db1: np.mean(dZ1, 1, true),
    dW2: np.divide(np.dot(dZ2, A1.T), X.shape[1]),
    db2: np.mean(dZ2, 1, true),
  };
}

/** updateParameters, with other rules for the weights and the biases. */
export function updateWith(
  weight: (theta: NDArray, gradient: NDArray, rate: number) => NDArray,
  bias: (theta: NDArray, gradient: NDArray, rate: number) => NDArray = weight,
) {
  return ({ W1, b1, W2, b2 }: NetworkParameters, { dW1, db1, dW2, db2 }: Gradients, rate = 1.2) => ({
    W1: weight(W1, dW1, rate),
    b1: bias(b1, db1, rate),
    W2: weight(W2, dW2, rate),
    b2: bias(b2, db2, rate),
  });
}

export const rightStep = (theta: NDArray, gradient: NDArray, rate: number): NDArray =>
  np.subtract(theta, np.multiply(rate, gradient));

/** nnModel, with another rule for which costs are recorded, or one for stopping at a cost after the one before it. */
export function trainRecording(
  records: (i: number) => boolean,
  stops: (cost: number, last: number) => boolean = () => false,
) {
  return (...[X, Y, nH, numIterations = 10000, learningRate = 1.2]: Training) => {
    let parameters = solution.initializeParameters(X.shape[0], nH, Y.shape[0]);
    const costs: number[] = [];
    for (let i = 0; i < numIterations; i++) {
      const { A2, cache } = solution.forwardPropagation(X, parameters);
      if (records(i)) {
        const cost = solution.computeCost(A2, Y, parameters);
        if (stops(cost, costs[costs.length - 1])) break;
        costs.push(cost);
      }
      const grads = solution.backwardPropagation(parameters, cache, X, Y);
      parameters = solution.updateParameters(parameters, grads, learningRate);
    }
    return { parameters, costs };
  };
}
