import type { Case, HiddenCheck, Value } from "../../../check/contract";
import type { NDArray } from "../../../core/NDArray";
import { np } from "../../../np";
import type { RandomState } from "../../../random/RandomState";
import type { NetworkGradients, NetworkParameters } from "../assignment";
import * as solution from "./solution";

/**
 * Random inputs. The weights are moderate, so that no probability comes so near to 0 or 1 that a correct formula loses
 * digits in log(1 - A3).
 */
export const hiddenChecks: HiddenCheck[] = [
  ...["initializeParametersZeros", "initializeParametersRandom", "initializeParametersHe"].map(otherLayers),
  {
    id: "normalizeInputs.random",
    function: "normalizeInputs",
    title: "other numbers of features and examples",
    points: 5,
    cases: (random) => [
      { args: twoSets(random, 1, integer(random, 4, 6), 3) },
      { args: twoSets(random, 3, integer(random, 5, 9), 4) },
      { args: twoSets(random, integer(random, 4, 6), 7, 2) },
      { args: twoSets(random, 2, integer(random, 3, 5), integer(random, 6, 9)).map((X) => np.multiply(X, 1e-6)) },
    ],
  },
  {
    id: "computeCostWithRegularization.random",
    function: "computeCostWithRegularization",
    title: "other networks, examples and λ",
    points: 4,
    cases: (random) => [2, 9, 5, 1].map((m) => costCase(random, m)),
  },
  {
    id: "backwardPropagationWithRegularization.random",
    function: "backwardPropagationWithRegularization",
    title: "other networks, examples and λ",
    points: 5,
    cases: (random) => [integer(random, 4, 8), 2, 1].map((m) => penalizedCase(random, m, random.uniform(0.1, 1.5))),
  },
  {
    id: "backwardPropagationWithRegularization.zero",
    function: "backwardPropagationWithRegularization",
    title: "λ = 0 leaves the gradients without a penalty",
    points: 2,
    cases: (random) => [penalizedCase(random, 6, 0)],
  },
  {
    id: "forwardPropagationWithDropout.random",
    function: "forwardPropagationWithDropout",
    title: "other networks, examples, keepProb and seeds",
    points: 5,
    cases: (random) => [
      { args: [...dropoutInputs(random, integer(random, 5, 8)), random.uniform(0.3, 0.7)] },
      { args: [...dropoutInputs(random, integer(random, 8, 12)), random.uniform(0.3, 0.9), integer(random, 2, 999)] },
    ],
  },
  {
    id: "forwardPropagationWithDropout.defaults",
    function: "forwardPropagationWithDropout",
    title: "keepProb is 0.5 if it is not given",
    points: 2,
    cases: (random) => [{ args: dropoutInputs(random, 7) }],
  },
  {
    id: "backwardPropagationWithDropout.random",
    function: "backwardPropagationWithDropout",
    title: "other networks, examples and keepProb",
    points: 7,
    cases: (random) => [
      dropoutCase(random, integer(random, 6, 9), random.uniform(0.4, 0.7)),
      dropoutCase(random, integer(random, 9, 12), random.uniform(0.6, 0.9)),
      nearlyAllKept(random),
    ],
  },
  {
    id: "forwardPropagationN.random",
    function: "forwardPropagationN",
    title: "other networks and numbers of examples",
    points: 4,
    cases: (random) => [integer(random, 3, 8), 1].map((m) => forwardCase(random, m)),
  },
  {
    id: "gradientCheckN.wrong",
    function: "gradientCheckN",
    title: "a mistake in one of the gradients",
    points: 4,
    // Steps of 1e-7 magnify the rounding of the cost: to 4e-7 in the worst of 1,200 seeds.
    tolerance: { atol: 1e-6, rtol: 0 },
    cases: (random) => [
      gradientCase(random, 1e-7, oneWrong(random)),
      gradientCase(random, 1e-4, oneWrong(random)),
      nearKink(random),
    ],
  },
  {
    id: "gradientCheckN.epsilon",
    function: "gradientCheckN",
    title: "steps of other lengths",
    points: 4,
    // With steps this long rounding does not count, only the error of the formula does.
    tolerance: { atol: 1e-9, rtol: 1e-4 },
    cases: (random) => [0.05, random.uniform(0.02, 0.04)].map((epsilon) => gradientCase(random, epsilon)),
  },
  {
    id: "backwardPropagationN.random",
    function: "backwardPropagationN",
    title: "other networks and numbers of examples",
    points: 5,
    cases: (random) => [integer(random, 4, 8), 2, 1].map((m) => backwardCase(random, m)),
  },
];

/** A whole number from `low` to `high`, both included. */
function integer(random: RandomState, low: number, high: number): number {
  return Math.floor(random.uniform(low, high + 1));
}

function otherLayers(name: string): HiddenCheck {
  const points: Record<string, number> = {
    initializeParametersZeros: 2,
    initializeParametersRandom: 3,
    initializeParametersHe: 4,
  };
  return {
    id: `${name}.random`,
    function: name,
    title: "other layers",
    points: points[name],
    cases: (random) => [
      { args: [[integer(random, 3, 6), integer(random, 7, 9), integer(random, 2, 6), 1]] },
      { args: [[integer(random, 3, 9), integer(random, 10, 12)]] },
      { args: [new Array(4).fill(integer(random, 2, 4))] },
    ],
  };
}

/** XTrain (n, mTrain) and XTest (n, mTest); every feature has its own mean and deviation. */
function twoSets(random: RandomState, n: number, mTrain: number, mTest: number): NDArray[] {
  const mean = random.uniform(-20, 20, [n, 1]);
  const deviation = random.uniform(2, 9, [n, 1]);
  return [mTrain, mTest].map((m) => np.add(mean, np.multiply(deviation, random.randn(n, m))));
}

/** A network of n0 inputs, two hidden layers and one output. */
function network(random: RandomState, n0: number, n1: number, n2: number): NetworkParameters {
  const parameters: NetworkParameters = {};
  for (const [l, [units, inputs]] of Object.entries({ 1: [n1, n0], 2: [n2, n1], 3: [1, n2] })) {
    parameters[`W${Number(l)}`] = np.multiply(random.randn(units, inputs), Math.sqrt(1.5 / inputs));
    parameters[`b${Number(l)}`] = np.multiply(random.randn(units, 1), 0.4);
  }
  return parameters;
}

/** Smallest and largest number of units of the input and the two hidden layers. */
type Sizes = [low: number, high: number][];

const usual: Sizes = [
  [2, 5],
  [3, 6],
  [2, 4],
];
/** For gradient checks, which take two passes forward for every parameter. */
const small: Sizes = [
  [2, 3],
  [3, 4],
  [2, 3],
];

type Problem = [X: NDArray, Y: NDArray, parameters: NetworkParameters];

/** X (n, m), Y (1, m) with labels of both kinds where m allows it, and a network for them. */
function problem(random: RandomState, m: number, sizes = usual): Problem {
  const [n, n1, n2] = sizes.map(([low, high]) => integer(random, low, high));
  const first = integer(random, 0, 1);
  const Y = Array.from({ length: m }, (_, i) => (i === 0 ? first : i === 1 ? 1 - first : integer(random, 0, 1)));
  return [random.randn(n, m), np.array([Y]), network(random, n, n1, n2)];
}

/** {@link problem} where units of both hidden layers are active and others are not, and every weight matrix learns. */
function mixedProblem(random: RandomState, m: number, sizes = usual): Problem {
  for (;;) {
    const [X, Y, parameters] = problem(random, m, sizes);
    const { cache } = solution.forwardPropagationN(X, Y, parameters);
    const isMixed = [cache.A1, cache.A2].every((A) => np.max(A) > 0 && np.min(A) === 0);
    if (isMixed && learns(solution.backwardPropagationN(X, Y, cache))) return [X, Y, parameters];
  }
}

function learns({ dW1, dW2, dW3 }: NetworkGradients): boolean {
  return [dW1, dW2, dW3].every((dW) => np.any(dW));
}

function costCase(random: RandomState, m: number): Case {
  const [, Y, parameters] = problem(random, m);
  return { args: [random.uniform(0.05, 0.95, [1, m]), Y, parameters, random.uniform(0.1, 1.5)] };
}

function penalizedCase(random: RandomState, m: number, lambd: number): Case {
  const { args } = backwardCase(random, m);
  return { args: [...args, lambd] };
}

function dropoutInputs(random: RandomState, m: number): Value[] {
  const [X, , parameters] = mixedProblem(random, m);
  return [X, parameters];
}

/** The cache of a pass forward with dropout that shuts down units of both layers, and leaves enough to learn. */
function dropoutCase(random: RandomState, m: number, keepProb: number): Case {
  for (;;) {
    const [X, Y, parameters] = mixedProblem(random, m);
    const { cache } = solution.forwardPropagationWithDropout(X, parameters, keepProb, integer(random, 2, 999));
    const shutsDown = [cache.D1, cache.D2].every((D) => np.min(D) === 0);
    if (shutsDown && learns(solution.backwardPropagationWithDropout(X, Y, cache, keepProb))) {
      return { args: [X, Y, cache, keepProb] };
    }
  }
}

/** The masks of another keepProb: those of one so near to 1 would hardly shut down anything. */
function nearlyAllKept(random: RandomState): Case {
  const { args } = dropoutCase(random, integer(random, 6, 9), 0.5);
  return { args: [...args.slice(0, 3), random.uniform(0.96, 0.99)] };
}

function forwardCase(random: RandomState, m: number): Case {
  return { args: mixedProblem(random, m) };
}

function backwardCase(random: RandomState, m: number): Case {
  const [X, Y, parameters] = mixedProblem(random, m);
  return { args: [X, Y, solution.forwardPropagationN(X, Y, parameters).cache] };
}

function gradientCase(random: RandomState, epsilon: number, change = (gradients: NetworkGradients) => gradients): Case {
  const [X, Y, parameters] = mixedProblem(random, 4, small);
  const { cache } = solution.forwardPropagationN(X, Y, parameters);
  return { args: [parameters, change(solution.backwardPropagationN(X, Y, cache)), X, Y, epsilon] };
}

/**
 * No ε, and a network where a unit is so close to its kink that a step of the default length stays on one side of it, and
 * one that is ten times as long does not.
 */
function nearKink(random: RandomState): Case {
  for (;;) {
    const [X, Y, parameters] = mixedProblem(random, 4, small);
    const { Z1 } = solution.forwardPropagationN(X, Y, parameters).cache;
    const b1 = parameters.b1.copy();
    b1.set(0, 0, b1.at(0, 0) - Z1.at(0, 0) + 1.5e-7 * Math.max(1, np.max(np.abs(X))));
    const near = { ...parameters, b1 };
    const { cache } = solution.forwardPropagationN(X, Y, near);
    const gradients = oneWrong(random)(solution.backwardPropagationN(X, Y, cache));
    const difference = (epsilon: number) => solution.gradientCheckN(near, gradients, X, Y, epsilon);
    if (Math.abs(difference(1e-6) - difference(1e-7)) > 1e-3) return { args: [near, gradients, X, Y] };
  }
}

/** Multiplies the gradient of one parameter, and shifts it, so that it is wrong even where it was 0. */
function oneWrong(random: RandomState) {
  const name = (["dW1", "db1", "dW2", "db2", "dW3", "db3"] as const)[integer(random, 0, 5)];
  const factor = random.uniform(1.5, 3);
  return (gradients: NetworkGradients): NetworkGradients => ({
    ...gradients,
    [name]: np.add(np.multiply(gradients[name], factor), 0.1),
  });
}
