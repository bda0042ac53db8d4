import type { Assignment, GradedFunction, Recorded } from "../../check/contract";
import type { Tensor } from "../../tf";
import { checks } from "./checks";
import recorded from "./expected.json";

/** Numbers have 32 bits: one pass through a network differs by 1e-7 from one in 64 bits. */
const ofTensors = { arrays: "tensor", tolerance: { atol: 1e-5, rtol: 1e-4 } } satisfies Partial<GradedFunction>;

export const assignment: Assignment = {
  number: 8,
  slug: "frameworks",
  title: "The same network in a framework: TensorFlow.js",
  modules: ["nablab/tf"],
  functions: [
    { name: "linearFunction", points: 8, ...ofTensors },
    { name: "ones", points: 2, ...ofTensors },
    { name: "sigmoid", points: 4, ...ofTensors },
    { name: "sigmoidCrossEntropy", points: 14, ...ofTensors },
    { name: "oneHotMatrix", points: 8, ...ofTensors },
    { name: "forwardPropagation", points: 16, ...ofTensors, uses: ["linearFunction"] },
    { name: "totalLoss", points: 14, ...ofTensors },
    { name: "trainStep", points: 14, ...ofTensors, uses: ["forwardPropagation", "totalLoss"] },
    // Steps of training add up rounding.
    {
      name: "trainModel",
      points: 14,
      arrays: "tensor",
      tolerance: { atol: 2e-5, rtol: 2e-4 },
      uses: ["forwardPropagation", "totalLoss"],
    },
    { name: "accuracy", points: 6, ...ofTensors },
  ],
  checks,
  recorded: recorded as Recorded,
};

/** Weights and biases by layer: W1 of shape (n1, n0), b1 of shape (n1, 1), W2, … */
export type Parameters = Record<`W${number}` | `b${number}`, Tensor>;
