import type { Assignment, Recorded } from "../../check/contract";
import { vectorized } from "../../check/vectorized";
import type { NDArray } from "../../core/NDArray";
import { checks } from "./checks";
import recorded from "./expected.json";

export const assignment: Assignment = {
  number: 3,
  slug: "deep-network",
  title: "Deep networks: any number of layers",
  functions: [
    { name: "initializeParametersDeep", points: 12 },
    {
      name: "linearForward",
      points: 8,
      rules: [vectorized("linearForward", "`np.dot` and broadcasting take all of them")],
    },
    {
      name: "linearActivationForward",
      points: 12,
      uses: ["linearForward"],
      rules: [vectorized("linearActivationForward", "`np.maximum` and `np.exp` take all of them")],
    },
    { name: "modelForward", points: 14, uses: ["linearActivationForward"] },
    { name: "computeCost", points: 10, rules: [vectorized("computeCost", "`np.dot` and `np.sum` take all of them")] },
    {
      name: "linearBackward",
      points: 14,
      rules: [vectorized("linearBackward", "`np.dot` and `np.sum` take all of them")],
    },
    {
      name: "linearActivationBackward",
      points: 12,
      uses: ["linearBackward"],
      rules: [vectorized("linearActivationBackward", "`np.multiply` takes all of them")],
    },
    { name: "modelBackward", points: 12, uses: ["linearActivationBackward"] },
    { name: "updateParameters", points: 6 },
  ],
  checks,
  recorded: recorded as Recorded,
};

/** W1, b1, …, WL, bL. With n[l] units in layer l, W[l] has shape (n[l], n[l-1]) and b[l] has shape (n[l], 1). */
export type NetworkParameters = Record<`W${number}` | `b${number}`, NDArray>;

/** dW1, db1, …, of the parameters' shapes, and dA0, …, dA(L-1): dA[l] is the gradient of A[l], shape (n[l], m). */
export type NetworkGradients = Record<`dW${number}` | `db${number}` | `dA${number}`, NDArray>;

/** What the linear part of a layer keeps for the way back. APrev has shape (n[l-1], m). */
export interface LinearCache {
  APrev: NDArray;
  W: NDArray;
  b: NDArray;
}

/** What a whole layer keeps for the way back: Z has shape (n[l], m). */
export interface LayerCache extends LinearCache {
  Z: NDArray;
}

export type Activation = "sigmoid" | "relu";
