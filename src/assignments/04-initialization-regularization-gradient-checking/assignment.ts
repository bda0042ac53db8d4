import type { Assignment, Recorded } from "../../check/contract";
import { vectorized } from "../../check/vectorized";
import type { NDArray } from "../../core/NDArray";
import { checks } from "./checks";
import recorded from "./expected.json";

export const assignment: Assignment = {
  number: 4,
  slug: "initialization-regularization-gradient-checking",
  title: "Initialization, regularization and gradient checking",
  functions: [
    { name: "initializeParametersZeros", points: 4 },
    { name: "initializeParametersRandom", points: 5 },
    { name: "initializeParametersHe", points: 7 },
    {
      name: "normalizeInputs",
      points: 8,
      rules: [vectorized("normalizeInputs", "`np.mean` and `np.std` with an axis take all of them")],
    },
    {
      name: "computeCostWithRegularization",
      points: 10,
      rules: [vectorized("computeCostWithRegularization", "`np.sum` and `np.square` take all of them", 1)],
    },
    {
      name: "backwardPropagationWithRegularization",
      points: 12,
      rules: [vectorized("backwardPropagationWithRegularization", "`np.dot` and broadcasting take all of them", 1)],
    },
    {
      name: "forwardPropagationWithDropout",
      points: 12,
      rules: [vectorized("forwardPropagationWithDropout", "`np.less` makes a mask for all of them", 1)],
    },
    {
      name: "backwardPropagationWithDropout",
      points: 12,
      rules: [vectorized("backwardPropagationWithDropout", "a product with the mask takes all of them", 1)],
    },
    {
      name: "forwardPropagationN",
      points: 8,
      rules: [vectorized("forwardPropagationN", "`np.dot` and broadcasting take all of them", 1)],
    },
    { name: "gradientCheckN", points: 14, uses: ["forwardPropagationN"] },
    {
      name: "backwardPropagationN",
      points: 8,
      rules: [vectorized("backwardPropagationN", "`np.dot` and broadcasting take all of them", 1)],
    },
  ],
  checks,
  recorded: recorded as Recorded,
};

/** Weights W1, W2, … of shape (units of the layer, units of the layer before) and biases b1, b2, … as columns. */
export type NetworkParameters = Record<`W${number}` | `b${number}`, NDArray>;

/** What the pass forward through three layers keeps for the pass backward. */
export type NetworkCache = Record<
  "Z1" | "A1" | "W1" | "b1" | "Z2" | "A2" | "W2" | "b2" | "Z3" | "A3" | "W3" | "b3",
  NDArray
>;

/** The same, with the masks of the two hidden layers. */
export type DropoutCache = NetworkCache & Record<"D1" | "D2", NDArray>;

/** The gradients of three layers: `dW1` is the derivative of the cost by W1, and so on. */
export type NetworkGradients = Record<
  "dZ3" | "dW3" | "db3" | "dA2" | "dZ2" | "dW2" | "db2" | "dA1" | "dZ1" | "dW1" | "db1",
  NDArray
>;
