import type { Misconception } from "../../../../check/contract";
import type { NDArray } from "../../../../core/NDArray";
import { np } from "../../../../np";
import * as solution from "../solution";

/** computeCost with something done to its result. */
function costThen(change: (cost: number, m: number) => unknown) {
  return (AL: NDArray, Y: NDArray) => change(solution.computeCost(AL, Y), Y.shape[1]);
}

const positives = (AL: NDArray, Y: NDArray) => np.multiply(Y, np.log(AL));

const negatives = (AL: NDArray, Y: NDArray) => np.multiply(np.subtract(1, Y), np.log(np.subtract(1, AL)));

export const cost: Misconception[] = [
  {
    id: "deep-cost-not-averaged",
    function: "computeCost",
    message: "The cost is not divided by m, the number of columns of Y: it is the average loss of an example.",
    implementation: costThen((cost, m) => cost * m),
  },
  {
    id: "deep-cost-sign",
    function: "computeCost",
    message: "The cost has the wrong sign: log of a probability is negative, so the sum needs a minus in front.",
    implementation: costThen((cost) => -cost),
  },
  {
    id: "deep-cost-half",
    function: "computeCost",
    message: "The cost counts only the examples labelled 1. Those labelled 0 add (1 - Y) log(1 - AL).",
    implementation: (AL: NDArray, Y: NDArray) => -np.sum(positives(AL, Y)) / Y.shape[1],
  },
  {
    id: "deep-cost-swapped",
    function: "computeCost",
    message: "The labels are swapped: log AL goes with Y, and log(1 - AL) with 1 - Y.",
    implementation: (AL: NDArray, Y: NDArray) => solution.computeCost(AL, np.subtract(1, Y)),
  },
  {
    id: "deep-cost-squared-error",
    function: "computeCost",
    message: "That is the squared error. The cost here is the cross-entropy: -1/m Σ (Y log AL + …).",
    implementation: (AL: NDArray, Y: NDArray) => np.mean(np.square(np.subtract(AL, Y))),
  },
  {
    id: "deep-cost-log2",
    function: "computeCost",
    message: "The cost uses log2. Cross-entropy is defined here with the natural logarithm, np.log.",
    implementation: costThen((cost) => cost / Math.LN2),
  },
  {
    id: "deep-cost-log10",
    function: "computeCost",
    message: "The cost uses log10. Cross-entropy is defined here with the natural logarithm, np.log.",
    implementation: costThen((cost) => cost / Math.LN10),
  },
  {
    id: "deep-cost-averaged-twice",
    function: "computeCost",
    message: "The cost is divided by m twice: np.mean already divides, so 1/m in front is too much.",
    implementation: costThen((cost, m) => cost / m),
  },
  {
    id: "deep-cost-losses",
    function: "computeCost",
    message: "The result is one loss an example. The cost is their average: one number.",
    implementation: (AL: NDArray, Y: NDArray) => np.negative(np.add(positives(AL, Y), negatives(AL, Y))),
  },
  {
    id: "deep-cost-as-matrix",
    function: "computeCost",
    message: "The cost is an array of shape (1, 1). Take the number out of it with .item(), or sum without keepdims.",
    implementation: costThen((cost) => np.array([[cost]])),
  },
];
