import type { Misconception } from "../../../../check/contract";
import { np } from "../../../../np";
import type { Gradients, NetworkParameters } from "../../assignment";
import * as solution from "../solution";
import { rightStep, updateWith } from "../variants";

/** Wrong variants of updateParameters. */
export const updateMistakes: Misconception[] = [
  {
    id: "shallow-update-ascent",
    function: "updateParameters",
    message: "The step goes uphill: subtract learningRate times the gradient, do not add it.",
    implementation: updateWith((theta, gradient, rate) => np.add(theta, np.multiply(rate, gradient))),
  },
  {
    id: "shallow-update-no-learning-rate",
    function: "updateParameters",
    message: "The learning rate is not used: the step is learningRate times the gradient.",
    implementation: updateWith((theta, gradient) => np.subtract(theta, gradient)),
  },
  {
    id: "shallow-update-fixed-rate",
    function: "updateParameters",
    message: "The step always has the length 1.2. That is only the default: use the argument learningRate.",
    implementation: updateWith((theta, gradient) => rightStep(theta, gradient, 1.2)),
  },
  {
    id: "shallow-update-only-weights",
    function: "updateParameters",
    message: "Only W1 and W2 are updated; the biases learn too: b1 = b1 - learningRate · db1, and b2 likewise.",
    implementation: updateWith(rightStep, (theta) => theta),
  },
  {
    id: "shallow-update-only-biases",
    function: "updateParameters",
    message: "Only b1 and b2 are updated; the weights learn too: W1 = W1 - learningRate · dW1, and W2 likewise.",
    implementation: updateWith((theta) => theta, rightStep),
  },
  {
    id: "shallow-update-only-output",
    function: "updateParameters",
    message: "Only the output layer is updated; W1 and b1 learn too.",
    implementation: ({ W1, b1, ...rest }: NetworkParameters, grads: Gradients, rate?: number) => ({
      ...solution.updateParameters({ W1, b1, ...rest }, grads, rate),
      W1,
      b1,
    }),
  },
  {
    id: "shallow-update-nothing",
    function: "updateParameters",
    message: "The parameters come back as they were. np.subtract gives a new array: use its result.",
    implementation: updateWith((theta) => theta),
  },
  {
    id: "shallow-update-only-step",
    function: "updateParameters",
    message: "That is the step itself, learningRate times the gradient. Subtract it from the parameter.",
    implementation: updateWith((_, gradient, rate) => np.multiply(rate, gradient)),
  },
  {
    id: "shallow-update-in-place",
    function: "updateParameters",
    message:
      "The numbers are right, but the caller's dictionary is changed: `parameters.W1 = …` writes into the argument. Return a new object: { W1, b1, W2, b2 }.",
    implementation: (parameters: NetworkParameters, grads: Gradients, rate?: number) =>
      Object.assign(parameters, solution.updateParameters(parameters, grads, rate)),
  },
];
