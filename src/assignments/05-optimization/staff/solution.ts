import type { NDArray } from "../../../core/NDArray";
import { np } from "../../../np";
import type { Gradients, MiniBatch, Parameters } from "../assignment";

/**
 * One step of gradient descent, for every layer l = 1, …, L:
 *
 *     W[l] = W[l] - learningRate * dW[l]
 *     b[l] = b[l] - learningRate * db[l]
 *
 * @param parameters W1, b1, …, WL, bL; left as they are
 * @param grads dW1, db1, …, dWL, dbL, each of the shape of its parameter
 * @param learningRate α, the length of the step
 * @returns the updated parameters, in a new dictionary with the same keys
 */
export function updateParametersWithGd(
  parameters: Parameters,
  grads: Gradients,
  learningRate: number,
): Parameters {
  const updated: Parameters = {};
  // BEGIN SOLUTION
  const L = Object.keys(parameters).length / 2;
  for (let l = 1; l <= L; l++) {
    updated[`W${l}`] = np.subtract(
      parameters[`W${l}`],
      np.multiply(learningRate, grads[`dW${l}`]),
    );
    updated[`b${l}`] = np.subtract(
      parameters[`b${l}`],
      np.multiply(learningRate, grads[`db${l}`]),
    );
  }
  // END SOLUTION
  return updated;
}

/**
 * Cuts the training set into mini-batches, in random order:
 *
 * 1. seed the random stream, and draw one permutation of the m examples with it:
 * `np.random.seed(seed)`, then `np.random.permutation(m)`; 2. put the columns of X and
 * of Y into that order; 3. cut both into pieces of `miniBatchSize` columns, from left
 * to right; the last piece has what is left over.
 *
 * @param X examples, one a column, shape (n, m)
 * @param Y their labels, shape (1, m)
 * @param miniBatchSize number of examples in each mini-batch but perhaps the last
 * @param seed seed of the random stream: the same seed gives the same mini-batches
 * @returns a list of mini-batches { X, Y }, of shapes (n, miniBatchSize) and (1,
 *   miniBatchSize)
 */
export function randomMiniBatches(
  X: NDArray,
  Y: NDArray,
  miniBatchSize = 64,
  seed = 0,
): MiniBatch[] {
  const miniBatches: MiniBatch[] = [];
  // BEGIN SOLUTION
  const m = X.shape[1];
  np.random.seed(seed);
  const permutation = np.random.permutation(m);
  const shuffledX = np.take(X, permutation, 1);
  const shuffledY = np.take(Y, permutation, 1);
  for (let start = 0; start < m; start += miniBatchSize) {
    const columns = `${start}:${start + miniBatchSize}`;
    miniBatches.push({
      X: shuffledX.slice(":", columns),
      Y: shuffledY.slice(":", columns),
    });
  }
  // END SOLUTION
  return miniBatches;
}

/**
 * The exponentially weighted average of a series θ_1, …, θ_T, with bias correction. It
 * starts from v_0 = 0:
 *
 *     v_t           = β v_{t-1} + (1 - β) θ_t
 *     corrected v_t = v_t / (1 - β^t)
 *
 * @param theta the series, shape (T,)
 * @param beta β, from 0 to below 1: the average looks back over about 1 / (1 - β)
 *   values
 * @returns the corrected averages for t = 1, …, T, shape (T,)
 */
export function exponentiallyWeightedAverage(theta: NDArray, beta: number): NDArray {
  const averages = np.zerosLike(theta);
  // BEGIN SOLUTION
  let v = 0;
  for (let t = 1; t <= theta.size; t++) {
    v = beta * v + (1 - beta) * theta.at(t - 1);
    averages.set(t - 1, v / (1 - beta ** t));
  }
  // END SOLUTION
  return averages;
}

/**
 * The velocity to start from: zeros, one array for each parameter.
 *
 * @param parameters W1, b1, …, WL, bL
 * @returns v with the keys dW1, db1, …, dWL, dbL, each of the shape of its parameter
 */
export function initializeVelocity(parameters: Parameters): Gradients {
  const v: Gradients = {};
  // BEGIN SOLUTION
  const L = Object.keys(parameters).length / 2;
  for (let l = 1; l <= L; l++) {
    v[`dW${l}`] = np.zerosLike(parameters[`W${l}`]);
    v[`db${l}`] = np.zerosLike(parameters[`b${l}`]);
  }
  // END SOLUTION
  return v;
}

/**
 * One step of gradient descent with momentum, for every layer l (shown for W; b is
 * treated likewise):
 *
 *     vdW[l] = β vdW[l] + (1 - β) dW[l]
 *     W[l]   = W[l] - learningRate * vdW[l]
 *
 * @param parameters W1, b1, …, WL, bL; left as they are
 * @param grads dW1, db1, …, dWL, dbL
 * @param v the velocity so far, with the keys dW1, db1, …; left as it is
 * @param beta β, how much of the old velocity is kept
 * @param learningRate α, the length of the step
 * @returns the updated parameters, and the updated velocity v, each in a new dictionary
 */
export function updateParametersWithMomentum(
  parameters: Parameters,
  grads: Gradients,
  v: Gradients,
  beta: number,
  learningRate: number,
): { parameters: Parameters; v: Gradients } {
  const updated: Parameters = {};
  const velocity: Gradients = {};
  // BEGIN SOLUTION
  const average = (old: NDArray, grad: NDArray) =>
    np.add(np.multiply(beta, old), np.multiply(1 - beta, grad));
  const L = Object.keys(parameters).length / 2;
  for (let l = 1; l <= L; l++) {
    velocity[`dW${l}`] = average(v[`dW${l}`], grads[`dW${l}`]);
    velocity[`db${l}`] = average(v[`db${l}`], grads[`db${l}`]);
    updated[`W${l}`] = np.subtract(
      parameters[`W${l}`],
      np.multiply(learningRate, velocity[`dW${l}`]),
    );
    updated[`b${l}`] = np.subtract(
      parameters[`b${l}`],
      np.multiply(learningRate, velocity[`db${l}`]),
    );
  }
  // END SOLUTION
  return { parameters: updated, v: velocity };
}

/**
 * One step of RMSprop, for every layer l (shown for W; b is treated likewise). Squares
 * and roots are taken element by element:
 *
 *     sdW[l] = β sdW[l] + (1 - β) dW[l]²
 *     W[l]   = W[l] - learningRate * dW[l] / (√sdW[l] + ε)
 *
 * @param parameters W1, b1, …, WL, bL; left as they are
 * @param grads dW1, db1, …, dWL, dbL
 * @param s the average of the squared gradients so far, with the keys dW1, db1, …; left
 *   as it is
 * @param beta β, how much of the old average is kept
 * @param learningRate α, the length of the step
 * @param epsilon ε, keeps the division from being one by zero
 * @returns the updated parameters, and the updated average s, each in a new dictionary
 */
export function updateParametersWithRmsprop(
  parameters: Parameters,
  grads: Gradients,
  s: Gradients,
  beta: number,
  learningRate: number,
  epsilon = 1e-8,
): { parameters: Parameters; s: Gradients } {
  const updated: Parameters = {};
  const squares: Gradients = {};
  // BEGIN SOLUTION
  const average = (old: NDArray, grad: NDArray) =>
    np.add(np.multiply(beta, old), np.multiply(1 - beta, np.square(grad)));
  const step = (parameter: NDArray, grad: NDArray, average: NDArray) =>
    np.subtract(
      parameter,
      np.multiply(learningRate, np.divide(grad, np.add(np.sqrt(average), epsilon))),
    );
  const L = Object.keys(parameters).length / 2;
  for (let l = 1; l <= L; l++) {
    squares[`dW${l}`] = average(s[`dW${l}`], grads[`dW${l}`]);
    squares[`db${l}`] = average(s[`db${l}`], grads[`db${l}`]);
    updated[`W${l}`] = step(parameters[`W${l}`], grads[`dW${l}`], squares[`dW${l}`]);
    updated[`b${l}`] = step(parameters[`b${l}`], grads[`db${l}`], squares[`db${l}`]);
  }
  // END SOLUTION
  return { parameters: updated, s: squares };
}

/**
 * What Adam starts from: zeros, twice one array for each parameter.
 *
 * @param parameters W1, b1, …, WL, bL
 * @returns v, for the average of the gradients, and s, for the average of their
 *   squares: both with the keys dW1, db1, …, dWL, dbL, each array of the shape of its
 *   parameter
 */
export function initializeAdam(parameters: Parameters): { v: Gradients; s: Gradients } {
  // BEGIN SOLUTION
  return { v: initializeVelocity(parameters), s: initializeVelocity(parameters) };
  // END SOLUTION
}

/**
 * One step of Adam, for every layer l (shown for W; b is treated likewise):
 *
 *     vdW[l]       = β1 vdW[l] + (1 - β1) dW[l]
 *     sdW[l]       = β2 sdW[l] + (1 - β2) dW[l]²
 *     v̂            = vdW[l] / (1 - β1^t)
 *     ŝ            = sdW[l] / (1 - β2^t)
 *     W[l]         = W[l] - learningRate * v̂ / (√ŝ + ε)
 *
 * @param parameters W1, b1, …, WL, bL; left as they are
 * @param grads dW1, db1, …, dWL, dbL
 * @param v the average of the gradients so far, with the keys dW1, db1, …; left as it
 *   is
 * @param s the average of the squared gradients so far, with the same keys; left as it
 *   is
 * @param t the number of this step, counted from 1
 * @param learningRate α, the length of the step
 * @param beta1 β1, how much of the old v is kept
 * @param beta2 β2, how much of the old s is kept
 * @param epsilon ε, keeps the division from being one by zero
 * @returns the updated parameters, v and s, each in a new dictionary; v and s without
 *   the bias correction
 */
export function updateParametersWithAdam(
  parameters: Parameters,
  grads: Gradients,
  v: Gradients,
  s: Gradients,
  t: number,
  learningRate = 0.01,
  beta1 = 0.9,
  beta2 = 0.999,
  epsilon = 1e-8,
): { parameters: Parameters; v: Gradients; s: Gradients } {
  const updated: Parameters = {};
  const first: Gradients = {};
  const second: Gradients = {};
  // BEGIN SOLUTION
  const average = (old: NDArray, now: NDArray, beta: number) =>
    np.add(np.multiply(beta, old), np.multiply(1 - beta, now));
  const step = (parameter: NDArray, v: NDArray, s: NDArray) => {
    const vCorrected = np.divide(v, 1 - beta1 ** t);
    const sCorrected = np.divide(s, 1 - beta2 ** t);
    return np.subtract(
      parameter,
      np.multiply(
        learningRate,
        np.divide(vCorrected, np.add(np.sqrt(sCorrected), epsilon)),
      ),
    );
  };
  const L = Object.keys(parameters).length / 2;
  for (let l = 1; l <= L; l++) {
    first[`dW${l}`] = average(v[`dW${l}`], grads[`dW${l}`], beta1);
    first[`db${l}`] = average(v[`db${l}`], grads[`db${l}`], beta1);
    second[`dW${l}`] = average(s[`dW${l}`], np.square(grads[`dW${l}`]), beta2);
    second[`db${l}`] = average(s[`db${l}`], np.square(grads[`db${l}`]), beta2);
    updated[`W${l}`] = step(parameters[`W${l}`], first[`dW${l}`], second[`dW${l}`]);
    updated[`b${l}`] = step(parameters[`b${l}`], first[`db${l}`], second[`db${l}`]);
  }
  // END SOLUTION
  return { parameters: updated, v: first, s: second };
}

/**
 * The learning rate of an epoch. It stays the same for `timeInterval` epochs and is
 * then lowered: as it would be after one epoch, two epochs, …, if it were lowered after
 * every one, α_0 / (1 + decayRate * epoch).
 *
 * @param learningRate0 α_0, the learning rate to start with
 * @param epochNum number of the epoch, counted from 0
 * @param decayRate how fast the learning rate falls
 * @param timeInterval number of epochs between two changes; 1 lowers it after every
 *   epoch
 * @returns the learning rate α of that epoch
 */
export function learningRateDecay(
  learningRate0: number,
  epochNum: number,
  decayRate: number,
  timeInterval = 1,
): number {
  // BEGIN SOLUTION
  return learningRate0 / (1 + decayRate * Math.floor(epochNum / timeInterval));
  // END SOLUTION
}
