import type { Misconception } from "../../../../check/contract";
import { np } from "../../../../np";
import type { Gradients, Parameters } from "../../assignment";
import * as solution from "../solution";
import { eachGradient, keep, withoutLastLayer } from "../variants";

function zerosUnderParameterKeys(parameters: Parameters) {
  return Object.fromEntries(Object.entries(parameters).map(([key, value]) => [key, np.zerosLike(value)]));
}

const numbers = (parameters: Parameters) => Object.fromEntries(Object.keys(parameters).map((key) => [`d${key}`, 0]));

const rank1 = (parameters: Parameters) =>
  eachGradient(parameters, (key, parameter) => np.zeros(key.startsWith("db") ? parameter.size : parameter.shape));

/** v for Adam as one wrong rule makes it, and s likewise. */
const twice = (rule: (parameters: Parameters) => unknown) => (parameters: Parameters) => ({
  v: rule(parameters),
  s: rule(parameters),
});

const lastLayerMissing = (parameters: Parameters): Gradients =>
  withoutLastLayer(solution.initializeVelocity(parameters));

export const initialization: Misconception[] = [
  {
    id: "opt-velocity-keys-without-d",
    function: "initializeVelocity",
    message: "The keys are the parameters' own. The velocity belongs to the gradients, so its keys are dW1, db1, …",
    implementation: zerosUnderParameterKeys,
  },
  {
    id: "opt-velocity-numbers",
    function: "initializeVelocity",
    message: "The velocities are the number 0. Each is an array of zeros in the shape of its parameter.",
    implementation: numbers,
  },
  {
    id: "opt-velocity-copies-parameters",
    function: "initializeVelocity",
    message: "The velocity holds the parameters' values. It starts at rest: zeros of the same shapes, np.zerosLike(W).",
    implementation: (parameters: Parameters) => eachGradient(parameters, (_, parameter) => parameter),
  },
  {
    id: "opt-velocity-last-layer-missing",
    function: "initializeVelocity",
    message: "The last layer is missing. Layers are counted from 1 to L, so the loop runs while l <= L, not l < L.",
    implementation: lastLayerMissing,
  },
  {
    id: "opt-velocity-only-weights",
    function: "initializeVelocity",
    message: "The biases have a velocity too: add db1, …, dbL.",
    implementation: (parameters: Parameters) =>
      keep(solution.initializeVelocity(parameters), (key) => key.startsWith("dW")),
  },
  {
    id: "opt-velocity-rank-1",
    function: "initializeVelocity",
    message: "db is a rank-1 array. It needs the shape of b, (n, 1): np.zerosLike(b).",
    implementation: rank1,
  },
  {
    id: "adam-init-only-v",
    function: "initializeAdam",
    message: "Only v came back. Adam keeps two averages: return { v, s }.",
    implementation: (parameters: Parameters) => solution.initializeVelocity(parameters),
  },
  {
    id: "adam-init-list",
    function: "initializeAdam",
    message: "v and s came back as a list. Return an object with those two names: { v, s }.",
    implementation: (parameters: Parameters) => {
      const { v, s } = solution.initializeAdam(parameters);
      return [v, s];
    },
  },
  {
    id: "adam-init-keys-without-d",
    function: "initializeAdam",
    message: "The keys are the parameters' own. v and s belong to the gradients, so their keys are dW1, db1, …",
    implementation: twice(zerosUnderParameterKeys),
  },
  {
    id: "adam-init-numbers",
    function: "initializeAdam",
    message: "v and s hold the number 0. Each entry is an array of zeros in the shape of its parameter.",
    implementation: twice(numbers),
  },
  {
    id: "adam-init-s-ones",
    function: "initializeAdam",
    message: "s starts at 1. Both averages start at 0; the bias correction and ε take care of the first divisions.",
    implementation: (parameters: Parameters) => ({
      v: solution.initializeVelocity(parameters),
      s: eachGradient(parameters, (_, parameter) => np.onesLike(parameter)),
    }),
  },
  {
    id: "adam-init-last-layer-missing",
    function: "initializeAdam",
    message: "The last layer is missing. Layers are counted from 1 to L, so the loop runs while l <= L, not l < L.",
    implementation: twice(lastLayerMissing),
  },
];
