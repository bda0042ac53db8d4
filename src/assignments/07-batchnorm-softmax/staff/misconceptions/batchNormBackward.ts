import type { Misconception } from "../../../../check/contract";
import type { NDArray } from "../../../../core/NDArray";
import { np } from "../../../../np";
import type { BatchNormCache } from "../../assignment";
import * as solution from "../solution";

interface Sums {
  dZTilde: NDArray;
  dGamma: NDArray;
  dBeta: NDArray;
  m: number;
}

interface Parts {
  /** The factor in front: without γ and 1/m it is 1 / √(σ² + ε). */
  factor: (cache: BatchNormCache, m: number) => NDArray;
  bracket: (sums: Sums, ZNorm: NDArray) => NDArray;
}

const root = ({ variance, epsilon }: BatchNormCache) => np.sqrt(np.add(variance, epsilon));

const right: Parts = {
  factor: (cache, m) => np.divide(cache.gamma, np.multiply(m, root(cache))),
  bracket: ({ dZTilde, dGamma, dBeta, m }, ZNorm) =>
    np.subtract(np.subtract(np.multiply(m, dZTilde), dBeta), np.multiply(ZNorm, dGamma)),
};

/** The pass backward with another rule for a part of dZ; dGamma and dBeta are right. */
function backwardWith(part: Partial<Parts>) {
  const parts = { ...right, ...part };
  return (dZTilde: NDArray, cache: BatchNormCache) => {
    const { dGamma, dBeta } = solution.batchNormBackward(dZTilde, cache);
    const m = dZTilde.shape[1];
    const dZ = np.multiply(parts.factor(cache, m), parts.bracket({ dZTilde, dGamma, dBeta, m }, cache.ZNorm));
    return { dZ, dGamma, dBeta };
  };
}

/** The pass backward with another rule for what becomes of dGamma and dBeta; dZ is right. */
function sumsWith(rule: (dZTilde: NDArray, cache: BatchNormCache) => { dGamma?: NDArray; dBeta?: NDArray }) {
  return (dZTilde: NDArray, cache: BatchNormCache) => ({
    ...solution.batchNormBackward(dZTilde, cache),
    ...rule(dZTilde, cache),
  });
}

export const batchNormBackward: Misconception[] = [
  {
    id: "bn-back-constants",
    function: "batchNormBackward",
    message:
      "μ and σ² are taken for constants. They depend on every example, so each z moves all of them: subtract dBeta and " +
      "ZNorm * dGamma.",
    implementation: backwardWith({ bracket: ({ dZTilde, m }) => np.multiply(m, dZTilde) }),
  },
  {
    id: "bn-back-no-variance",
    function: "batchNormBackward",
    message: "The way through the variance is missing: - ZNorm * dGamma.",
    implementation: backwardWith({ bracket: ({ dZTilde, dBeta, m }) => np.subtract(np.multiply(m, dZTilde), dBeta) }),
  },
  {
    id: "bn-back-no-mean",
    function: "batchNormBackward",
    message: "The way through the mean is missing: - dBeta.",
    implementation: backwardWith({
      bracket: ({ dZTilde, dGamma, m }, ZNorm) => np.subtract(np.multiply(m, dZTilde), np.multiply(ZNorm, dGamma)),
    }),
  },
  {
    id: "bn-back-no-gamma",
    function: "batchNormBackward",
    message: "γ is missing in dZ: ZTilde is γ * ZNorm + β, so what comes back through it is multiplied by γ.",
    implementation: backwardWith({ factor: (cache, m) => np.divide(1, np.multiply(m, root(cache))) }),
  },
  {
    id: "bn-back-no-epsilon",
    function: "batchNormBackward",
    message: "ε is missing: ZNorm was divided by √(σ² + ε), and so is what comes back through it.",
    implementation: backwardWith({
      factor: ({ gamma, variance }, m) => np.divide(gamma, np.multiply(m, np.sqrt(variance))),
    }),
  },
  {
    id: "bn-back-averages",
    function: "batchNormBackward",
    message:
      "dGamma and dBeta are averaged once more. dZTilde is the gradient of the cost and has the 1/m already: they are sums.",
    implementation: sumsWith((dZTilde, { ZNorm }) => ({
      dGamma: np.mean(np.multiply(dZTilde, ZNorm), 1, true),
      dBeta: np.mean(dZTilde, 1, true),
    })),
  },
  {
    id: "bn-back-gamma-from-z",
    function: "batchNormBackward",
    message: "dGamma is made with Z. γ multiplies ZNorm, so dGamma = Σ dZTilde * ZNorm.",
    implementation: sumsWith((dZTilde, cache) => {
      const Z = np.add(cache.mu, np.multiply(cache.ZNorm, root(cache)));
      return { dGamma: np.sum(np.multiply(dZTilde, Z), 1, true) };
    }),
  },
  {
    id: "bn-back-sum-not-mean",
    function: "batchNormBackward",
    message: "The two sums are not divided by m: dZ = γ / (m √(σ² + ε)) * (m dZTilde - dBeta - ZNorm * dGamma).",
    implementation: backwardWith({
      factor: ({ gamma, ...cache }) => np.divide(gamma, root({ gamma, ...cache })),
      bracket: ({ dZTilde, dGamma, dBeta }, ZNorm) =>
        np.subtract(np.subtract(dZTilde, dBeta), np.multiply(ZNorm, dGamma)),
    }),
  },
  {
    id: "bn-back-one-number",
    function: "batchNormBackward",
    message:
      "dGamma and dBeta are the same for all units: np.sum without an axis adds up everything. Sum over the examples: " +
      "np.sum(…, 1, true).",
    implementation: sumsWith((dZTilde, { ZNorm, gamma }) => ({
      dGamma: np.full(gamma.shape, np.sum(np.multiply(dZTilde, ZNorm))),
      dBeta: np.full(gamma.shape, np.sum(dZTilde)),
    })),
  },
  {
    id: "bn-back-number-without-axis",
    function: "batchNormBackward",
    message:
      "dGamma and dBeta are numbers: np.sum without an axis adds up the units too. Sum over the examples: " +
      "np.sum(…, 1, true) gives a column.",
    implementation: (dZTilde: NDArray, cache: BatchNormCache) => {
      const m = dZTilde.shape[1];
      const dBeta = np.sum(dZTilde);
      const dGamma = np.sum(np.multiply(dZTilde, cache.ZNorm));
      const bracket = np.subtract(np.subtract(np.multiply(m, dZTilde), dBeta), np.multiply(cache.ZNorm, dGamma));
      return { dZ: np.multiply(right.factor(cache, m), bracket), dGamma, dBeta };
    },
  },
];
