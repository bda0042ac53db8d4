import type { Misconception } from "../../../../check/contract";
import { np } from "../../../../np";
import {
  type Backward,
  backwardThen,
  backwardWithDerivative,
  backwardWithError,
  gradientsOf,
  sigmoid,
} from "../variants";

/** Wrong variants of backwardPropagation. */
export const backwardMistakes: Misconception[] = [
  {
    id: "shallow-forgot-m",
    function: "backwardPropagation",
    message: "No gradient is divided by m: each is the average over the m examples, as the cost is.",
    implementation: backwardThen(({ dW1, db1, dW2, db2 }, m) => ({
      dW1: np.multiply(dW1, m),
      db1: np.multiply(db1, m),
      dW2: np.multiply(dW2, m),
      db2: np.multiply(db2, m),
    })),
  },
  {
    id: "shallow-db2-not-averaged",
    function: "backwardPropagation",
    message: "db2 is summed but not averaged: divide by m, as in the other three gradients.",
    implementation: backwardThen((grads, m) => ({ ...grads, db2: np.multiply(grads.db2, m) })),
  },
  {
    id: "shallow-db1-not-averaged",
    function: "backwardPropagation",
    message: "db1 is summed but not averaged: divide by m, as in the other three gradients.",
    implementation: backwardThen((grads, m) => ({ ...grads, db1: np.multiply(grads.db1, m) })),
  },
  {
    id: "shallow-db-not-averaged",
    function: "backwardPropagation",
    message: "db1 and db2 are summed but not averaged: divide both by m, as dW1 and dW2 are.",
    implementation: backwardThen(({ dW1, db1, dW2, db2 }, m) => ({
      dW1,
      db1: np.multiply(db1, m),
      dW2,
      db2: np.multiply(db2, m),
    })),
  },
  {
    id: "shallow-dW-not-averaged",
    function: "backwardPropagation",
    message: "dW1 and dW2 are not divided by m, as db1 and db2 are.",
    implementation: backwardThen(({ dW1, db1, dW2, db2 }, m) => ({
      dW1: np.multiply(dW1, m),
      db1,
      dW2: np.multiply(dW2, m),
      db2,
    })),
  },
  {
    id: "shallow-dW1-not-averaged",
    function: "backwardPropagation",
    message: "dW1 is not divided by m, as the other three gradients are.",
    implementation: backwardThen((grads, m) => ({ ...grads, dW1: np.multiply(grads.dW1, m) })),
  },
  {
    id: "shallow-dW2-not-averaged",
    function: "backwardPropagation",
    message: "dW2 is not divided by m, as the other three gradients are.",
    implementation: backwardThen((grads, m) => ({ ...grads, dW2: np.multiply(grads.dW2, m) })),
  },
  {
    id: "shallow-m-from-rows",
    function: "backwardPropagation",
    message: "m is the number of rows of X, which is nX. The m examples are its columns: X.shape[1].",
    implementation: backwardThen(({ dW1, db1, dW2, db2 }, m, nX) => ({
      dW1: np.multiply(dW1, m / nX),
      db1: np.multiply(db1, m / nX),
      dW2: np.multiply(dW2, m / nX),
      db2: np.multiply(db2, m / nX),
    })),
  },
  {
    id: "shallow-backward-no-derivative",
    function: "backwardPropagation",
    message: "dZ1 lacks the derivative of tanh: dZ1 = W2ᵀ dZ2 * (1 - A1²).",
    implementation: backwardWithDerivative(() => 1),
  },
  {
    id: "shallow-backward-sigmoid-derivative",
    function: "backwardPropagation",
    message: "A1(1 - A1) is the sigmoid's derivative. The hidden layer is tanh, whose derivative is 1 - A1².",
    implementation: backwardWithDerivative(({ A1 }) => np.multiply(A1, np.subtract(1, A1))),
  },
  {
    id: "shallow-backward-not-squared",
    function: "backwardPropagation",
    message: "The derivative of tanh is 1 - A1², not 1 - A1: square A1 first.",
    implementation: backwardWithDerivative(({ A1 }) => np.subtract(1, A1)),
  },
  {
    id: "shallow-backward-derivative-of-Z1",
    function: "backwardPropagation",
    message: "The derivative of tanh is 1 - tanh(Z1)² = 1 - A1². Here Z1 itself is squared.",
    implementation: backwardWithDerivative(({ Z1 }) => np.subtract(1, np.square(Z1))),
  },
  {
    id: "shallow-backward-tanh-twice",
    function: "backwardPropagation",
    message: "tanh is applied twice: A1 is already tanh(Z1), so its derivative is 1 - A1².",
    implementation: backwardWithDerivative(({ A1 }) => np.subtract(1, np.square(np.tanh(A1)))),
  },
  {
    id: "shallow-backward-relu-derivative",
    function: "backwardPropagation",
    message: "That is the derivative of ReLU. The hidden layer is tanh, whose derivative is 1 - A1².",
    implementation: backwardWithDerivative(({ Z1 }) => np.greater(Z1, 0)),
  },
  {
    id: "shallow-backward-sign",
    function: "backwardPropagation",
    message: "All gradients have the wrong sign: the error is A2 - Y, not Y - A2.",
    implementation: backwardWithError(({ A2 }, Y) => np.subtract(Y, A2)),
  },
  {
    id: "shallow-backward-extra-derivative",
    function: "backwardPropagation",
    message:
      "A2 - Y is multiplied by A2(1 - A2). With the cross-entropy the sigmoid's derivative cancels: dZ2 = A2 - Y.",
    implementation: backwardWithError(({ A2 }, Y) =>
      np.multiply(np.subtract(A2, Y), np.multiply(A2, np.subtract(1, A2))),
    ),
  },
  {
    id: "shallow-backward-error-of-Z2",
    function: "backwardPropagation",
    message: "The error is taken from Z2. It is the probability that is compared with the label: dZ2 = A2 - Y.",
    implementation: backwardWithError(({ Z2 }, Y) => np.subtract(Z2, Y)),
  },
  {
    id: "shallow-backward-sigmoid-twice",
    function: "backwardPropagation",
    message: "The sigmoid is applied twice: A2 is already a probability, so dZ2 = A2 - Y.",
    implementation: backwardWithError(({ A2 }, Y) => np.subtract(sigmoid(A2), Y)),
  },
  {
    id: "shallow-dW2-with-Z1",
    function: "backwardPropagation",
    message: "dW2 uses Z1. W2 multiplies what the hidden units put out, so dW2 = 1/m dZ2 A1ᵀ.",
    implementation: (...[parameters, cache, X, Y]: Backward) => {
      const dZ2 = np.subtract(cache.A2, Y);
      const dZ1 = np.multiply(np.dot(parameters.W2.T, dZ2), np.subtract(1, np.square(cache.A1)));
      return gradientsOf(dZ2, dZ1, cache.Z1, X);
    },
  },
  {
    id: "shallow-db-scalar",
    function: "backwardPropagation",
    message:
      "db1 and db2 are single numbers: np.sum without an axis adds up all units. Sum over the examples: np.sum(dZ, 1, true).",
    implementation: backwardThen(({ dW1, db1, dW2, db2 }) => ({ dW1, db1: np.sum(db1), dW2, db2: np.sum(db2) })),
  },
  {
    id: "shallow-db-rank-1",
    function: "backwardPropagation",
    message: "db1 and db2 have lost an axis. Keep it, so that they have the shape of b1 and b2: np.sum(dZ, 1, true).",
    implementation: backwardThen(({ dW1, db1, dW2, db2 }) => ({ dW1, db1: np.sum(db1, 1), dW2, db2: np.sum(db2, 1) })),
  },
  {
    id: "shallow-db-over-units",
    function: "backwardPropagation",
    message: "db1 and db2 are summed over the units (axis 0). Sum over the examples, which are the columns: axis 1.",
    implementation: (...[parameters, { A1, A2 }, X, Y]: Backward) => {
      const dZ2 = np.subtract(A2, Y);
      const dZ1 = np.multiply(np.dot(parameters.W2.T, dZ2), np.subtract(1, np.square(A1)));
      const [db1, db2] = [dZ1, dZ2].map((dZ) => np.divide(np.sum(dZ, 0, true), X.shape[1]));
      return { ...gradientsOf(dZ2, dZ1, A1, X), db1, db2 };
    },
  },
  {
    id: "shallow-dW-transposed",
    function: "backwardPropagation",
    message:
      "dW1 and dW2 are transposed. A gradient has the shape of its parameter: dW1 = 1/m dZ1 Xᵀ, dW2 = 1/m dZ2 A1ᵀ.",
    implementation: backwardThen(({ dW1, db1, dW2, db2 }) => ({ dW1: dW1.T, db1, dW2: dW2.T, db2 })),
  },
];
