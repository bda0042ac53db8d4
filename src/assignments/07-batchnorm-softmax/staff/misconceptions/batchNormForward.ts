import type { Misconception } from "../../../../check/contract";
import type { NDArray } from "../../../../core/NDArray";
import { np } from "../../../../np";
import * as solution from "../solution";

interface Parts {
  mu: (Z: NDArray) => NDArray;
  variance: (Z: NDArray) => NDArray;
  centred: (Z: NDArray, mu: NDArray) => NDArray;
  /** What the centred numbers are divided by. */
  divisor: (variance: NDArray, epsilon: number) => NDArray;
  scaled: (ZNorm: NDArray, gamma: NDArray, beta: NDArray) => NDArray;
}

const right: Parts = {
  mu: (Z) => np.mean(Z, 1, true),
  variance: (Z) => np.var(Z, 1, true),
  centred: (Z, mu) => np.subtract(Z, mu),
  divisor: (variance, epsilon) => np.sqrt(np.add(variance, epsilon)),
  scaled: (ZNorm, gamma, beta) => np.add(np.multiply(gamma, ZNorm), beta),
};

/** The pass forward with another rule for one of its parts. */
function forwardWith(part: Partial<Parts>) {
  const parts = { ...right, ...part };
  return (Z: NDArray, gamma: NDArray, beta: NDArray, epsilon = 1e-8) => {
    const [mu, variance] = [parts.mu(Z), parts.variance(Z)];
    const ZNorm = np.divide(parts.centred(Z, mu), parts.divisor(variance, epsilon));
    return { ZTilde: parts.scaled(ZNorm, gamma, beta), cache: { ZNorm, mu, variance, gamma, epsilon } };
  };
}

/** The same number for every unit. */
const forAll = (Z: NDArray, value: number) => np.full([Z.shape[0], 1], value);

export const batchNormForward: Misconception[] = [
  {
    id: "bn-by-variance",
    function: "batchNormForward",
    message: "It is divided by the variance, not by its root: √(σ² + ε).",
    implementation: forwardWith({ divisor: (variance, epsilon) => np.add(variance, epsilon) }),
  },
  {
    id: "bn-epsilon-outside",
    function: "batchNormForward",
    message: "ε is added to the root. It belongs under it: np.sqrt(np.add(variance, epsilon)).",
    implementation: forwardWith({ divisor: (variance, epsilon) => np.add(np.sqrt(variance), epsilon) }),
  },
  {
    id: "bn-no-epsilon",
    function: "batchNormForward",
    message:
      "ε is missing. Without it, a unit that gives the same for every example is divided by 0: √(σ² + ε), with ε under " +
      "the root.",
    implementation: forwardWith({ divisor: (variance) => np.sqrt(variance) }),
  },
  {
    id: "bn-one-mean-for-all",
    function: "batchNormForward",
    message:
      "There is one mean and one variance for the whole layer. Each unit has its own, over the examples: " +
      "np.mean(Z, 1, true).",
    implementation: forwardWith({ mu: (Z) => forAll(Z, np.mean(Z)), variance: (Z) => forAll(Z, np.var(Z)) }),
  },
  {
    id: "bn-unbiased-variance",
    function: "batchNormForward",
    message: "The variance is divided by m - 1. In batch normalization it is 1/m Σ (Z - μ)², which np.var gives.",
    implementation: forwardWith({
      variance: (Z) => np.divide(np.sum(np.square(np.subtract(Z, np.mean(Z, 1, true))), 1, true), Z.shape[1] - 1),
    }),
  },
  {
    id: "bn-gamma-beta-swapped",
    function: "batchNormForward",
    message: "γ and β have changed places: γ multiplies, β is added.",
    implementation: forwardWith({ scaled: (ZNorm, gamma, beta) => right.scaled(ZNorm, beta, gamma) }),
  },
  {
    id: "bn-no-scale",
    function: "batchNormForward",
    message: "γ and β are not used: ZTilde is γ * ZNorm + β, so that the network can choose another mean and variance.",
    implementation: forwardWith({ scaled: (ZNorm) => ZNorm.copy() }),
  },
  {
    id: "bn-not-centred",
    function: "batchNormForward",
    message: "The mean is not subtracted: ZNorm = (Z - μ) / √(σ² + ε).",
    implementation: forwardWith({ centred: (Z) => Z }),
  },
  {
    id: "bn-second-moment",
    function: "batchNormForward",
    message: "The mean of Z² is not the variance yet: take μ² off, or use np.var.",
    implementation: forwardWith({ variance: (Z) => np.mean(np.square(Z), 1, true) }),
  },
  {
    id: "bn-std-in-cache",
    function: "batchNormForward",
    message: "ZTilde is right, but the cache holds the standard deviation under the name variance. Keep σ² itself.",
    implementation: (Z: NDArray, gamma: NDArray, beta: NDArray, epsilon = 1e-8) => {
      const { ZTilde, cache } = solution.batchNormForward(Z, gamma, beta, epsilon);
      return { ZTilde, cache: { ...cache, variance: np.sqrt(cache.variance) } };
    },
  },
];
