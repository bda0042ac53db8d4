import type { Misconception } from "../../../../check/contract";
import type { NDArray } from "../../../../core/NDArray";
import { np } from "../../../../np";

/** Wrong variants of computeCost. */
export const costMistakes: Misconception[] = [
  {
    id: "shallow-cost-half",
    function: "computeCost",
    message: "The cost counts only the examples labelled 1. Those labelled 0 add (1 - Y) log(1 - A2).",
    implementation: (A2: NDArray, Y: NDArray) => -np.mean(np.multiply(Y, np.log(A2))),
  },
  {
    id: "shallow-cost-half-not-averaged",
    function: "computeCost",
    message:
      "The cost counts only the examples labelled 1, and it is not divided by m. Add (1 - Y) log(1 - A2), then average.",
    implementation: (A2: NDArray, Y: NDArray) => -np.sum(np.multiply(Y, np.log(A2))),
  },
  {
    id: "shallow-cost-not-averaged",
    function: "computeCost",
    message: "The cost is not divided by m: it is the average of the losses of the m examples.",
    implementation: (A2: NDArray, Y: NDArray) => crossEntropy(A2, Y) * Y.shape[1],
  },
  {
    id: "shallow-cost-labels",
    function: "computeCost",
    message:
      "The cost is divided by the number of labels, as np.mean does. With several outputs that is more than m, the number of examples: Y.shape[1].",
    implementation: (A2: NDArray, Y: NDArray) => -np.mean(logLikelihood(A2, Y)),
  },
  {
    id: "shallow-cost-product",
    function: "computeCost",
    message:
      "A matrix product pairs the labels of each output with the probabilities of all of them. Multiply element by element, np.multiply, then sum.",
    implementation: (A2: NDArray, Y: NDArray) =>
      -(np.sum(np.dot(Y, np.log(A2).T)) + np.sum(np.dot(np.subtract(1, Y), np.log(np.subtract(1, A2)).T))) / Y.shape[1],
  },
  {
    id: "shallow-cost-sign",
    function: "computeCost",
    message: "The cost has the wrong sign: log of a probability is negative, so the sum needs a minus in front.",
    implementation: (A2: NDArray, Y: NDArray) => -crossEntropy(A2, Y),
  },
  {
    id: "shallow-cost-matrix",
    function: "computeCost",
    message:
      "The cost is an array of shape (1, 1), as a product of a row and a column gives it. Take its one number: np.sum(…), or .item().",
    implementation: (A2: NDArray, Y: NDArray) => np.array([[crossEntropy(A2, Y)]]),
  },
  {
    id: "shallow-cost-losses",
    function: "computeCost",
    message: "Those are the losses of the single examples. The cost is their average, one number.",
    implementation: (A2: NDArray, Y: NDArray) => np.negative(logLikelihood(A2, Y)),
  },
  {
    id: "shallow-cost-swapped",
    function: "computeCost",
    message: "The labels are swapped: log A2 goes with Y, and log(1 - A2) with 1 - Y.",
    implementation: (A2: NDArray, Y: NDArray) => crossEntropy(A2, np.subtract(1, Y)),
  },
  {
    id: "shallow-cost-squared-error",
    function: "computeCost",
    message: "The cost is the squared error. For probabilities use the cross-entropy: -1/m Σ (Y log A2 + …).",
    implementation: (A2: NDArray, Y: NDArray) => np.mean(np.square(np.subtract(A2, Y))),
  },
  {
    id: "shallow-cost-half-squared-error",
    function: "computeCost",
    message: "The cost is half the squared error. For probabilities use the cross-entropy: -1/m Σ (Y log A2 + …).",
    implementation: (A2: NDArray, Y: NDArray) => np.mean(np.square(np.subtract(A2, Y))) / 2,
  },
  {
    id: "shallow-cost-log10",
    function: "computeCost",
    message: "The cost uses log10. Cross-entropy is defined here with the natural logarithm, np.log.",
    implementation: (A2: NDArray, Y: NDArray) => crossEntropy(A2, Y) / Math.LN10,
  },
  {
    id: "shallow-cost-log2",
    function: "computeCost",
    message: "The cost uses log2. Cross-entropy is defined here with the natural logarithm, np.log.",
    implementation: (A2: NDArray, Y: NDArray) => crossEntropy(A2, Y) / Math.LN2,
  },
];

function logLikelihood(A: NDArray, Y: NDArray): NDArray {
  return np.add(np.multiply(Y, np.log(A)), np.multiply(np.subtract(1, Y), np.log(np.subtract(1, A))));
}

function crossEntropy(A: NDArray, Y: NDArray): number {
  return -np.sum(logLikelihood(A, Y)) / Y.shape[1];
}
