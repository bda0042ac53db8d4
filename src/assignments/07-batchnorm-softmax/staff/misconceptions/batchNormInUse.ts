import type { Misconception } from "../../../../check/contract";
import type { NDArray } from "../../../../core/NDArray";
import { np } from "../../../../np";
import type { Statistics } from "../../assignment";
import * as solution from "../solution";

type Update = [running: Statistics, batch: Statistics, momentum?: number];

/** Both averages by the same rule. */
function averagesBy(rule: (old: NDArray, now: NDArray, momentum: number) => NDArray) {
  return (...[running, batch, momentum = 0.9]: Update) => ({
    mu: rule(running.mu, batch.mu, momentum),
    variance: rule(running.variance, batch.variance, momentum),
  });
}

type Use = [Z: NDArray, gamma: NDArray, beta: NDArray, running: Statistics, epsilon?: number];

interface Parts {
  statistics: (Z: NDArray, running: Statistics) => Statistics;
  divisor: (variance: NDArray, epsilon: number) => NDArray;
  scaled: (ZNorm: NDArray, gamma: NDArray, beta: NDArray) => NDArray;
}

const right: Parts = {
  statistics: (_, running) => running,
  divisor: (variance, epsilon) => np.sqrt(np.add(variance, epsilon)),
  scaled: (ZNorm, gamma, beta) => np.add(np.multiply(gamma, ZNorm), beta),
};

/** Batch normalization in use with another rule for one of its parts. */
function inferenceWith(part: Partial<Parts>) {
  const parts = { ...right, ...part };
  return (...[Z, gamma, beta, running, epsilon = 1e-8]: Use) => {
    const { mu, variance } = parts.statistics(Z, running);
    return parts.scaled(np.divide(np.subtract(Z, mu), parts.divisor(variance, epsilon)), gamma, beta);
  };
}

/** updateRunning and batchNormInference. */
export const batchNormInUse: Misconception[] = [
  {
    id: "bn-running-swapped",
    function: "updateRunning",
    message:
      "momentum and 1 - momentum are swapped, so the average forgets nearly everything in one step. The old average counts " +
      "with momentum.",
    implementation: (...[running, batch, momentum = 0.9]: Update) =>
      solution.updateRunning(running, batch, 1 - momentum),
  },
  {
    id: "bn-running-last",
    function: "updateRunning",
    message:
      "Only the last mini-batch counts. Keep momentum times the old average, and add 1 - momentum of the new value.",
    implementation: averagesBy((_, now) => now.copy()),
  },
  {
    id: "bn-running-plain-sum",
    function: "updateRunning",
    message: "The new value is added whole, so the averages grow too large. It counts with 1 - momentum.",
    implementation: averagesBy((old, now, momentum) => np.add(np.multiply(momentum, old), now)),
  },
  {
    id: "bn-running-std",
    function: "updateRunning",
    message: "Standard deviations are averaged, and squared after that. Average the variances themselves.",
    implementation: (...[running, batch, momentum = 0.9]: Update) => {
      const { mu, variance } = solution.updateRunning(
        { mu: running.mu, variance: np.sqrt(running.variance) },
        { mu: batch.mu, variance: np.sqrt(batch.variance) },
        momentum,
      );
      return { mu, variance: np.square(variance) };
    },
  },
  {
    id: "bn-running-fixed",
    function: "updateRunning",
    message: "The momentum is fixed at 0.9. Use the argument.",
    implementation: (...[running, batch]: Update) => solution.updateRunning(running, batch, 0.9),
  },
  {
    id: "bn-test-own-statistics",
    function: "batchNormInference",
    message:
      "It normalizes with the statistics of the examples at hand, so the answer for one of them depends on its neighbours, " +
      "and one alone becomes β. Use the running averages.",
    implementation: inferenceWith({
      statistics: (Z) => ({ mu: np.mean(Z, 1, true), variance: np.var(Z, 1, true) }),
    }),
  },
  {
    id: "bn-test-by-variance",
    function: "batchNormInference",
    message: "It is divided by the variance, not by its root: √(σ² + ε).",
    implementation: inferenceWith({ divisor: (variance, epsilon) => np.add(variance, epsilon) }),
  },
  {
    id: "bn-test-epsilon-outside",
    function: "batchNormInference",
    message: "ε is added to the root. It belongs under it, as in training.",
    implementation: inferenceWith({ divisor: (variance, epsilon) => np.add(np.sqrt(variance), epsilon) }),
  },
  {
    id: "bn-test-no-epsilon",
    function: "batchNormInference",
    message: "ε is missing: √(σ² + ε), as in training.",
    implementation: inferenceWith({ divisor: (variance) => np.sqrt(variance) }),
  },
  {
    id: "bn-test-no-scale",
    function: "batchNormInference",
    message: "γ and β are left out. They are parameters like W, and belong to the network in use as well.",
    implementation: inferenceWith({ scaled: (ZNorm) => ZNorm }),
  },
  {
    id: "bn-test-precedence",
    function: "batchNormInference",
    message: "γ multiplies β too. It is γ * ZNorm + β, not γ * (ZNorm + β).",
    implementation: inferenceWith({ scaled: (ZNorm, gamma, beta) => np.multiply(gamma, np.add(ZNorm, beta)) }),
  },
];
