import type { NDArray } from "../../../core/NDArray";
import { np } from "../../../np";

/**
 * The sigmoid function, element by element: σ(z) = 1 / (1 + e^(-z)).
 *
 * @param z a number, or an array of any shape
 * @returns σ(z): a number for a number, an array of the same shape for an array
 */
export function sigmoid(z: number): number;
export function sigmoid(z: NDArray): NDArray;
export function sigmoid(z: number | NDArray): number | NDArray {
  // BEGIN SOLUTION
  return np.divide(1, np.add(1, np.exp(np.negative(z))));
  // END SOLUTION
}

/**
 * Parameters to start from: all zeros.
 *
 * @param dim n, the number of features
 * @returns w, a column of zeros of shape (n, 1), and b, the number 0
 */
export function initializeWithZeros(dim: number): { w: NDArray; b: number } {
  // BEGIN SOLUTION
  return { w: np.zeros([dim, 1]), b: 0 };
  // END SOLUTION
}

/**
 * One pass forward for the cost, and one backward for its gradients:
 *
 *     A    = σ(wᵀX + b)
 *     cost = -1/m Σ (Y log A + (1 - Y) log(1 - A))
 *     dw   = 1/m X (A - Y)ᵀ
 *     db   = 1/m Σ (A - Y)
 *
 * @param w weights, shape (n, 1)
 * @param b bias, a number
 * @param X examples, one a column, shape (n, m)
 * @param Y true labels, 0 or 1, shape (1, m)
 * @returns the gradients dw, shape (n, 1), and db, a number; and the cost, a number
 */
export function propagate(
  w: NDArray,
  b: number,
  X: NDArray,
  Y: NDArray,
): { grads: { dw: NDArray; db: number }; cost: number } {
  // BEGIN SOLUTION
  const m = X.shape[1];
  const A = sigmoid(np.add(np.dot(w.T, X), b));
  const logLikelihood = np.add(
    np.multiply(Y, np.log(A)),
    np.multiply(np.subtract(1, Y), np.log(np.subtract(1, A))),
  );
  const cost = -np.sum(logLikelihood) / m;
  const dZ = np.subtract(A, Y);
  const dw = np.divide(np.dot(X, dZ.T), m);
  const db = np.sum(dZ) / m;
  return { grads: { dw, db }, cost };
  // END SOLUTION
}

/**
 * Gradient descent: `numIterations` times, one step downhill from the present w and b.
 * The gradients of both are taken at the same place, before either of them changes; a
 * step is the learning rate times the gradient.
 *
 * @param w weights to start from, shape (n, 1); left as they are
 * @param b bias to start from
 * @param X examples, shape (n, m)
 * @param Y true labels, shape (1, m)
 * @param numIterations number of steps
 * @param learningRate length of a step
 * @param printCost whether to print the cost every 100 steps
 * @returns the parameters after the last step, w of shape (n, 1) and b; the gradients
 *   that the last step used, dw of shape (n, 1) and db, or zeros if there was no step;
 *   and the costs found at iterations 0, 100, 200, …
 */
export function optimize(
  w: NDArray,
  b: number,
  X: NDArray,
  Y: NDArray,
  numIterations: number,
  learningRate: number,
  printCost = false,
): {
  params: { w: NDArray; b: number };
  grads: { dw: NDArray; db: number };
  costs: number[];
} {
  let grads = { dw: np.zerosLike(w), db: 0 };
  const costs: number[] = [];
  // BEGIN SOLUTION
  for (let i = 0; i < numIterations; i++) {
    const step = propagate(w, b, X, Y);
    grads = step.grads;
    w = np.subtract(w, np.multiply(learningRate, grads.dw));
    b = b - learningRate * grads.db;
    if (i % 100 === 0) {
      costs.push(step.cost);
      if (printCost) console.log(`Cost after iteration ${i}: ${step.cost}`);
    }
  }
  // END SOLUTION
  return { params: { w, b }, grads, costs };
}

/**
 * Predicts labels: 1 where the probability A = σ(wᵀX + b) is greater than 0.5,
 * otherwise 0.
 *
 * @param w weights, shape (n, 1)
 * @param b bias, a number
 * @param X examples, shape (n, m)
 * @returns the predicted labels, 0 or 1, shape (1, m)
 */
export function predict(w: NDArray, b: number, X: NDArray): NDArray {
  // BEGIN SOLUTION
  const A = sigmoid(np.add(np.dot(w.T, X), b));
  return np.greater(A, 0.5);
  // END SOLUTION
}

/**
 * The whole model: starts from zeros, learns from the training set, and predicts both
 * sets.
 *
 * @param XTrain training examples, shape (n, mTrain)
 * @param YTrain training labels, shape (1, mTrain)
 * @param XTest test examples, shape (n, mTest)
 * @param YTest test labels, shape (1, mTest); not used for learning
 * @param numIterations number of steps of gradient descent
 * @param learningRate length of a step
 * @param printCost whether to print the cost every 100 steps
 * @returns the costs; the predictions for both sets, shapes (1, mTest) and (1, mTrain);
 *   the learned w, shape (n, 1), and b; and the two hyper-parameters
 */
export function model(
  XTrain: NDArray,
  YTrain: NDArray,
  XTest: NDArray,
  YTest: NDArray,
  numIterations = 2000,
  learningRate = 0.5,
  printCost = false,
): {
  costs: number[];
  YPredictionTest: NDArray;
  YPredictionTrain: NDArray;
  w: NDArray;
  b: number;
  learningRate: number;
  numIterations: number;
} {
  // BEGIN SOLUTION
  const start = initializeWithZeros(XTrain.shape[0]);
  const { params, costs } = optimize(
    start.w,
    start.b,
    XTrain,
    YTrain,
    numIterations,
    learningRate,
    printCost,
  );
  const { w, b } = params;
  const YPredictionTest = predict(w, b, XTest);
  const YPredictionTrain = predict(w, b, XTrain);
  if (printCost)
    console.log(`Test accuracy: ${100 * np.mean(np.equal(YPredictionTest, YTest))} %`);
  return {
    costs,
    YPredictionTest,
    YPredictionTrain,
    w,
    b,
    learningRate,
    numIterations,
  };
  // END SOLUTION
}
