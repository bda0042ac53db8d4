import type { Misconception } from "../../../../check/contract";
import type { NDArray } from "../../../../core/NDArray";
import { np } from "../../../../np";
import * as solution from "../solution";

/** crossEntropyCost and softmaxBackward. */
export const crossEntropy: Misconception[] = [
  {
    id: "xent-mean-of-all",
    function: "crossEntropyCost",
    message: "That is the mean of all C · m numbers, C times too small. The cost is an average over the m examples.",
    implementation: (A: NDArray, Y: NDArray) => solution.crossEntropyCost(A, Y) / Y.shape[0],
  },
  {
    id: "xent-not-averaged",
    function: "crossEntropyCost",
    message: "That is the sum over the examples. Divide it by m.",
    implementation: (A: NDArray, Y: NDArray) => solution.crossEntropyCost(A, Y) * Y.shape[1],
  },
  {
    id: "xent-binary",
    function: "crossEntropyCost",
    message:
      "(1 - y) log(1 - a) is added, as for separate sigmoids. Here the probabilities add up to 1, and the one of the right " +
      "class says it all.",
    implementation: (A: NDArray, Y: NDArray) => {
      const losses = np.where(Y, np.log(A), np.log(np.subtract(1, A)));
      return -np.sum(losses) / Y.shape[1];
    },
  },
  {
    id: "xent-sign",
    function: "crossEntropyCost",
    message: "The minus is missing: logarithms of probabilities are negative, and a cost is positive.",
    implementation: (A: NDArray, Y: NDArray) => -solution.crossEntropyCost(A, Y),
  },
  {
    id: "xent-zero-log-zero",
    function: "crossEntropyCost",
    message:
      "log 0 is -Infinity, and 0 * -Infinity is NaN. Count only the probability of the right class: sum Y * A down the " +
      "columns first, then take the logarithm.",
    implementation: (A: NDArray, Y: NDArray) => -np.sum(np.multiply(Y, np.log(A))) / Y.shape[1],
  },
  {
    id: "xent-squared",
    function: "crossEntropyCost",
    message: "These are squared errors. Cross-entropy is -log of the probability of the right class.",
    implementation: (A: NDArray, Y: NDArray) => np.sum(np.square(np.subtract(A, Y))) / Y.shape[1],
  },
  {
    id: "softmax-back-sum",
    function: "softmaxBackward",
    message:
      "1/m is missing. Here dZ is the gradient of the cost, which is a mean: divide by the number of examples, A.shape[1].",
    implementation: (A: NDArray, Y: NDArray) => np.subtract(A, Y),
  },
  {
    id: "softmax-back-sign",
    function: "softmaxBackward",
    message: "Y - A points downhill, and the gradient points uphill: A - Y.",
    implementation: (A: NDArray, Y: NDArray) => np.negative(solution.softmaxBackward(A, Y)),
  },
  {
    id: "softmax-back-slope",
    function: "softmaxBackward",
    message:
      "It is multiplied by a (1 - a), the slope of a sigmoid. With softmax and cross-entropy that cancels: what is left is " +
      "A - Y, divided by m.",
    implementation: (A: NDArray, Y: NDArray) =>
      np.multiply(solution.softmaxBackward(A, Y), np.multiply(A, np.subtract(1, A))),
  },
  {
    id: "softmax-back-by-a",
    function: "softmaxBackward",
    message: "-Y / A (over m) is the gradient by A. One more step leads back through softmax, to A - Y.",
    implementation: (A: NDArray, Y: NDArray) => np.divide(np.negative(np.divide(Y, A)), Y.shape[1]),
  },
];
