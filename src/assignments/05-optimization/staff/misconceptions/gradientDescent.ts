import type { Misconception } from "../../../../check/contract";
import { np } from "../../../../np";
import type { Gradients, Parameters } from "../../assignment";
import * as solution from "../solution";
import { eachParameter, keep, onlyWeights, withoutLastLayer } from "../variants";

type Update = [parameters: Parameters, grads: Gradients, learningRate: number];

export const gradientDescent: Misconception[] = [
  {
    id: "opt-gd-in-place",
    function: "updateParametersWithGd",
    message:
      "The figures are right, but they are written into the caller's parameters: a second call on the same input then " +
      "gives something else. Fill a new dictionary with new arrays.",
    implementation: (...[parameters, grads, rate]: Update) =>
      Object.assign(parameters, solution.updateParametersWithGd(parameters, grads, rate)),
  },
  {
    id: "opt-gd-ascent",
    function: "updateParametersWithGd",
    message: "The step goes uphill: the gradient points to where the cost grows, so subtract learningRate * dW.",
    implementation: (...[parameters, grads, rate]: Update) => solution.updateParametersWithGd(parameters, grads, -rate),
  },
  {
    id: "opt-gd-no-learning-rate",
    function: "updateParametersWithGd",
    message: "The learning rate is not used: the step is learningRate times the gradient.",
    implementation: (...[parameters, grads]: Update) => solution.updateParametersWithGd(parameters, grads, 1),
  },
  {
    id: "opt-gd-last-layer-missing",
    function: "updateParametersWithGd",
    message: "The last layer is missing. Layers are counted from 1 to L, so the loop runs while l <= L, not l < L.",
    implementation: (...update: Update) => withoutLastLayer(solution.updateParametersWithGd(...update)),
  },
  {
    id: "opt-gd-first-layer-missing",
    function: "updateParametersWithGd",
    message:
      "The first layer is missing. Layers are counted from 1: start the loop at l = 1 and use W[l], not W[l + 1].",
    implementation: (...update: Update) =>
      keep(solution.updateParametersWithGd(...update), (key) => !/^[Wb]1$/.test(key)),
  },
  {
    id: "opt-gd-only-weights",
    function: "updateParametersWithGd",
    message: "Only the weights are updated; the biases learn too: b = b - learningRate * db.",
    implementation: (...[parameters, grads, rate]: Update) =>
      onlyWeights(solution.updateParametersWithGd(parameters, grads, rate), parameters),
  },
  {
    id: "opt-gd-parameter-as-gradient",
    function: "updateParametersWithGd",
    message: "The step is taken along the parameter itself, W - learningRate * W. It goes along the gradient, dW.",
    implementation: (...[parameters, , rate]: Update) =>
      eachParameter(parameters, (parameter) => np.multiply(1 - rate, parameter)),
  },
];
