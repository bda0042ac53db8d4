import type { Misconception } from "../../../../check/contract";
import type { NDArray } from "../../../../core/NDArray";
import { np } from "../../../../np";
import type { Gradients, Parameters } from "../../assignment";
import * as solution from "../solution";
import { eachGradient, eachParameter, onlyWeights, weighted, withoutLastLayer } from "../variants";

type Update = [parameters: Parameters, grads: Gradients, v: Gradients, beta: number, learningRate: number];

interface Parts {
  /** The new velocity. */
  average: (v: NDArray, grad: NDArray, beta: number, rate: number) => NDArray;
  /** What is subtracted from the parameter. */
  step: (velocity: NDArray, rate: number, grad: NDArray, old: NDArray) => NDArray;
}

const right: Parts = {
  average: (v, grad, beta) => weighted(beta, v, grad),
  step: (velocity, rate) => np.multiply(rate, velocity),
};

/** The update with another rule for one of its parts. */
function momentumWith(part: Partial<Parts>) {
  const { average, step } = { ...right, ...part };
  return (...[parameters, grads, v, beta, rate]: Update) => {
    const velocity = eachGradient(parameters, (key) => average(v[key], grads[key], beta, rate));
    const updated = eachParameter(parameters, (parameter, key) =>
      np.subtract(parameter, step(velocity[key], rate, grads[key], v[key])),
    );
    return { parameters: updated, v: velocity };
  };
}

export const momentum: Misconception[] = [
  {
    id: "opt-momentum-in-place",
    function: "updateParametersWithMomentum",
    message:
      "The figures are right, but they are written into the caller's parameters and v. Fill new dictionaries with new " +
      "arrays, and return those.",
    implementation: (...[parameters, grads, v, beta, rate]: Update) => {
      const result = solution.updateParametersWithMomentum(parameters, grads, v, beta, rate);
      return { parameters: Object.assign(parameters, result.parameters), v: Object.assign(v, result.v) };
    },
  },
  {
    id: "opt-momentum-velocity-in-place",
    function: "updateParametersWithMomentum",
    message: "The figures are right, but the new velocity is written into the caller's v. Fill a new dictionary.",
    implementation: (...[parameters, grads, v, beta, rate]: Update) => {
      const result = solution.updateParametersWithMomentum(parameters, grads, v, beta, rate);
      return { parameters: result.parameters, v: Object.assign(v, result.v) };
    },
  },
  {
    id: "opt-momentum-no-one-minus-beta",
    function: "updateParametersWithMomentum",
    message:
      "The gradient is added whole: v = β v + dW. Here v is an average, so the gradient counts with 1 - β: " +
      "v = β v + (1 - β) dW.",
    implementation: momentumWith({ average: (v, grad, beta) => np.add(np.multiply(beta, v), grad) }),
  },
  {
    id: "opt-momentum-swapped-beta",
    function: "updateParametersWithMomentum",
    message: "β and 1 - β are swapped: the old velocity is kept with β, the gradient counts with 1 - β.",
    implementation: momentumWith({ average: (v, grad, beta) => weighted(1 - beta, v, grad) }),
  },
  {
    id: "opt-momentum-uses-gradient",
    function: "updateParametersWithMomentum",
    message: "The step still goes along the gradient: that is plain gradient descent. Step along the new velocity v.",
    implementation: momentumWith({ step: (_, rate, grad) => np.multiply(rate, grad) }),
  },
  {
    id: "opt-momentum-old-velocity",
    function: "updateParametersWithMomentum",
    message: "The step uses the velocity from before. Update v first, then step along the new one.",
    implementation: momentumWith({ step: (_velocity, rate, _grad, old) => np.multiply(rate, old) }),
  },
  {
    id: "opt-momentum-velocity-not-returned",
    function: "updateParametersWithMomentum",
    message: "The v that comes back is the one that was passed in. Return the new velocity, or it never builds up.",
    implementation: (...update: Update) => ({
      parameters: solution.updateParametersWithMomentum(...update).parameters,
      v: update[2],
    }),
  },
  {
    id: "opt-momentum-learning-rate-in-velocity",
    function: "updateParametersWithMomentum",
    message:
      "The learning rate is built into the velocity: v = β v - α dW. Here v is the plain average of the gradients, and " +
      "the learning rate comes in with the step.",
    implementation: (...[parameters, grads, v, beta, rate]: Update) => {
      const velocity = eachGradient(parameters, (key) =>
        np.subtract(np.multiply(beta, v[key]), np.multiply(rate, grads[key])),
      );
      return {
        parameters: eachParameter(parameters, (parameter, key) => np.add(parameter, velocity[key])),
        v: velocity,
      };
    },
  },
  {
    id: "opt-momentum-ascent",
    function: "updateParametersWithMomentum",
    message: "The step goes uphill: v is an average of gradients, so subtract learningRate * v.",
    implementation: momentumWith({ step: (velocity, rate) => np.multiply(-rate, velocity) }),
  },
  {
    id: "opt-momentum-arguments-swapped",
    function: "updateParametersWithMomentum",
    message:
      "beta and learningRate are swapped: the parameters come in the order (parameters, grads, v, beta, learningRate).",
    implementation: (...[parameters, grads, v, beta, rate]: Update) =>
      solution.updateParametersWithMomentum(parameters, grads, v, rate, beta),
  },
  {
    id: "opt-momentum-only-weights",
    function: "updateParametersWithMomentum",
    message: "Only the weights have momentum; the biases are left as they were. Update vdb and b as well.",
    implementation: (...update: Update) => {
      const result = solution.updateParametersWithMomentum(...update);
      return { parameters: onlyWeights(result.parameters, update[0]), v: onlyWeights(result.v, update[2]) };
    },
  },
  {
    id: "opt-momentum-last-layer-missing",
    function: "updateParametersWithMomentum",
    message: "The last layer is missing. Layers are counted from 1 to L, so the loop runs while l <= L, not l < L.",
    implementation: (...update: Update) => {
      const result = solution.updateParametersWithMomentum(...update);
      return { parameters: withoutLastLayer(result.parameters), v: withoutLastLayer(result.v) };
    },
  },
];
