import type { Alternative } from "../../../../check/contract";
import type { NDArray } from "../../../../core/NDArray";
import { np } from "../../../../np";
import type { BatchNormCache, Statistics } from "../../assignment";

/**
 * Batch normalization with the variance as E[Z²] - μ² and its way back as three paths, as in the article that introduced
 * it; softmax through its logarithm; chained methods.
 */
export function pathByPath(): Alternative {
  const columnSum = (A: NDArray) => A.sum(0, true);
  const rowSum = (A: NDArray) => A.sum(1, true);

  function sampleLogScale(low: number, high: number, n: number, seed: number) {
    np.random.seed(seed);
    return np.exp(np.random.uniform(Math.log(low), Math.log(high), [n]));
  }
  function sampleMomentum(low: number, high: number, n: number, seed: number) {
    return sampleLogScale(1 - high, 1 - low, n, seed)
      .negative()
      .add(1);
  }
  function zoomIn(values: number[], scores: number[], keep: number) {
    const pairs = values.map((value, i) => ({ value, score: scores[i] }));
    const best = np.array(
      pairs
        .sort((a, b) => b.score - a.score)
        .slice(0, keep)
        .map(({ value }) => value),
    );
    return { low: np.min(best), high: np.max(best) };
  }
  function batchNormForward(Z: NDArray, gamma: NDArray, beta: NDArray, epsilon = 1e-8) {
    const mu = Z.mean(1, true);
    const variance = Z.square().mean(1, true).subtract(mu.square());
    const ZNorm = Z.subtract(mu).divide(variance.add(epsilon).sqrt());
    return { ZTilde: ZNorm.multiply(gamma).add(beta), cache: { ZNorm, mu, variance, gamma, epsilon } };
  }
  function batchNormBackward(dZTilde: NDArray, { ZNorm, variance, gamma, epsilon }: BatchNormCache) {
    const m = dZTilde.shape[1];
    const deviation = variance.add(epsilon).sqrt();
    const centred = ZNorm.multiply(deviation);
    const dZNorm = dZTilde.multiply(gamma);
    const dVariance = rowSum(dZNorm.multiply(centred)).multiply(-0.5).divide(deviation.power(3));
    const dMu = rowSum(dZNorm)
      .divide(deviation)
      .negative()
      .subtract(dVariance.multiply(rowSum(centred)).multiply(2 / m));
    const dZ = dZNorm
      .divide(deviation)
      .add(dVariance.multiply(centred).multiply(2 / m))
      .add(dMu.divide(m));
    return { dZ, dGamma: rowSum(dZTilde.multiply(ZNorm)), dBeta: rowSum(dZTilde) };
  }
  function updateRunning(running: Statistics, batch: Statistics, momentum = 0.9) {
    const change = (old: NDArray, now: NDArray) => old.add(now.subtract(old).multiply(1 - momentum));
    return { mu: change(running.mu, batch.mu), variance: change(running.variance, batch.variance) };
  }
  function batchNormInference(Z: NDArray, gamma: NDArray, beta: NDArray, running: Statistics, epsilon = 1e-8) {
    // One scale and one shift, as a network is often stored for use.
    const scale = gamma.divide(running.variance.add(epsilon).sqrt());
    return Z.multiply(scale).add(beta.subtract(running.mu.multiply(scale)));
  }
  function logSoftmax(Z: NDArray) {
    const shifted = Z.subtract(Z.max(0, true));
    return shifted.subtract(columnSum(shifted.exp()).log());
  }
  function softmax(Z: NDArray) {
    return logSoftmax(Z).exp();
  }
  function oneHot(labels: NDArray, C: number) {
    return np.take(np.eye(C), labels.reshape(-1), 1);
  }
  function crossEntropyCost(A: NDArray, Y: NDArray) {
    return np.sum(np.where(Y, A.log().negative(), 0)) / A.shape[1];
  }
  function softmaxBackward(A: NDArray, Y: NDArray) {
    return A.subtract(Y).multiply(1 / A.shape[1]);
  }
  function crossEntropyFromLogits(Z: NDArray, Y: NDArray) {
    return -np.mean(columnSum(logSoftmax(Z).multiply(Y)));
  }
  return {
    title: "path by path",
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
