import type { Assignment, Recorded } from "../../check/contract";
import { vectorized } from "../../check/vectorized";
import type { NDArray } from "../../core/NDArray";
import { checks } from "./checks";
import recorded from "./expected.json";

export const assignment: Assignment = {
  number: 7,
  slug: "batchnorm-softmax",
  title: "Tuning, batch normalization and softmax",
  functions: [
    { name: "sampleLogScale", points: 6 },
    { name: "sampleMomentum", points: 6 },
    { name: "zoomIn", points: 6 },
    {
      name: "batchNormForward",
      points: 14,
      rules: [vectorized("batchNormForward", "`np.mean` and `np.var` with an axis take all of them")],
    },
    {
      name: "batchNormBackward",
      points: 18,
      rules: [vectorized("batchNormBackward", "`np.sum` with an axis and broadcasting take all of them")],
    },
    {
      name: "updateRunning",
      points: 6,
      rules: [vectorized("updateRunning", "`np.multiply` and `np.add` take all of them")],
    },
    {
      name: "batchNormInference",
      points: 10,
      rules: [vectorized("batchNormInference", "broadcasting takes all of them")],
    },
    {
      name: "softmax",
      points: 10,
      rules: [vectorized("softmax", "`np.max` and `np.sum` with an axis take all of them")],
    },
    {
      name: "oneHot",
      points: 5,
      rules: [vectorized("oneHot", "`np.equal` of a row and a column takes all of them")],
    },
    {
      name: "crossEntropyCost",
      points: 7,
      rules: [vectorized("crossEntropyCost", "`np.sum` and `np.log` take all of them")],
    },
    {
      name: "softmaxBackward",
      points: 5,
      rules: [vectorized("softmaxBackward", "`np.subtract` takes all of them")],
    },
    {
      name: "crossEntropyFromLogits",
      points: 7,
      rules: [vectorized("crossEntropyFromLogits", "`np.max` and `np.sum` with an axis take all of them")],
    },
  ],
  checks,
  recorded: recorded as Recorded,
};

/** The mean and the variance of every unit, over the examples, shape (n, 1) each. */
export type Statistics = Record<"mu" | "variance", NDArray>;

/** What batchNormForward keeps for the pass backward: ZNorm has shape (n, m), mu, variance and gamma (n, 1). */
export type BatchNormCache = Record<"ZNorm" | "mu" | "variance" | "gamma", NDArray> & { epsilon: number };
