import type { Assignment, Recorded } from "../../check/contract";
import { vectorized } from "../../check/vectorized";
import type { NDArray } from "../../core/NDArray";
import { checks } from "./checks";
import recorded from "./expected.json";

export const assignment: Assignment = {
  number: 9,
  slug: "ml-strategy",
  title: "What to do next: metrics, splits, errors",
  functions: [
    { name: "confusionMatrix", points: 6 },
    { name: "precisionRecallF1", points: 14 },
    { name: "satisficingBest", points: 8 },
    { name: "trainDevTestSplit", points: 12 },
    { name: "mismatchSplit", points: 10 },
    { name: "weightedError", points: 7 },
    { name: "diagnoseErrors", points: 12 },
    { name: "errorAnalysisCeiling", points: 8 },
    { name: "cleanedErrors", points: 7 },
    {
      name: "multiTaskCost",
      points: 10,
      rules: [vectorized("multiTaskCost", "`np.where` and `np.sum` take all tasks and examples")],
    },
    {
      name: "multiTaskGradient",
      points: 6,
      rules: [vectorized("multiTaskGradient", "`np.where` takes all tasks and examples")],
    },
  ],
  checks,
  recorded: recorded as Recorded,
};

/** What is measured of a model, by the metric's name: { accuracy: 0.95, runningTime: 80 }. */
export type Metrics = Record<string, number>;

/** The numbers of the examples in each set, ascending, each of shape (size of the set,). */
export interface Split {
  train: NDArray;
  dev: NDArray;
  test: NDArray;
}

/** The same, with a train-dev set: examples like those of the training set that nothing is trained on. */
export interface MismatchSplit extends Split {
  trainDev: NDArray;
}

/** Errors as shares, from 0 to 1: of several people or groups of people, and of one model on four sets. */
export interface Errors {
  human: number[];
  train: number;
  trainDev: number;
  dev: number;
  test: number;
}

/** What a model's error is made of. */
export type Gap = "avoidableBias" | "variance" | "dataMismatch" | "devOverfitting";
