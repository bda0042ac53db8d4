import type { Alternative } from "../../../../check/contract";
import type { NDArray } from "../../../../core/NDArray";
import { np } from "../../../../np";
import type { BatchNormCache, Statistics } from "../../assignment";

/**
 * Costs that pick out the right class by its number, log-sum-exp with log1p, softmax as 1 over a sum of differences, batch
 * normalization with matrix products in place of sums.
 */
export function rightClassAlone(): Alternative {
  function sampleLogScale(low: number, high: number, n: number, seed: number) {
    np.random.seed(seed);
    return np.multiply(low, np.power(high / low, np.random.rand(n)));
  }
  function sampleMomentum(low: number, high: number, n: number, seed: number) {
    np.random.seed(seed);
    const random = np.random.rand(n);
    return np.subtract(1, np.multiply(1 - high, np.power((1 - low) / (1 - high), random)));
  }
  function zoomIn(values: number[], scores: number[], keep: number) {
    // A trial is kept if fewer than `keep` are better, or as good and earlier.
    const kept = values.filter((_, i) => {
      const ahead = scores.filter((score, j) => score > scores[i] || (score === scores[i] && j < i));
      return ahead.length < keep;
    });
    kept.sort((a, b) => a - b);
    return { low: kept[0], high: kept[kept.length - 1] };
  }
  /** The column of row means, as a product. */
  const meanOf = (A: NDArray) => np.dot(A, np.full([A.shape[1], 1], 1 / A.shape[1]));

  function batchNormForward(Z: NDArray, gamma: NDArray, beta: NDArray, epsilon = 1e-8) {
    const mu = meanOf(Z);
    const deviations = np.subtract(Z, mu);
    const variance = meanOf(np.square(deviations));
    const ZNorm = np.multiply(deviations, np.power(np.add(variance, epsilon), -0.5));
    return { ZTilde: np.add(beta, np.multiply(ZNorm, gamma)), cache: { epsilon, gamma, mu, variance, ZNorm } };
  }
  function batchNormBackward(dZTilde: NDArray, { ZNorm, variance, gamma, epsilon }: BatchNormCache) {
    const m = dZTilde.shape[1];
    const dBeta = np.multiply(m, meanOf(dZTilde));
    const dGamma = np.multiply(m, meanOf(np.multiply(dZTilde, ZNorm)));
    // What is left of the gradient when its mean, and its part along ZNorm, are taken out.
    const rest = np.subtract(np.subtract(dZTilde, meanOf(dZTilde)), np.multiply(ZNorm, np.divide(dGamma, m)));
    return { dZ: np.multiply(np.divide(gamma, np.sqrt(np.add(variance, epsilon))), rest), dGamma, dBeta };
  }
  function updateRunning(running: Statistics, batch: Statistics, momentum = 0.9) {
    const weighted = (key: keyof Statistics) =>
      np.dot(np.hstack([running[key], batch[key]]), np.array([[momentum], [1 - momentum]]));
    return { mu: weighted("mu"), variance: weighted("variance") };
  }
  function batchNormInference(Z: NDArray, gamma: NDArray, beta: NDArray, running: Statistics, epsilon = 1e-8) {
    const rootOfVariance = np.power(np.add(running.variance, epsilon), 0.5);
    return np.add(beta, np.divide(np.multiply(gamma, np.subtract(Z, running.mu)), rootOfVariance));
  }
  function softmax(Z: NDArray) {
    // a_j = 1 / Σ e^(z_k - z_j): where a power is Infinity, a_j is 0.
    const [C, m] = Z.shape;
    const differences = np.subtract(Z.reshape(C, 1, m), Z.reshape(1, C, m));
    return np.divide(1, np.sum(np.exp(differences), 0));
  }
  function oneHot(labels: NDArray, C: number) {
    const numbers = np.multiply(np.ones(labels.shape), np.arange(C).reshape(-1, 1));
    return np.where(np.equal(numbers, labels), 1, 0);
  }
  const ofTheRightClass = (A: NDArray, Y: NDArray) => A.atEach(np.argmax(Y, 0), np.arange(A.shape[1]));

  function crossEntropyCost(A: NDArray, Y: NDArray) {
    return np.mean(np.negative(np.log(ofTheRightClass(A, Y))));
  }
  function softmaxBackward(A: NDArray, Y: NDArray) {
    const m = Y.shape[1];
    return np.subtract(np.divide(A, m), np.divide(Y, m));
  }
  function crossEntropyFromLogits(Z: NDArray, Y: NDArray) {
    const highest = np.max(Z, 0, true);
    // The largest power is e^0 = 1; log1p adds it to those of the other classes.
    const isHighest = np.equal(np.arange(Z.shape[0]).reshape(-1, 1), np.argmax(Z, 0));
    const others = np.sum(np.where(isHighest, 0, np.exp(np.subtract(Z, highest))), 0);
    const logOfSum = np.add(np.max(Z, 0), np.log1p(others));
    return np.mean(np.subtract(logOfSum, ofTheRightClass(Z, Y)));
  }
  return {
    title: "the right class alone",
    functions: {
      sampleLogScale,
      sampleMomentum,
      zoomIn,
      batchNormForward,
      batchNormBackward,
      updateRunning,
      batchNormInference,
      softmax,
      oneHot,
      crossEntropyCost,
      softmaxBackward,
      crossEntropyFromLogits,
    },
  };
}
