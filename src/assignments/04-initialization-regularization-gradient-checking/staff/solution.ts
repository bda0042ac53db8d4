import type { NDArray } from "../../../core/NDArray";
import { np } from "../../../np";
import type {
  DropoutCache,
  NetworkCache,
  NetworkGradients,
  NetworkParameters,
} from "../assignment";
import { relu, sigmoid } from "./activations";
import { handedOut } from "./handedOut";

/**
 * Parameters that are all zero.
 *
 * @param layersDims units of every layer, the input first, e.g. [2, 10, 5, 1]
 * @returns for each layer l from 1: W{l}, zeros of shape (layersDims[l], layersDims[l -
 *   1]), and b{l}, zeros of shape (layersDims[l], 1)
 */
export function initializeParametersZeros(layersDims: number[]): NetworkParameters {
  const parameters: NetworkParameters = {};
  // BEGIN SOLUTION
  for (let l = 1; l < layersDims.length; l++) {
    parameters[`W${l}`] = np.zeros([layersDims[l], layersDims[l - 1]]);
    parameters[`b${l}`] = np.zeros([layersDims[l], 1]);
  }
  // END SOLUTION
  return parameters;
}

/**
 * Large random weights and zero biases. The weights are drawn with `np.random.randn`,
 * layer after layer, from the stream that is seeded here, once; the biases draw
 * nothing.
 *
 *     W[l] = randn(layersDims[l], layersDims[l - 1]) * 10        b[l] = 0
 *
 * @param layersDims units of every layer, the input first
 * @returns W{l} of shape (layersDims[l], layersDims[l - 1]) and b{l} of shape
 *   (layersDims[l], 1), for each layer l
 */
export function initializeParametersRandom(layersDims: number[]): NetworkParameters {
  np.random.seed(3);
  const parameters: NetworkParameters = {};
  // BEGIN SOLUTION
  for (let l = 1; l < layersDims.length; l++) {
    parameters[`W${l}`] = np.multiply(
      np.random.randn(layersDims[l], layersDims[l - 1]),
      10,
    );
    parameters[`b${l}`] = np.zeros([layersDims[l], 1]);
  }
  // END SOLUTION
  return parameters;
}

/**
 * He initialization: random weights whose variance is 2 / (inputs of the layer), and
 * zero biases. The weights are drawn with `np.random.randn`, layer after layer, from
 * the stream that is seeded here, once; the biases draw nothing.
 *
 *     W[l] = randn(layersDims[l], layersDims[l - 1]) * √(2 / layersDims[l - 1])
 *     b[l] = 0
 *
 * @param layersDims units of every layer, the input first
 * @returns W{l} of shape (layersDims[l], layersDims[l - 1]) and b{l} of shape
 *   (layersDims[l], 1), for each layer l
 */
export function initializeParametersHe(layersDims: number[]): NetworkParameters {
  np.random.seed(3);
  const parameters: NetworkParameters = {};
  // BEGIN SOLUTION
  for (let l = 1; l < layersDims.length; l++) {
    const scale = Math.sqrt(2 / layersDims[l - 1]);
    parameters[`W${l}`] = np.multiply(
      np.random.randn(layersDims[l], layersDims[l - 1]),
      scale,
    );
    parameters[`b${l}`] = np.zeros([layersDims[l], 1]);
  }
  // END SOLUTION
  return parameters;
}

/**
 * Shifts and scales every feature so that it has mean 0 and standard deviation 1 over
 * the training examples. The test examples are shifted and scaled by the same two
 * numbers a feature:
 *
 *     μ = 1/m Σ x        σ² = 1/m Σ (x - μ)²        x ← (x - μ) / σ
 *
 * @param XTrain training examples, one a column, shape (n, mTrain); no feature is
 *   constant
 * @param XTest test examples, shape (n, mTest)
 * @returns the normalized XTrain and XTest, of the same shapes; mu and sigma, columns
 *   of shape (n, 1)
 */
export function normalizeInputs(
  XTrain: NDArray,
  XTest: NDArray,
): { XTrain: NDArray; XTest: NDArray; mu: NDArray; sigma: NDArray } {
  // BEGIN SOLUTION
  const mu = np.mean(XTrain, 1, true);
  const sigma = np.std(XTrain, 1, true);
  const normalize = (X: NDArray) => np.divide(np.subtract(X, mu), sigma);
  return { XTrain: normalize(XTrain), XTest: normalize(XTest), mu, sigma };
  // END SOLUTION
}

/**
 * The cross-entropy plus the L2 penalty on the weights (not on the biases):
 *
 *     J = -1/m Σ (Y log A3 + (1 - Y) log(1 - A3)) + λ/(2m) Σ_l Σ (W{l})²
 *
 * @param A3 predicted probabilities, shape (1, m)
 * @param Y true labels, 0 or 1, shape (1, m)
 * @param parameters W1, b1, W2, b2, W3, b3
 * @param lambd λ, the strength of the penalty (`lambda` is a reserved word in Python)
 * @returns the cost, a number
 */
export function computeCostWithRegularization(
  A3: NDArray,
  Y: NDArray,
  parameters: NetworkParameters,
  lambd: number,
): number {
  const { W1, W2, W3 } = parameters;
  // BEGIN SOLUTION
  const m = Y.size;
  const logLikelihood = np.add(
    np.multiply(Y, np.log(A3)),
    np.multiply(np.subtract(1, Y), np.log(np.subtract(1, A3))),
  );
  const squares = np.sum(np.square(W1)) + np.sum(np.square(W2)) + np.sum(np.square(W3));
  return -np.sum(logLikelihood) / m + (lambd / (2 * m)) * squares;
  // END SOLUTION
}

/**
 * The gradients of the cost with the L2 penalty, for LINEAR → RELU → LINEAR → RELU →
 * LINEAR → SIGMOID. The pass without a penalty is given; what the penalty adds to each
 * of the three dW is not:
 *
 *     dW[l] = 1/m dZ[l] A[l-1]ᵀ + λ/m W[l]
 *
 * @param X examples, one a column, shape (n, m)
 * @param Y true labels, shape (1, m)
 * @param cache what the pass forward kept: Z1, A1, W1, b1, …, Z3, A3, W3, b3
 * @param lambd λ, the strength of the penalty
 * @returns dZ3, dW3, db3, dA2, dZ2, dW2, db2, dA1, dZ1, dW1 and db1, each of the shape
 *   of what it is the gradient of
 */
export function backwardPropagationWithRegularization(
  X: NDArray,
  Y: NDArray,
  cache: NetworkCache,
  lambd: number,
): NetworkGradients {
  const m = X.shape[1];
  const { A1, W1, A2, W2, A3, W3 } = cache;
  const dZ3 = np.subtract(A3, Y);
  let dW3 = np.divide(np.dot(dZ3, A2.T), m);
  // BEGIN SOLUTION
  dW3 = np.add(dW3, np.multiply(lambd / m, W3));
  // END SOLUTION
  const db3 = np.mean(dZ3, 1, true);
  const dA2 = np.dot(W3.T, dZ3);
  const dZ2 = np.multiply(dA2, np.greater(A2, 0));
  let dW2 = np.divide(np.dot(dZ2, A1.T), m);
  // BEGIN SOLUTION
  dW2 = np.add(dW2, np.multiply(lambd / m, W2));
  // END SOLUTION
  const db2 = np.mean(dZ2, 1, true);
  const dA1 = np.dot(W2.T, dZ2);
  const dZ1 = np.multiply(dA1, np.greater(A1, 0));
  let dW1 = np.divide(np.dot(dZ1, X.T), m);
  // BEGIN SOLUTION
  dW1 = np.add(dW1, np.multiply(lambd / m, W1));
  // END SOLUTION
  const db1 = np.mean(dZ1, 1, true);
  return { dZ3, dW3, db3, dA2, dZ2, dW2, db2, dA1, dZ1, dW1, db1 };
}

/**
 * The pass forward through LINEAR → RELU + DROPOUT → LINEAR → RELU + DROPOUT → LINEAR →
 * SIGMOID. The pass without dropout is given; the masks of both hidden layers are not:
 *
 *     D[l] = np.random.rand(rows, columns of A[l]) < keepProb    1: keep, 0: shut down
 *     A[l] = A[l] * D[l] / keepProb
 *
 * D1 is drawn first, then D2, from the stream that is seeded here, once.
 *
 * @param X examples, one a column, shape (n, m)
 * @param parameters W1, b1, W2, b2, W3, b3
 * @param keepProb probability that a unit is kept
 * @param seed seed of the stream; another one shuts other units down
 * @returns A3, the probabilities, shape (1, m); and the cache Z1, D1, A1, W1, b1, Z2,
 *   D2, A2, W2, b2, Z3, A3, W3, b3, where A1 and A2 are those after dropout
 */
export function forwardPropagationWithDropout(
  X: NDArray,
  parameters: NetworkParameters,
  keepProb = 0.5,
  seed = 1,
): { A3: NDArray; cache: DropoutCache } {
  np.random.seed(seed);
  const { W1, b1, W2, b2, W3, b3 } = parameters;
  const Z1 = np.add(np.dot(W1, X), b1);
  let A1 = relu(Z1);
  // With masks of ones, every unit is kept.
  let D1 = np.onesLike(A1);
  // BEGIN SOLUTION
  D1 = np.less(np.random.rand(A1.shape[0], A1.shape[1]), keepProb);
  A1 = np.divide(np.multiply(A1, D1), keepProb);
  // END SOLUTION
  const Z2 = np.add(np.dot(W2, A1), b2);
  let A2 = relu(Z2);
  let D2 = np.onesLike(A2);
  // BEGIN SOLUTION
  D2 = np.less(np.random.rand(A2.shape[0], A2.shape[1]), keepProb);
  A2 = np.divide(np.multiply(A2, D2), keepProb);
  // END SOLUTION
  const Z3 = np.add(np.dot(W3, A2), b3);
  const A3 = sigmoid(Z3);
  return { A3, cache: { Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3 } };
}

/**
 * The gradients of the cost with dropout: the units that were shut down on the way
 * forward pass nothing back, and the others are scaled as they were then. The pass
 * without dropout is given; what the masks do to dA2 and dA1 is not.
 *
 * @param X examples, one a column, shape (n, m)
 * @param Y true labels, shape (1, m)
 * @param cache what forwardPropagationWithDropout kept
 * @param keepProb probability that a unit was kept
 * @returns dZ3, dW3, db3, dA2, dZ2, dW2, db2, dA1, dZ1, dW1 and db1; dA2 and dA1 are
 *   those after the masks
 */
export function backwardPropagationWithDropout(
  X: NDArray,
  Y: NDArray,
  cache: DropoutCache,
  keepProb: number,
): NetworkGradients {
  const m = X.shape[1];
  const { D1, A1, D2, A2, W2, A3, W3 } = cache;
  const dZ3 = np.subtract(A3, Y);
  const dW3 = np.divide(np.dot(dZ3, A2.T), m);
  const db3 = np.mean(dZ3, 1, true);
  let dA2 = np.dot(W3.T, dZ3);
  // BEGIN SOLUTION
  dA2 = np.divide(np.multiply(dA2, D2), keepProb);
  // END SOLUTION
  const dZ2 = np.multiply(dA2, np.greater(A2, 0));
  const dW2 = np.divide(np.dot(dZ2, A1.T), m);
  const db2 = np.mean(dZ2, 1, true);
  let dA1 = np.dot(W2.T, dZ2);
  // BEGIN SOLUTION
  dA1 = np.divide(np.multiply(dA1, D1), keepProb);
  // END SOLUTION
  const dZ1 = np.multiply(dA1, np.greater(A1, 0));
  const dW1 = np.divide(np.dot(dZ1, X.T), m);
  const db1 = np.mean(dZ1, 1, true);
  return { dZ3, dW3, db3, dA2, dZ2, dW2, db2, dA1, dZ1, dW1, db1 };
}

/**
 * The pass forward through LINEAR → RELU → LINEAR → RELU → LINEAR → SIGMOID, and its
 * cost:
 *
 *     Z[l] = W[l] A[l-1] + b[l], with A0 = X
 *     A1 = relu(Z1), A2 = relu(Z2), A3 = σ(Z3)
 *     J = -1/m Σ (Y log A3 + (1 - Y) log(1 - A3))
 *
 * @param X examples, one a column, shape (n, m)
 * @param Y true labels, 0 or 1, shape (1, m)
 * @param parameters W1, b1, W2, b2, W3, b3
 * @returns the cost, a number; and the cache Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3,
 *   W3, b3
 */
export function forwardPropagationN(
  X: NDArray,
  Y: NDArray,
  parameters: NetworkParameters,
): { cost: number; cache: NetworkCache } {
  const { W1, b1, W2, b2, W3, b3 } = parameters;
  // BEGIN SOLUTION
  const Z1 = np.add(np.dot(W1, X), b1);
  const A1 = relu(Z1);
  const Z2 = np.add(np.dot(W2, A1), b2);
  const A2 = relu(Z2);
  const Z3 = np.add(np.dot(W3, A2), b3);
  const A3 = sigmoid(Z3);
  const logLikelihood = np.add(
    np.multiply(Y, np.log(A3)),
    np.multiply(np.subtract(1, Y), np.log(np.subtract(1, A3))),
  );
  const cost = -np.sum(logLikelihood) / X.shape[1];
  return { cost, cache: { Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3 } };
  // END SOLUTION
}

/**
 * Compares the gradients with what the cost itself says. With θ all parameters in one
 * list and θᵢ its i-th number:
 *
 *     gradApproxᵢ = (J(…, θᵢ + ε, …) - J(…, θᵢ - ε, …)) / (2ε)
 *     difference = ‖grad - gradApprox‖ / (‖grad‖ + ‖gradApprox‖)
 *
 * J is the cost that forwardPropagationN gives, and ‖·‖ the length of a list of
 * numbers, √Σ(·)². Both lists run over every number in W1, b1, W2, b2, W3 and b3.
 *
 * @param parameters W1, b1, W2, b2, W3, b3; left as they are
 * @param gradients dW1, db1, dW2, db2, dW3, db3, to be checked; what else is in there
 *   does not matter
 * @param X examples, shape (n, m)
 * @param Y true labels, shape (1, m)
 * @param epsilon ε, the length of the step to either side
 * @param printMessage whether to print the verdict
 * @returns the difference, a number: up to 2e-7 for right gradients (rounding alone
 *   makes 1.2e-7)
 */
export function gradientCheckN(
  parameters: NetworkParameters,
  gradients: NetworkGradients,
  X: NDArray,
  Y: NDArray,
  epsilon = 1e-7,
  printMessage = false,
): number {
  let difference = 0;
  // BEGIN SOLUTION
  const names = ["W1", "b1", "W2", "b2", "W3", "b3"] as const;
  const grad: number[] = [];
  const gradApprox: number[] = [];
  for (const name of names) {
    const theta = parameters[name];
    for (let i = 0; i < theta.shape[0]; i++) {
      for (let j = 0; j < theta.shape[1]; j++) {
        const costAt = (value: number) => {
          const moved = theta.copy();
          moved.set(i, j, value);
          return forwardPropagationN(X, Y, { ...parameters, [name]: moved }).cost;
        };
        const [plus, minus] = [
          costAt(theta.at(i, j) + epsilon),
          costAt(theta.at(i, j) - epsilon),
        ];
        gradApprox.push((plus - minus) / (2 * epsilon));
        grad.push(gradients[`d${name}`].at(i, j));
      }
    }
  }
  difference =
    np.norm(np.subtract(grad, gradApprox)) / (np.norm(grad) + np.norm(gradApprox));
  // END SOLUTION
  if (printMessage) {
    const verdict =
      difference > 2e-7
        ? "There is a mistake in the gradients"
        : "The gradients look right";
    console.log(`${verdict}: the difference is ${difference}`);
  }
  return difference;
}

/**
 * The gradients of the cost of forwardPropagationN: those of the pass that was handed
 * out, where they are right, and right ones in place of the others.
 *
 * @param X examples, one a column, shape (n, m)
 * @param Y true labels, shape (1, m)
 * @param cache what forwardPropagationN kept
 * @returns dZ3, dW3, db3, dA2, dZ2, dW2, db2, dA1, dZ1, dW1 and db1, each of the shape
 *   of what it is the gradient of
 */
export function backwardPropagationN(
  X: NDArray,
  Y: NDArray,
  cache: NetworkCache,
): NetworkGradients {
  const gradients = handedOut(X, Y, cache);
  // BEGIN SOLUTION
  const m = X.shape[1];
  const dW2 = np.divide(np.dot(gradients.dZ2, cache.A1.T), m);
  const db1 = np.mean(gradients.dZ1, 1, true);
  return { ...gradients, dW2, db1 };
  // END SOLUTION
}
