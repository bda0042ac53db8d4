import type { Assignment, Recorded } from "../../check/contract";
import { vectorized } from "../../check/vectorized";
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
