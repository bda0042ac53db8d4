import type { Assignment, Recorded } from "../../check/contract";
import { vectorized } from "../../check/vectorized";
import type { NDArray } from "../../core/NDArray";
import { checks } from "./checks";
import recorded from "./expected.json";

export const assignment: Assignment = {
  number: 5,
  slug: "optimization",
  title: "Optimization: mini-batches, momentum, RMSprop, Adam",
  functions: [
    {
      name: "updateParametersWithGd",
      points: 10,
      rules: [vectorized("updateParametersWithGd", "`np.multiply` and `np.subtract` take a whole matrix", 2)],
    },
    {
      name: "randomMiniBatches",
      points: 18,
      rules: [vectorized("randomMiniBatches", "`np.take` takes the examples of a batch", 1)],
    },
    { name: "exponentiallyWeightedAverage", points: 10 },
    { name: "initializeVelocity", points: 6 },
    {
      name: "updateParametersWithMomentum",
      points: 14,
      rules: [vectorized("updateParametersWithMomentum", "`np.multiply` and `np.subtract` take a whole matrix", 2)],
    },
    {
      name: "updateParametersWithRmsprop",
      points: 12,
      rules: [vectorized("updateParametersWithRmsprop", "`np.multiply` and `np.subtract` take a whole matrix", 2)],
    },
    { name: "initializeAdam", points: 6, uses: ["initializeVelocity"] },
    {
      name: "updateParametersWithAdam",
      points: 18,
      rules: [vectorized("updateParametersWithAdam", "`np.multiply` and `np.subtract` take a whole matrix", 2)],
    },
    { name: "learningRateDecay", points: 6 },
  ],
  checks,
  recorded: recorded as Recorded,
};

/** Weights and biases by layer: W1 of shape (n1, n0), b1 of shape (n1, 1), W2, … */
export type Parameters = Record<`W${number}` | `b${number}`, NDArray>;

/** One array for every parameter, of the same shape: dW1, db1, dW2, … Gradients, and averages of gradients. */
export type Gradients = Record<`dW${number}` | `db${number}`, NDArray>;

/** Some of the training examples, one a column: X of shape (n, size), Y of shape (1, size). */
export interface MiniBatch {
  X: NDArray;
  Y: NDArray;
}
