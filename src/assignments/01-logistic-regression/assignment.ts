import type { Assignment, Recorded } from "../../check/contract";
import { vectorized } from "../../check/vectorized";
import type { NDArray } from "../../core/NDArray";
import { checks } from "./checks";
import recorded from "./expected.json";

export const assignment: Assignment = {
  number: 1,
  slug: "logistic-regression",
  title: "Logistic regression: a network of one neuron",
  functions: [
    { name: "sigmoid", points: 10 },
    { name: "initializeWithZeros", points: 10 },
    {
      name: "propagate",
      points: 30,
      uses: ["sigmoid"],
      rules: [vectorized("propagate", "`np.dot` and `np.sum` take all of them")],
    },
    { name: "optimize", points: 25, uses: ["propagate"] },
    { name: "predict", points: 15, uses: ["sigmoid"] },
    { name: "model", points: 10, uses: ["initializeWithZeros", "optimize", "predict"] },
  ],
  checks,
  recorded: recorded as Recorded,
};

/** The graded functions' signatures. n is the number of features, m the number of examples. */
export interface LogisticRegression {
  sigmoid: { (z: number): number; (z: NDArray): NDArray };
  initializeWithZeros: (dim: number) => { w: NDArray; b: number };
  propagate: (w: NDArray, b: number, X: NDArray, Y: NDArray) => { grads: { dw: NDArray; db: number }; cost: number };
  optimize: (
    w: NDArray,
    b: number,
    X: NDArray,
    Y: NDArray,
    numIterations: number,
    learningRate: number,
    printCost?: boolean,
  ) => { params: { w: NDArray; b: number }; grads: { dw: NDArray; db: number }; costs: number[] };
  predict: (w: NDArray, b: number, X: NDArray) => NDArray;
  model: (
    XTrain: NDArray,
    YTrain: NDArray,
    XTest: NDArray,
    YTest: NDArray,
    numIterations?: number,
    learningRate?: number,
    printCost?: boolean,
  ) => {
    costs: number[];
    YPredictionTest: NDArray;
    YPredictionTrain: NDArray;
    w: NDArray;
    b: number;
    learningRate: number;
    numIterations: number;
  };
}
