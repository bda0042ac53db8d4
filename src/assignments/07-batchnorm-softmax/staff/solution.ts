import type { NDArray } from "../../../core/NDArray";
import { np } from "../../../np";
import type { BatchNormCache, Statistics } from "../assignment";

/**
 * Draws numbers between `low` and `high` so that every power of ten gets the same share
 * of them. What is drawn evenly is the exponent:
 *
 *     r = log10(low) + (log10(high) - log10(low)) * np.random.rand(n)
 *     result = 10^r
 *
 * @param low the lower end, above 0
 * @param high the upper end
 * @param n how many numbers to draw, with a single call of `np.random.rand(n)`
 * @param seed seed of the random stream
 * @returns the numbers in the order in which they were drawn, shape (n,)
 */
export function sampleLogScale(
  low: number,
  high: number,
  n: number,
  seed: number,
): NDArray {
  np.random.seed(seed);
  // BEGIN SOLUTION
  const [first, last] = [Math.log10(low), Math.log10(high)];
  const r = np.add(first, np.multiply(last - first, np.random.rand(n)));
  return np.power(10, r);
  // END SOLUTION
}

/**
 * Draws values of momentum's β between `low` and `high`. What matters about β is how
 * far it is from 1, so 1 - β is drawn on a logarithmic scale. The exponent runs from
 * log10(1 - high) to log10(1 - low), in this direction:
 *
 *     r = log10(1 - high) + (log10(1 - low) - log10(1 - high)) * np.random.rand(n)
 *     result = 1 - 10^r
 *
 * @param low the lower end, such as 0.9
 * @param high the upper end, below 1, such as 0.999
 * @param n how many values to draw, with a single call of `np.random.rand(n)`
 * @param seed seed of the random stream
 * @returns the values of β in the order in which they were drawn, shape (n,)
 */
export function sampleMomentum(
  low: number,
  high: number,
  n: number,
  seed: number,
): NDArray {
  np.random.seed(seed);
  // BEGIN SOLUTION
  const [first, last] = [Math.log10(1 - high), Math.log10(1 - low)];
  const r = np.add(first, np.multiply(last - first, np.random.rand(n)));
  return np.subtract(1, np.power(10, r));
  // END SOLUTION
}

/**
 * The range in which to search next: it reaches from the smallest to the largest of
 * those values whose trials went best.
 *
 * @param values what was tried, such as learning rates
 * @param scores how well each of them did; the higher, the better
 * @param keep how many of the best to look at; where scores are equal, the one that was
 * tried first counts as better
 * @returns the smallest and the largest of the values that were kept: low and high. The
 * two lists are left as they were
 */
export function zoomIn(
  values: number[],
  scores: number[],
  keep: number,
): { low: number; high: number } {
  // BEGIN SOLUTION
  const order = [...values.keys()].sort((i, j) => scores[j] - scores[i]);
  const best = order.slice(0, keep).map((i) => values[i]);
  return { low: Math.min(...best), high: Math.max(...best) };
  // END SOLUTION
}

/**
 * Batch normalization of a layer in training. Each unit gets mean 0 and variance 1 over
 * the examples, and after that the scale γ and the shift β that it has learned:
 *
 *     μ      = 1/m Σ over examples of Z
 *     σ²     = 1/m Σ over examples of (Z - μ)²
 *     ZNorm  = (Z - μ) / √(σ² + ε)
 *     ZTilde = γ * ZNorm + β
 *
 * @param Z the layer before its activation, one example a column, shape (n, m)
 * @param gamma the scale γ of every unit, shape (n, 1)
 * @param beta the shift β of every unit, shape (n, 1); it has nothing to do with the β
 * of momentum
 * @param epsilon ε, so that nothing is divided by 0
 * @returns ZTilde, shape (n, m), and the cache: ZNorm, mu and variance (μ and σ², shape
 * (n, 1) each), gamma, epsilon
 */
export function batchNormForward(
  Z: NDArray,
  gamma: NDArray,
  beta: NDArray,
  epsilon = 1e-8,
): { ZTilde: NDArray; cache: BatchNormCache } {
  // BEGIN SOLUTION
  const mu = np.mean(Z, 1, true);
  const variance = np.var(Z, 1, true);
  const ZNorm = np.divide(np.subtract(Z, mu), np.sqrt(np.add(variance, epsilon)));
  const ZTilde = np.add(np.multiply(gamma, ZNorm), beta);
  return { ZTilde, cache: { ZNorm, mu, variance, gamma, epsilon } };
  // END SOLUTION
}

/**
 * The way back through batch normalization. All gradients are those of the cost, so the
 * 1/m is in them already, and sums over the examples are sums:
 *
 *     dBeta  = Σ dZTilde
 *     dGamma = Σ dZTilde * ZNorm
 *     dZ     = γ / (m √(σ² + ε)) * (m dZTilde - dBeta - ZNorm * dGamma)
 *
 * @param dZTilde the gradient of the cost by ZTilde, shape (n, m)
 * @param cache what batchNormForward kept
 * @returns dZ, shape (n, m), dGamma and dBeta, shape (n, 1) each
 */
export function batchNormBackward(
  dZTilde: NDArray,
  cache: BatchNormCache,
): { dZ: NDArray; dGamma: NDArray; dBeta: NDArray } {
  const { ZNorm, variance, gamma, epsilon } = cache;
  const m = dZTilde.shape[1];
  // BEGIN SOLUTION
  const dBeta = np.sum(dZTilde, 1, true);
  const dGamma = np.sum(np.multiply(dZTilde, ZNorm), 1, true);
  const scale = np.divide(gamma, np.multiply(m, np.sqrt(np.add(variance, epsilon))));
  const throughMean = np.subtract(np.multiply(m, dZTilde), dBeta);
  const dZ = np.multiply(scale, np.subtract(throughMean, np.multiply(ZNorm, dGamma)));
  return { dZ, dGamma, dBeta };
  // END SOLUTION
}

/**
 * The running averages of μ and σ² after one more mini-batch, for when there are no
 * batches any more:
 *
 *     new average = momentum * old average + (1 - momentum) * value of the mini-batch
 *
 * @param running the averages so far: mu and variance, shape (n, 1) each; left as they
 * are
 * @param batch mu and variance of the mini-batch, shape (n, 1) each
 * @param momentum how much of the old averages is kept
 * @returns the new averages: mu and variance, shape (n, 1) each
 */
export function updateRunning(
  running: Statistics,
  batch: Statistics,
  momentum = 0.9,
): Statistics {
  // BEGIN SOLUTION
  const average = (old: NDArray, now: NDArray) =>
    np.add(np.multiply(momentum, old), np.multiply(1 - momentum, now));
  return {
    mu: average(running.mu, batch.mu),
    variance: average(running.variance, batch.variance),
  };
  // END SOLUTION
}

/**
 * Batch normalization when the network is used. One formula is the same as in training;
 * what stands in it for μ and σ² is for you to decide. The answer for an example must
 * not depend on which other examples come with it, and an example may come alone.
 *
 * @param Z the layer before its activation, shape (n, m); m may be 1
 * @param gamma the scale γ of every unit, shape (n, 1)
 * @param beta the shift β of every unit, shape (n, 1)
 * @param running the running averages from training: mu and variance, shape (n, 1) each
 * @param epsilon ε, so that nothing is divided by 0
 * @returns ZTilde, shape (n, m)
 */
export function batchNormInference(
  Z: NDArray,
  gamma: NDArray,
  beta: NDArray,
  running: Statistics,
  epsilon = 1e-8,
): NDArray {
  // BEGIN SOLUTION
  const ZNorm = np.divide(
    np.subtract(Z, running.mu),
    np.sqrt(np.add(running.variance, epsilon)),
  );
  return np.add(np.multiply(gamma, ZNorm), beta);
  // END SOLUTION
}

/**
 * Softmax, example by example (that is, column by column):
 *
 *     a_j = e^(z_j - max z) / Σ over classes k of e^(z_k - max z)
 *
 * with the largest z of the same column. Subtracting it changes nothing in the result,
 * and keeps e^z finite.
 *
 * @param Z one number for every class, an example a column, shape (C, m)
 * @returns the probabilities A, shape (C, m): positive, and each column adds up to 1
 */
export function softmax(Z: NDArray): NDArray {
  // BEGIN SOLUTION
  const powers = np.exp(np.subtract(Z, np.max(Z, 0, true)));
  return np.divide(powers, np.sum(powers, 0, true));
  // END SOLUTION
}

/**
 * Labels as columns of 0 and 1: the entry in row k of column i is 1 if example i has
 * the label k, and 0 otherwise.
 *
 * @param labels the labels, whole numbers from 0 to C - 1, shape (1, m)
 * @param C the number of classes; some of them may have no example
 * @returns Y, shape (C, m)
 */
export function oneHot(labels: NDArray, C: number): NDArray {
  // BEGIN SOLUTION
  return np.equal(labels, np.arange(C).reshape(C, 1));
  // END SOLUTION
}

/**
 * The cross-entropy of probabilities and labels:
 *
 *     J = -1/m Σ over examples, Σ over classes of y log a
 *
 * Where y is 0, a term is 0, also if a is 0: it has no part in the cost.
 *
 * @param A the probabilities, shape (C, m)
 * @param Y the labels, one-hot, shape (C, m)
 * @returns the cost, a number
 */
export function crossEntropyCost(A: NDArray, Y: NDArray): number {
  // BEGIN SOLUTION
  const ofTheRightClass = np.sum(np.multiply(Y, A), 0);
  return -np.mean(np.log(ofTheRightClass));
  // END SOLUTION
}

/**
 * The gradient of the cross-entropy by what went into softmax:
 *
 *     dZ = (A - Y) / m
 *
 * @param A the probabilities that softmax gave, shape (C, m)
 * @param Y the labels, one-hot, shape (C, m)
 * @returns dZ, the gradient of the cost, shape (C, m)
 */
export function softmaxBackward(A: NDArray, Y: NDArray): NDArray {
  // BEGIN SOLUTION
  return np.divide(np.subtract(A, Y), A.shape[1]);
  // END SOLUTION
}

/**
 * The cross-entropy of softmax(Z), in one step. It is the same number as
 * crossEntropyCost(softmax(Z), Y) wherever that is finite, and finite wherever Z is:
 * also if the right class is hundreds behind, where softmax gives exactly 0.
 *
 * @param Z logits, which is what goes into softmax, shape (C, m)
 * @param Y the labels, one-hot, shape (C, m)
 * @returns the cost, a number
 */
export function crossEntropyFromLogits(Z: NDArray, Y: NDArray): number {
  // BEGIN SOLUTION
  const highest = np.max(Z, 0, true);
  const powers = np.exp(np.subtract(Z, highest));
  const logOfSum = np.add(highest, np.log(np.sum(powers, 0, true)));
  const losses = np.sum(np.multiply(Y, np.subtract(logOfSum, Z)), 0);
  return np.mean(losses);
  // END SOLUTION
}
