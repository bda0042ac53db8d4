import type { Alternative } from "../../../../check/contract";
import type { NDArray } from "../../../../core/NDArray";
import { np } from "../../../../np";
import type { BatchNormCache, Statistics } from "../../assignment";

/** Number by number, with `at` and `set`. */
export function explicitLoops(): Alternative {
  /** A matrix from its entries. */
  function matrix(rows: number, columns: number, entry: (i: number, j: number) => number): NDArray {
    const result = np.zeros([rows, columns]);
    for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) result.set(i, j, entry(i, j));
    return result;
  }
  function sum(count: number, term: (k: number) => number): number {
    let total = 0;
    for (let k = 0; k < count; k++) total += term(k);
    return total;
  }
  function sampleLogScale(low: number, high: number, n: number, seed: number) {
    np.random.seed(seed);
    const numbers = np.random.rand(n);
    for (let k = 0; k < n; k++) numbers.set(k, low * (high / low) ** numbers.at(k));
    return numbers;
  }
  function sampleMomentum(low: number, high: number, n: number, seed: number) {
    const distances = sampleLogScale(1 - high, 1 - low, n, seed);
    for (let k = 0; k < n; k++) distances.set(k, 1 - distances.at(k));
    return distances;
  }
  function zoomIn(values: number[], scores: number[], keep: number) {
    const left = [...values.keys()];
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let k = 0; k < keep; k++) {
      let best = 0;
      for (let i = 1; i < left.length; i++) if (scores[left[i]] > scores[left[best]]) best = i;
      const [found] = left.splice(best, 1);
      low = Math.min(low, values[found]);
      high = Math.max(high, values[found]);
    }
    return { low, high };
  }
  function batchNormForward(Z: NDArray, gamma: NDArray, beta: NDArray, epsilon = 1e-8) {
    const [n, m] = Z.shape;
    const mu = matrix(n, 1, (i) => sum(m, (j) => Z.at(i, j)) / m);
    const variance = matrix(n, 1, (i) => sum(m, (j) => (Z.at(i, j) - mu.at(i, 0)) ** 2) / m);
    const ZNorm = matrix(n, m, (i, j) => (Z.at(i, j) - mu.at(i, 0)) / Math.sqrt(variance.at(i, 0) + epsilon));
    const ZTilde = matrix(n, m, (i, j) => gamma.at(i, 0) * ZNorm.at(i, j) + beta.at(i, 0));
    return { ZTilde, cache: { ZNorm, mu, variance, gamma, epsilon } };
  }
  function batchNormBackward(dZTilde: NDArray, { ZNorm, variance, gamma, epsilon }: BatchNormCache) {
    const [n, m] = dZTilde.shape;
    const dBeta = matrix(n, 1, (i) => sum(m, (j) => dZTilde.at(i, j)));
    const dGamma = matrix(n, 1, (i) => sum(m, (j) => dZTilde.at(i, j) * ZNorm.at(i, j)));
    const dZ = matrix(n, m, (i, j) => {
      const direct = dZTilde.at(i, j) - dBeta.at(i, 0) / m - (ZNorm.at(i, j) * dGamma.at(i, 0)) / m;
      return (gamma.at(i, 0) * direct) / Math.sqrt(variance.at(i, 0) + epsilon);
    });
    return { dZ, dGamma, dBeta };
  }
  function updateRunning(running: Statistics, batch: Statistics, momentum = 0.9) {
    const average = (old: NDArray, now: NDArray) =>
      matrix(old.shape[0], 1, (i) => now.at(i, 0) + momentum * (old.at(i, 0) - now.at(i, 0)));
    return { mu: average(running.mu, batch.mu), variance: average(running.variance, batch.variance) };
  }
  function batchNormInference(Z: NDArray, gamma: NDArray, beta: NDArray, running: Statistics, epsilon = 1e-8) {
    const [n, m] = Z.shape;
    return matrix(n, m, (i, j) => {
      const centred = Z.at(i, j) - running.mu.at(i, 0);
      return (gamma.at(i, 0) * centred) / Math.sqrt(running.variance.at(i, 0) + epsilon) + beta.at(i, 0);
    });
  }
  function softmax(Z: NDArray) {
    const [C, m] = Z.shape;
    const A = np.zeros([C, m]);
    for (let j = 0; j < m; j++) {
      let highest = Z.at(0, j);
      for (let k = 1; k < C; k++) highest = Math.max(highest, Z.at(k, j));
      const total = sum(C, (k) => Math.exp(Z.at(k, j) - highest));
      for (let k = 0; k < C; k++) A.set(k, j, Math.exp(Z.at(k, j) - highest) / total);
    }
    return A;
  }
  function oneHot(labels: NDArray, C: number) {
    return matrix(C, labels.size, (k, j) => (labels.at(0, j) === k ? 1 : 0));
  }
  function crossEntropyCost(A: NDArray, Y: NDArray) {
    const [C, m] = Y.shape;
    const loss = (j: number) => sum(C, (k) => (Y.at(k, j) === 0 ? 0 : -Y.at(k, j) * Math.log(A.at(k, j))));
    return sum(m, loss) / m;
  }
  function softmaxBackward(A: NDArray, Y: NDArray) {
    const [C, m] = A.shape;
    return matrix(C, m, (k, j) => (A.at(k, j) - Y.at(k, j)) / m);
  }
  function crossEntropyFromLogits(Z: NDArray, Y: NDArray) {
    const [C, m] = Z.shape;
    let cost = 0;
    for (let j = 0; j < m; j++) {
      let right = 0;
      for (let k = 0; k < C; k++) if (Y.at(k, j) === 1) right = k;
      // Relative to the right class, so that its own logit is 0.
      let ahead = 0;
      for (let k = 0; k < C; k++) ahead = Math.max(ahead, Z.at(k, j) - Z.at(right, j));
      cost += ahead + Math.log(sum(C, (k) => Math.exp(Z.at(k, j) - Z.at(right, j) - ahead)));
    }
    return cost / m;
  }
  return {
    title: "explicit loops",
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
