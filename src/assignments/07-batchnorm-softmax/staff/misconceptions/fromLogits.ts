import type { Misconception } from "../../../../check/contract";
import type { NDArray } from "../../../../core/NDArray";
import { np } from "../../../../np";
import * as solution from "../solution";

/** log Σ e^z of every column, with what is subtracted before and what is added after. */
function logOfSum(Z: NDArray, before: NDArray | number, after: NDArray | number): NDArray {
  return np.add(after, np.log(np.sum(np.exp(np.subtract(Z, before)), 0, true)));
}

/** The cost with such a log Σ e^z. */
function costWith(logOfSumOf: (Z: NDArray) => NDArray) {
  return (Z: NDArray, Y: NDArray) => np.mean(np.sum(np.where(Y, np.subtract(logOfSumOf(Z), Z), 0), 0));
}

export const fromLogits: Misconception[] = [
  {
    id: "xent-logits-overflow",
    function: "crossEntropyFromLogits",
    message:
      "It is the logarithm of a softmax, and where that has become 0 the cost is Infinity. Do not go through softmax: " +
      "-log a = log Σ e^z - z.",
    implementation: (Z: NDArray, Y: NDArray) => solution.crossEntropyCost(solution.softmax(Z), Y),
  },
  {
    id: "xent-logits-no-max",
    function: "crossEntropyFromLogits",
    message:
      "log Σ e^z overflows: e^1000 is Infinity, and e^-1000 is 0. Subtract the column's maximum from z, and add it again " +
      "after the logarithm.",
    implementation: costWith((Z) => logOfSum(Z, 0, 0)),
  },
  {
    id: "xent-logits-global-max",
    function: "crossEntropyFromLogits",
    message:
      "The largest number of the whole matrix is subtracted. In a column far below it every power is 0, and log 0 is " +
      "-Infinity: each column needs its own maximum.",
    implementation: costWith((Z) => logOfSum(Z, np.max(Z), np.max(Z))),
  },
  {
    id: "xent-logits-max-lost",
    function: "crossEntropyFromLogits",
    message: "The maximum that was subtracted is not added again: log Σ e^z = M + log Σ e^(z - M).",
    implementation: costWith((Z) => logOfSum(Z, np.max(Z, 0, true), 0)),
  },
  {
    id: "xent-logits-softmax-first",
    function: "crossEntropyFromLogits",
    message: "Softmax has been applied twice. Z are logits: the step through softmax is in this cost already.",
    implementation: (Z: NDArray, Y: NDArray) => solution.crossEntropyFromLogits(solution.softmax(Z), Y),
  },
  {
    id: "xent-logits-clipped",
    function: "crossEntropyFromLogits",
    message:
      "The probability is clipped at 1e-12, so no loss is larger than 27.6, and an example that is hopelessly wrong has no " +
      "gradient any more. log Σ e^z - z needs no clipping.",
    implementation: (Z: NDArray, Y: NDArray) => solution.crossEntropyCost(np.maximum(solution.softmax(Z), 1e-12), Y),
  },
  {
    id: "xent-logits-summed",
    function: "crossEntropyFromLogits",
    message: "That is the sum over the examples. The cost is their mean: divide by m.",
    implementation: (Z: NDArray, Y: NDArray) => solution.crossEntropyFromLogits(Z, Y) * Y.shape[1],
  },
];
