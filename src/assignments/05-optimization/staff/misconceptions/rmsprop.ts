import type { Misconception } from "../../../../check/contract";
import type { NDArray } from "../../../../core/NDArray";
import { np } from "../../../../np";
import type { Gradients, Parameters } from "../../assignment";
import * as solution from "../solution";
import { eachGradient, eachParameter, weighted, withoutLastLayer } from "../variants";

type Update = [
  parameters: Parameters,
  grads: Gradients,
  s: Gradients,
  beta: number,
  learningRate: number,
  epsilon?: number,
];

interface Parts {
  /** The new average of the squares. */
  average: (s: NDArray, grad: NDArray, beta: number) => NDArray;
  /** The gradient, scaled; `old` is s from before. */
  scale: (grad: NDArray, squares: NDArray, epsilon: number, old: NDArray) => NDArray;
}

const right: Parts = {
  average: (s, grad, beta) => weighted(beta, s, np.square(grad)),
  scale: (grad, squares, epsilon) => np.divide(grad, np.add(np.sqrt(squares), epsilon)),
};

/** The update with another rule for one of its parts. */
function rmspropWith(part: Partial<Parts>) {
  const { average, scale } = { ...right, ...part };
  return (...[parameters, grads, s, beta, rate, epsilon = 1e-8]: Update) => {
    const squares = eachGradient(parameters, (key) => average(s[key], grads[key], beta));
    const updated = eachParameter(parameters, (parameter, key) =>
      np.subtract(parameter, np.multiply(rate, scale(grads[key], squares[key], epsilon, s[key]))),
    );
    return { parameters: updated, s: squares };
  };
}

export const rmsprop: Misconception[] = [
  {
    id: "opt-rmsprop-in-place",
    function: "updateParametersWithRmsprop",
    message:
      "The figures are right, but they are written into the caller's parameters and s. Fill new dictionaries with new " +
      "arrays, and return those.",
    implementation: (...[parameters, grads, s, ...settings]: Update) => {
      const result = solution.updateParametersWithRmsprop(parameters, grads, s, ...settings);
      return { parameters: Object.assign(parameters, result.parameters), s: Object.assign(s, result.s) };
    },
  },
  {
    id: "opt-rmsprop-not-squared",
    function: "updateParametersWithRmsprop",
    message:
      "s averages the gradients themselves; a negative one then has no root. Average their squares, np.square(dW).",
    implementation: rmspropWith({ average: (s, grad, beta) => weighted(beta, s, grad) }),
  },
  {
    id: "opt-rmsprop-no-root",
    function: "updateParametersWithRmsprop",
    message: "The gradient is divided by s itself. s is an average of squares: divide by its root, np.sqrt(s) + ε.",
    implementation: rmspropWith({ scale: (grad, squares, epsilon) => np.divide(grad, np.add(squares, epsilon)) }),
  },
  {
    id: "opt-rmsprop-no-epsilon",
    function: "updateParametersWithRmsprop",
    message: "Where a gradient has always been 0, s is 0, and 0/0 is NaN. Add ε to the root: dW / (√s + ε).",
    implementation: rmspropWith({ scale: (grad, squares) => np.divide(grad, np.sqrt(squares)) }),
  },
  {
    id: "opt-rmsprop-epsilon-fixed",
    function: "updateParametersWithRmsprop",
    message: "ε is always 1e-8. That is only the default: add the argument epsilon to the root.",
    implementation: (...[parameters, grads, s, beta, rate]: Update) =>
      solution.updateParametersWithRmsprop(parameters, grads, s, beta, rate),
  },
  {
    id: "opt-rmsprop-swapped-beta",
    function: "updateParametersWithRmsprop",
    message: "β and 1 - β are swapped: the old average is kept with β, the new square counts with 1 - β.",
    implementation: rmspropWith({ average: (s, grad, beta) => weighted(1 - beta, s, np.square(grad)) }),
  },
  {
    id: "opt-rmsprop-sum-of-squares",
    function: "updateParametersWithRmsprop",
    message:
      "The square is added whole, so s only grows (that is AdaGrad). It counts with 1 - β: s = β s + (1 - β) dW².",
    implementation: rmspropWith({ average: (s, grad, beta) => np.add(np.multiply(beta, s), np.square(grad)) }),
  },
  {
    id: "opt-rmsprop-old-average",
    function: "updateParametersWithRmsprop",
    message: "The step uses s from before. Update s first, then divide by the root of the new one.",
    implementation: rmspropWith({
      scale: (grad, _squares, epsilon, old) => np.divide(grad, np.add(np.sqrt(old), epsilon)),
    }),
  },
  {
    id: "opt-rmsprop-multiplies",
    function: "updateParametersWithRmsprop",
    message:
      "The gradient is multiplied by the root of s. Divide: directions with large gradients get the shorter step.",
    implementation: rmspropWith({
      scale: (grad, squares, epsilon) => np.multiply(grad, np.add(np.sqrt(squares), epsilon)),
    }),
  },
  {
    id: "opt-rmsprop-step-squared",
    function: "updateParametersWithRmsprop",
    message: "The step goes along dW², which is never negative. Only s takes the square; the step goes along dW.",
    implementation: rmspropWith({
      scale: (grad, squares, epsilon) => np.divide(np.square(grad), np.add(np.sqrt(squares), epsilon)),
    }),
  },
  {
    id: "opt-rmsprop-ascent",
    function: "updateParametersWithRmsprop",
    message: "The step goes uphill: subtract learningRate * dW / (√s + ε).",
    implementation: (...[parameters, grads, s, beta, rate, epsilon]: Update) =>
      solution.updateParametersWithRmsprop(parameters, grads, s, beta, -rate, epsilon),
  },
  {
    id: "opt-rmsprop-average-not-returned",
    function: "updateParametersWithRmsprop",
    message: "The s that comes back is the one that was passed in. Return the new average, or it never builds up.",
    implementation: (...update: Update) => ({
      parameters: solution.updateParametersWithRmsprop(...update).parameters,
      s: update[2],
    }),
  },
  {
    id: "opt-rmsprop-last-layer-missing",
    function: "updateParametersWithRmsprop",
    message: "The last layer is missing. Layers are counted from 1 to L, so the loop runs while l <= L, not l < L.",
    implementation: (...update: Update) => {
      const result = solution.updateParametersWithRmsprop(...update);
      return { parameters: withoutLastLayer(result.parameters), s: withoutLastLayer(result.s) };
    },
  },
];
