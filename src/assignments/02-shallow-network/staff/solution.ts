// biome-ignore-all lint/correctness/noUnusedFunctionParameters: computeCost has the course's signature
import type { NDArray } from "../../../core/NDArray";
import { np } from "../../../np";
import type { ForwardCache, Gradients, NetworkParameters } from "../assignment";

/**
 * σ(z), element by element. The notebook gives it to learners, who wrote it in
 * assignment 1.
 */
function sigmoid(Z: NDArray): NDArray {
  return np.divide(1, np.add(1, np.exp(np.negative(Z))));
}

/**
 * The sizes of the three layers. The data give the outer two; the hidden layer of this
 * network has 4 units.
 *
 * @param X examples, one a column, shape (nX, m)
 * @param Y labels, shape (nY, m)
 * @returns nX, the number of features; nH, which is 4; and nY, the number of outputs
 */
export function layerSizes(
  X: NDArray,
  Y: NDArray,
): { nX: number; nH: number; nY: number } {
  // BEGIN SOLUTION
  return { nX: X.shape[0], nH: 4, nY: Y.shape[0] };
  // END SOLUTION
}

/**
 * Parameters to start from: small random weights, and biases of zero.
 *
 * So that everybody gets the same numbers, call `np.random.seed(2)` first; then draw W1
 * with `np.random.randn`, then W2, and multiply each of them by 0.01.
 *
 * @param nX number of features
 * @param nH number of hidden units
 * @param nY number of outputs
 * @returns W1, shape (nH, nX); b1, shape (nH, 1); W2, shape (nY, nH); b2, shape (nY, 1)
 */
export function initializeParameters(
  nX: number,
  nH: number,
  nY: number,
): NetworkParameters {
  // BEGIN SOLUTION
  np.random.seed(2);
  const W1 = np.multiply(np.random.randn(nH, nX), 0.01);
  const W2 = np.multiply(np.random.randn(nY, nH), 0.01);
  return { W1, b1: np.zeros([nH, 1]), W2, b2: np.zeros([nY, 1]) };
  // END SOLUTION
}

/**
 * From the features to the probability, all m examples at once:
 *
 *     Z1 = W1 X + b1      A1 = tanh(Z1)
 *     Z2 = W2 A1 + b2     A2 = σ(Z2)
 *
 * @param X examples, shape (nX, m)
 * @param parameters W1 (nH, nX), b1 (nH, 1), W2 (nY, nH), b2 (nY, 1)
 * @returns A2, shape (nY, m); and cache, with Z1 and A1, shape (nH, m), and Z2 and A2,
 *   shape (nY, m)
 */
export function forwardPropagation(
  X: NDArray,
  parameters: NetworkParameters,
): { A2: NDArray; cache: ForwardCache } {
  // BEGIN SOLUTION
  const { W1, b1, W2, b2 } = parameters;
  const Z1 = np.add(np.dot(W1, X), b1);
  const A1 = np.tanh(Z1);
  const Z2 = np.add(np.dot(W2, A1), b2);
  const A2 = sigmoid(Z2);
  return { A2, cache: { Z1, A1, Z2, A2 } };
  // END SOLUTION
}

/**
 * The cross-entropy, averaged over the m examples; that of several outputs adds up:
 *
 *     cost = -1/m Σ (Y log A2 + (1 - Y) log(1 - A2))
 *
 * @param A2 predicted probabilities, shape (nY, m)
 * @param Y true labels, 0 or 1, shape (nY, m)
 * @param parameters not needed here; a later assignment adds a term that depends on the
 *   weights
 * @returns the cost, a number
 */
export function computeCost(
  A2: NDArray,
  Y: NDArray,
  parameters: NetworkParameters,
): number {
  // BEGIN SOLUTION
  const m = Y.shape[1];
  const logLikelihood = np.add(
    np.multiply(Y, np.log(A2)),
    np.multiply(np.subtract(1, Y), np.log(np.subtract(1, A2))),
  );
  return -np.sum(logLikelihood) / m;
  // END SOLUTION
}

/**
 * The cost's derivatives by every parameter, from the output back to the input; * is
 * element by element:
 *
 *     dZ2 = A2 - Y                      dZ1 = W2ᵀ dZ2 * g1'(Z1)
 *     dW2 = 1/m dZ2 A1ᵀ                 dW1 = 1/m dZ1 Xᵀ
 *     db2 = 1/m Σ dZ2, over examples    db1 = 1/m Σ dZ1, over examples
 *
 * Here g1' is the slope of the hidden units' activation; the sigmoid's is already in
 * dZ2.
 *
 * @param parameters W1 (nH, nX), b1 (nH, 1), W2 (nY, nH), b2 (nY, 1)
 * @param cache Z1, A1, Z2 and A2 from forwardPropagation
 * @param X examples, shape (nX, m)
 * @param Y true labels, 0 or 1, shape (nY, m)
 * @returns dW1, db1, dW2 and db2, each of the shape of its parameter
 */
export function backwardPropagation(
  parameters: NetworkParameters,
  cache: ForwardCache,
  X: NDArray,
  Y: NDArray,
): Gradients {
  // BEGIN SOLUTION
  const m = X.shape[1];
  const { A1, A2 } = cache;
  const dZ2 = np.subtract(A2, Y);
  const dW2 = np.divide(np.dot(dZ2, A1.T), m);
  const db2 = np.divide(np.sum(dZ2, 1, true), m);
  const dZ1 = np.multiply(np.dot(parameters.W2.T, dZ2), np.subtract(1, np.square(A1)));
  const dW1 = np.divide(np.dot(dZ1, X.T), m);
  const db1 = np.divide(np.sum(dZ1, 1, true), m);
  return { dW1, db1, dW2, db2 };
  // END SOLUTION
}

/**
 * One step of gradient descent, for each of the four parameters: θ = θ - learningRate *
 * dθ.
 *
 * @param parameters W1, b1, W2, b2; left as they are
 * @param grads dW1, db1, dW2, db2
 * @param learningRate length of the step
 * @returns the new W1, b1, W2 and b2
 */
export function updateParameters(
  parameters: NetworkParameters,
  grads: Gradients,
  learningRate = 1.2,
): NetworkParameters {
  // BEGIN SOLUTION
  const step = (theta: NDArray, gradient: NDArray) =>
    np.subtract(theta, np.multiply(learningRate, gradient));
  return {
    W1: step(parameters.W1, grads.dW1),
    b1: step(parameters.b1, grads.db1),
    W2: step(parameters.W2, grads.dW2),
    b2: step(parameters.b2, grads.db2),
  };
  // END SOLUTION
}

/**
 * The whole training: starts from `initializeParameters`, then `numIterations` times
 * goes forward, finds the cost, goes backward, and takes a step.
 *
 * @param X examples, shape (nX, m)
 * @param Y true labels, 0 or 1, shape (nY, m)
 * @param nH number of hidden units
 * @param numIterations number of steps
 * @param learningRate length of a step
 * @param printCost whether to print the costs of iterations 0, 1000, 2000, …: all that
 *   are recorded would fill a page
 * @returns the parameters after the last step, and the costs found at iterations 0, 10,
 *   20, …, before their steps
 */
export function nnModel(
  X: NDArray,
  Y: NDArray,
  nH: number,
  numIterations = 10000,
  learningRate = 1.2,
  printCost = false,
): { parameters: NetworkParameters; costs: number[] } {
  // BEGIN SOLUTION
  const { nX, nY } = layerSizes(X, Y);
  let parameters = initializeParameters(nX, nH, nY);
  const costs: number[] = [];
  for (let i = 0; i < numIterations; i++) {
    const { A2, cache } = forwardPropagation(X, parameters);
    if (i % 10 === 0) {
      const cost = computeCost(A2, Y, parameters);
      costs.push(cost);
      if (printCost && i % 1000 === 0)
        console.log(`Cost after iteration ${i}: ${cost}`);
    }
    const grads = backwardPropagation(parameters, cache, X, Y);
    parameters = updateParameters(parameters, grads, learningRate);
  }
  return { parameters, costs };
  // END SOLUTION
}

/**
 * Predicts labels: 1 where the probability A2 is greater than 0.5, otherwise 0.
 *
 * @param parameters W1, b1, W2, b2
 * @param X examples, shape (nX, m)
 * @returns the predicted labels, 0 or 1, shape (1, m)
 */
export function predict(parameters: NetworkParameters, X: NDArray): NDArray {
  // BEGIN SOLUTION
  const { A2 } = forwardPropagation(X, parameters);
  return np.greater(A2, 0.5);
  // END SOLUTION
}
