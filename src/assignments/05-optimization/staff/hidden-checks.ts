import type { Case, HiddenCheck } from "../../../check/contract";
import type { NDArray } from "../../../core/NDArray";
import { np } from "../../../np";
import type { RandomState } from "../../../random/RandomState";
import type { Gradients, Parameters } from "../assignment";
import { eachGradient } from "./variants";

/**
 * Random inputs. Gradients keep away from 0, where it would matter whether ε stands under the root or beside it; some
 * are exactly 0, where it must not; and where ε is large, it does not either (see {@link halfRoots}).
 */
export const hiddenChecks: HiddenCheck[] = [
  {
    id: "updateParametersWithGd.random",
    function: "updateParametersWithGd",
    title: "other networks and learning rates",
    points: 5,
    cases: (random) =>
      [1, 2, 11, 3].map((layers) => {
        const { parameters, grads } = network(random, layers);
        return { args: [parameters, grads, layers === 3 ? 0 : random.uniform(0.01, 0.5)] };
      }),
  },
  {
    id: "randomMiniBatches.random",
    function: "randomMiniBatches",
    title: "other sets, sizes and seeds",
    points: 6,
    cases: (random) => [
      examples(random, integer(random, 30, 60), integer(random, 7, 14)),
      examples(random, integer(random, 100, 150), 64),
    ],
  },
  {
    id: "randomMiniBatches.edges",
    function: "randomMiniBatches",
    title: "no rest, one example left over, a single mini-batch",
    points: 4,
    cases: (random) => {
      const size = integer(random, 4, 9);
      return [
        examples(random, 3 * size, size),
        examples(random, 2 * size + 1, size),
        examples(random, size - 1, size),
        examples(random, integer(random, 3, 6), 1),
      ];
    },
  },
  {
    id: "exponentiallyWeightedAverage.random",
    function: "exponentiallyWeightedAverage",
    title: "other series and other β",
    points: 5,
    cases: (random) => [
      { args: [random.randn(integer(random, 20, 40)), random.uniform(0.8, 0.98)] },
      { args: [random.uniform(-5, 30, [integer(random, 5, 15)]), random.uniform(0.3, 0.7)] },
      { args: [random.randn(3), random.uniform(0.1, 0.2)] },
      { args: [random.randn(1), random.uniform(0.8, 0.98)] },
    ],
  },
  {
    id: "initializeVelocity.random",
    function: "initializeVelocity",
    title: "other networks",
    points: 3,
    cases: (random) => [1, 3, 11].map((layers) => ({ args: [network(random, layers).parameters] })),
  },
  {
    id: "updateParametersWithMomentum.random",
    function: "updateParametersWithMomentum",
    title: "other networks, velocities and settings",
    points: 7,
    cases: (random) =>
      [1, 2, 11].map((layers) => {
        const { parameters, grads, v } = network(random, layers);
        return { args: [parameters, grads, v, random.uniform(0.6, 0.98), random.uniform(0.05, 0.5)] };
      }),
  },
  {
    id: "updateParametersWithRmsprop.random",
    function: "updateParametersWithRmsprop",
    title: "other networks, averages and settings",
    points: 5,
    tolerance: { atol: 1e-6 },
    cases: (random) => {
      const usual = [1, 11, 4].map((layers) => {
        const { parameters, grads, s } = withDeadUnit(network(random, layers));
        const beta = layers === 4 ? 0 : random.uniform(0.6, 0.98);
        return { args: [parameters, grads, s, beta, random.uniform(0.01, 0.1)] };
      });
      const beta = random.uniform(0.6, 0.8);
      const { parameters, grads, s } = halfRoots(random, beta);
      const [rate, epsilon] = [random.uniform(0.02, 0.05), random.uniform(0.001, 0.0015)];
      return [...usual, { args: [parameters, grads, s, beta, rate, epsilon] }];
    },
  },
  {
    id: "initializeAdam.random",
    function: "initializeAdam",
    title: "other networks",
    points: 3,
    cases: (random) => [1, 3, 11].map((layers) => ({ args: [network(random, layers).parameters] })),
  },
  {
    id: "updateParametersWithAdam.random",
    function: "updateParametersWithAdam",
    title: "other networks, averages and settings",
    points: 5,
    tolerance: { atol: 1e-6 },
    cases: (random) => {
      const usual = [1, 11, 4].map((layers) => {
        const { parameters, grads, v, s } = network(random, layers);
        const t = { 1: 1, 4: integer(random, 2, 9), 11: integer(random, 12, 30) }[layers] ?? 1;
        const betas = [layers === 4 ? 0 : random.uniform(0.7, 0.95), random.uniform(0.96, 0.995)];
        return { args: [parameters, grads, v, s, t, random.uniform(0.01, 0.1), ...betas] };
      });
      const [beta1, beta2] = [random.uniform(0.4, 0.5), random.uniform(0.6, 0.8)];
      const { parameters, grads, v, s } = halfRoots(random, beta2);
      // So late that nothing is left of the corrections.
      const t = integer(random, 80, 100);
      const [rate, epsilon] = [random.uniform(0.02, 0.05), random.uniform(0.001, 0.0015)];
      return [...usual, { args: [parameters, grads, v, s, t, rate, beta1, beta2, epsilon] }];
    },
  },
  {
    id: "updateParametersWithAdam.first",
    function: "updateParametersWithAdam",
    title: "the first step of other networks, with the default settings",
    points: 3,
    tolerance: { atol: 1e-6 },
    cases: (random) =>
      [2, 3].map((layers) => {
        const { parameters, grads } = withDeadUnit(network(random, layers));
        const zeros = () => eachGradient(parameters, (_, parameter) => np.zerosLike(parameter));
        return { args: [parameters, grads, zeros(), zeros(), 1] };
      }),
  },
  {
    id: "learningRateDecay.random",
    function: "learningRateDecay",
    title: "other schedules",
    points: 3,
    cases: (random) => [
      { args: [random.uniform(0.01, 0.5), integer(random, 2, 50), random.uniform(0.2, 0.9)] },
      {
        args: [
          random.uniform(0.01, 0.5),
          5 * integer(random, 2, 5) + integer(random, 1, 4),
          random.uniform(0.2, 0.9),
          5,
        ],
      },
    ],
  },
];

/** A whole number from `low` to `high`, both included. */
function integer(random: RandomState, low: number, high: number): number {
  return Math.floor(random.uniform(low, high + 1));
}

interface Network {
  parameters: Parameters;
  grads: Gradients;
  v: Gradients;
  s: Gradients;
}

/** A network of that many layers of 1 to 4 units, with gradients and with averages of some steps before. */
function network(random: RandomState, layers: number): Network {
  const units = Array.from({ length: layers + 1 }, () => integer(random, 1, 4));
  const parameters: Parameters = {};
  for (let l = 1; l <= layers; l++) {
    parameters[`W${l}`] = random.randn(units[l], units[l - 1]);
    parameters[`b${l}`] = random.randn(units[l], 1);
  }
  const grads = eachGradient(parameters, (_, { shape }) => awayFromZero(random, shape));
  const v = eachGradient(parameters, (_, { shape }) => awayFromZero(random, shape));
  const s = eachGradient(parameters, (_, { shape }) => random.uniform(0.2, 1.5, shape));
  return { parameters, grads, v, s };
}

/** Of either sign, with a magnitude from 0.1 to 1.5. */
function awayFromZero(random: RandomState, shape: readonly number[]): NDArray {
  const sign = np.where(np.less(random.uniform(0, 1, shape), 0.5), -1, 1);
  return np.multiply(sign, random.uniform(0.1, 1.5, shape));
}

/** The network with a first unit that has never passed anything on: its gradients are 0, and so are their averages. */
function withDeadUnit({ parameters, ...averages }: Network): Network {
  for (const { dW1, db1 } of Object.values(averages)) {
    dW1.slice(0).assign(0);
    db1.slice(0).assign(0);
  }
  return { parameters, ...averages };
}

/**
 * A network with a dead unit, whose other s are all 1/4 after a step with this β. There √(s + ε) is √s + ε but for ε²: a
 * large ε can be seen, and on which side of the root it is added cannot.
 */
function halfRoots(random: RandomState, beta: number): Network {
  const { parameters, v } = network(random, 2);
  const grads = eachGradient(parameters, (_, { shape }) => np.multiply(0.4, awayFromZero(random, shape)));
  const s = eachGradient(parameters, (key) =>
    np.divide(np.subtract(0.25, np.multiply(1 - beta, np.square(grads[key]))), beta),
  );
  return withDeadUnit({ parameters, grads, v, s });
}

/** X (n, m) and Y (1, m) with values that tell the examples apart, a size, and a seed other than 0. */
function examples(random: RandomState, m: number, miniBatchSize: number): Case {
  const X = random.randn(integer(random, 1, 3), m);
  const Y = np.less(random.uniform(0, 1, [1, m]), 0.5);
  return { args: [X, Y, miniBatchSize, integer(random, 1, 1000)] };
}
