import type { Misconception } from "../../../../check/contract";
import { np } from "../../../../np";
import type { NetworkGradients, NetworkParameters } from "../../assignment";
import * as solution from "../solution";
import { updateWith } from "../variants";

export const update: Misconception[] = [
  {
    id: "deep-update-in-place",
    function: "updateParameters",
    message: "The numbers are right, but the given parameters are changed: put the new ones into a new object.",
    implementation: (parameters: NetworkParameters, grads: NetworkGradients, learningRate: number) =>
      Object.assign(parameters, solution.updateParameters(parameters, grads, learningRate)),
  },
  {
    id: "deep-update-ascent",
    function: "updateParameters",
    message: "The step goes uphill: subtract learningRate times the gradient, do not add it.",
    implementation: (parameters: NetworkParameters, grads: NetworkGradients, learningRate: number) =>
      solution.updateParameters(parameters, grads, -learningRate),
  },
  {
    id: "deep-update-no-learning-rate",
    function: "updateParameters",
    message: "The learning rate is not used: the step is learningRate times the gradient.",
    implementation: (parameters: NetworkParameters, grads: NetworkGradients) =>
      solution.updateParameters(parameters, grads, 1),
  },
  {
    id: "deep-update-divided",
    function: "updateParameters",
    message: "The gradient is divided by the learning rate: multiply.",
    implementation: (parameters: NetworkParameters, grads: NetworkGradients, learningRate: number) =>
      solution.updateParameters(parameters, grads, 1 / learningRate),
  },
  {
    id: "deep-update-only-W",
    function: "updateParameters",
    message: "Only the weights are updated; the biases learn too.",
    implementation: updateWith({ b: (b) => b }),
  },
  {
    id: "deep-update-only-b",
    function: "updateParameters",
    message: "Only the biases are updated; the weights learn too.",
    implementation: updateWith({ W: (W) => W }),
  },
  {
    id: "deep-update-only-step",
    function: "updateParameters",
    message: "Those are the steps, learningRate times the gradients. Subtract them from the parameters.",
    implementation: updateWith({
      W: (_W, dW, learningRate) => np.multiply(learningRate, dW),
      b: (_b, db, learningRate) => np.multiply(learningRate, db),
    }),
  },
  {
    id: "deep-update-last-layer-missing",
    function: "updateParameters",
    message: "The last layer is not updated: the loop goes over the layers 1, …, L, the last one included.",
    implementation: updateWith({
      W: (W, dW, learningRate, l, L) => (l < L ? np.subtract(W, np.multiply(learningRate, dW)) : W),
      b: (b, db, learningRate, l, L) => (l < L ? np.subtract(b, np.multiply(learningRate, db)) : b),
    }),
  },
];
