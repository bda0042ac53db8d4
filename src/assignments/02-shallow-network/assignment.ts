import type { Assignment, Recorded } from "../../check/contract";
import { vectorized } from "../../check/vectorized";
import type { NDArray } from "../../core/NDArray";
import { checks } from "./checks";
import recorded from "./expected.json";

export const assignment: Assignment = {
  number: 2,
  slug: "shallow-network",
  title: "A shallow network: one hidden layer",
  functions: [
    { name: "layerSizes", points: 5 },
    { name: "initializeParameters", points: 10 },
    {
      name: "forwardPropagation",
      points: 20,
      rules: [vectorized("forwardPropagation", "`np.dot` and broadcasting take all of them")],
    },
    {
      name: "computeCost",
      points: 15,
      rules: [vectorized("computeCost", "`np.multiply` and `np.sum` take all of them")],
    },
    {
      name: "backwardPropagation",
      points: 25,
      rules: [vectorized("backwardPropagation", "`np.dot` and `np.sum` take all of them")],
    },
    { name: "updateParameters", points: 10 },
    {
      name: "nnModel",
      points: 10,
      uses: [
        "layerSizes",
        "initializeParameters",
        "forwardPropagation",
        "computeCost",
        "backwardPropagation",
        "updateParameters",
      ],
      // 10,000 iterations.
      untriedDefaults: ["numIterations"],
    },
    {
      name: "predict",
      points: 5,
      uses: ["forwardPropagation"],
      rules: [vectorized("predict", "a comparison such as `np.greater` takes all of them")],
    },
  ],
  checks,
  recorded: recorded as Recorded,
};

/** W1, b1 of the hidden layer and W2, b2 of the output layer. */
export type NetworkParameters = Record<`W${1 | 2}` | `b${1 | 2}`, NDArray>;

/** The cost's derivatives by the parameters: dW1 has the shape of W1, and so on. */
export type Gradients = Record<`dW${1 | 2}` | `db${1 | 2}`, NDArray>;

/** What the pass forward found on its way, for the pass backward. */
export type ForwardCache = Record<`Z${1 | 2}` | `A${1 | 2}`, NDArray>;
