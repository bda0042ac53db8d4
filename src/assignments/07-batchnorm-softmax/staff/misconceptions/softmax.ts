import type { Misconception } from "../../../../check/contract";
import type { NDArray } from "../../../../core/NDArray";
import { np } from "../../../../np";
import * as solution from "../solution";

/** Powers of e, each column by its own maximum, so that they are finite. */
const powers = (Z: NDArray) => np.exp(np.subtract(Z, np.max(Z, 0, true)));

/** Each entry's part of its column. */
const shares = (E: NDArray) => np.divide(E, np.sum(E, 0, true));

/** softmax and oneHot. */
export const softmax: Misconception[] = [
  {
    id: "softmax-overflow",
    function: "softmax",
    message:
      "e^1000 is Infinity, and Infinity / Infinity is NaN. Subtract each column's maximum first: the probabilities stay " +
      "the same.",
    implementation: (Z: NDArray) => shares(np.exp(Z)),
  },
  {
    id: "softmax-over-examples",
    function: "softmax",
    message:
      "The rows add up to 1, not the columns. The classes of one example stand in a column: take maximum and sum over axis 0.",
    implementation: (Z: NDArray) => solution.softmax(Z.T).T,
  },
  {
    id: "softmax-over-all",
    function: "softmax",
    message:
      "All numbers together add up to 1. np.sum(E) adds up the examples too; np.sum(E, 0, true) adds up each column.",
    implementation: (Z: NDArray) => {
      const E = np.exp(np.subtract(Z, np.max(Z)));
      return np.divide(E, np.sum(E));
    },
  },
  {
    id: "softmax-is-sigmoid",
    function: "softmax",
    message:
      "These are sigmoids: a separate question for each class, and the answers need not add up to 1. Divide e^z by the sum " +
      "of its column.",
    implementation: (Z: NDArray) => np.divide(1, np.add(1, np.exp(np.negative(Z)))),
  },
  {
    id: "softmax-without-exp",
    function: "softmax",
    message: "The z themselves are divided by their sum. Take e^z first: a probability cannot be negative.",
    implementation: shares,
  },
  {
    id: "softmax-by-max",
    function: "softmax",
    message: "It is divided by the largest power, so that one becomes 1. Divide by the sum of the column.",
    implementation: powers,
  },
  {
    id: "softmax-global-max",
    function: "softmax",
    message:
      "The largest number of the whole matrix is subtracted. In a column far below it every power is 0, and 0/0 is NaN: each " +
      "column needs its own maximum, np.max(Z, 0, true).",
    implementation: (Z: NDArray) => shares(np.exp(np.subtract(Z, np.max(Z)))),
  },
  {
    id: "softmax-minimum",
    function: "softmax",
    message:
      "Each column's minimum is subtracted, so the largest power may still be Infinity. Subtract the maximum: then it is e^0.",
    implementation: (Z: NDArray) => shares(np.exp(np.subtract(Z, np.min(Z, 0, true)))),
  },
  {
    id: "softmax-log",
    function: "softmax",
    message: "These are the logarithms of the probabilities. Return the probabilities.",
    implementation: (Z: NDArray) => np.subtract(np.subtract(Z, np.max(Z, 0, true)), np.log(np.sum(powers(Z), 0, true))),
  },
  {
    id: "onehot-transposed",
    function: "oneHot",
    message: "There is a row for each example. Examples stand in columns: shape (C, m).",
    implementation: (labels: NDArray, C: number) => solution.oneHot(labels, C).T,
  },
  {
    id: "onehot-from-one",
    function: "oneHot",
    message: "Classes are counted from 1, so class 0 has no row. They are numbered from 0 to C - 1.",
    implementation: (labels: NDArray, C: number) => np.equal(labels, np.arange(1, C + 1).reshape(C, 1)),
  },
  {
    id: "onehot-depth-from-labels",
    function: "oneHot",
    message:
      "There are as many rows as the largest label needs. C says how many there are; a class may have no example.",
    implementation: (labels: NDArray) => solution.oneHot(labels, np.max(labels) + 1),
  },
  {
    id: "onehot-label-inside",
    function: "oneHot",
    message: "The label itself stands in its place. Put a 1 there.",
    implementation: (labels: NDArray, C: number) => np.multiply(labels, solution.oneHot(labels, C)),
  },
];
