import type { Case, PublicCheck } from "../../check/contract";
import { np } from "../../np";
import { RandomState } from "../../random/RandomState";
import type { Gradients, Parameters } from "./assignment";

/** The checks that learners run themselves; "course" are the inputs of the course's own tests. */
export const checks: PublicCheck[] = [
  {
    id: "updateParametersWithGd.course",
    function: "updateParametersWithGd",
    title: "one step on two layers, and one on two others",
    points: 3,
    cases: () => [1, 2].map((seed) => ({ args: [course(seed).parameters, course(seed).grads, 0.01] })),
    hint: "For every layer l from 1 to L: W[l] = W[l] - learningRate * dW[l], and b[l] likewise.",
  },
  {
    id: "updateParametersWithGd.layers",
    function: "updateParametersWithGd",
    title: "networks of one and of three layers",
    points: 2,
    cases: () => [
      { args: [oneLayer().parameters, oneLayer().grads, 0.5] },
      { args: [threeLayers().parameters, threeLayers().grads, 0.1] },
    ],
    hint: "A network with L layers has 2 L parameters: L = Object.keys(parameters).length / 2.",
  },
  {
    id: "randomMiniBatches.course",
    function: "randomMiniBatches",
    title: "148 examples in mini-batches of 64, and 148 others with the defaults",
    points: 4,
    cases: () => {
      const others = np.arange(148, 296);
      return [
        numbered(148, 64, 0),
        { args: [np.stack([others, np.negative(others)]), np.mod(others, 3).reshape(1, 148)] },
      ];
    },
    hint: "np.random.seed(seed), then one np.random.permutation(m): its k-th number says which example comes k-th. By default the size is 64, and the seed 0.",
  },
  {
    id: "randomMiniBatches.sizes",
    function: "randomMiniBatches",
    title: "sizes that divide m, and that do not",
    points: 4,
    cases: () => [numbered(12, 4, 3), numbered(10, 3, 3), numbered(5, 8, 1)],
    hint: "All examples come exactly once. The last mini-batch has the rest, which may be smaller, but never empty.",
  },
  {
    id: "exponentiallyWeightedAverage.constant",
    function: "exponentiallyWeightedAverage",
    title: "the average of a constant is the constant",
    points: 2,
    cases: () => [{ args: [np.ones(6), 0.9] }, { args: [np.full(6, -20), 0.9] }],
    hint: "With the bias correction, even the first average is right: v_1 / (1 - β) = θ_1.",
  },
  {
    id: "exponentiallyWeightedAverage.days",
    function: "exponentiallyWeightedAverage",
    title: "the temperatures of ten days",
    points: 3,
    cases: () => [
      { args: [np.array([4, 9, 6, 11, 7, 12, 10, 15, 13, 16]), 0.9] },
      { args: [np.array([4, 9, 6, 11, 7, 12, 10, 15, 13, 16]), 0.5] },
      { args: [np.array([4, 9, 6, 11, 7, 12, 10, 15, 13, 16]), 0] },
    ],
    hint: "v = β v + (1 - β) θ_t with v = 0 at first; write down v / (1 - β^t), with t counted from 1. With β = 0 nothing is remembered.",
  },
  {
    id: "initializeVelocity.course",
    function: "initializeVelocity",
    title: "zeros in the shapes of the parameters",
    points: 3,
    cases: () => [{ args: [course().parameters] }, { args: [threeLayers().parameters] }],
    hint: "The keys are dW1, db1, …: those of the gradients. np.zerosLike(W) has the shape of W.",
  },
  {
    id: "updateParametersWithMomentum.course",
    function: "updateParametersWithMomentum",
    title: "the first step of two networks, from rest",
    points: 4,
    cases: () =>
      [1, 2].map((seed) => ({ args: [course(seed).parameters, course(seed).grads, rest(course(seed)), 0.9, 0.01] })),
    hint: "First the new velocity, v = β v + (1 - β) dW; then the step along it, W = W - learningRate * v.",
  },
  {
    id: "updateParametersWithMomentum.moving",
    function: "updateParametersWithMomentum",
    title: "a step with a velocity, and one without momentum",
    points: 3,
    cases: () => [
      { args: [threeLayers().parameters, threeLayers().grads, threeLayers().v, 0.8, 0.1] },
      { args: [oneLayer().parameters, oneLayer().grads, oneLayer().v, 0, 0.5] },
    ],
    hint: "With β = 0 nothing is left of the old velocity, and the step is that of gradient descent.",
  },
  {
    id: "updateParametersWithRmsprop.first",
    function: "updateParametersWithRmsprop",
    title: "the first step",
    points: 3,
    tolerance: epsilonAnywhere(),
    cases: () => [
      { args: [oneLayer().parameters, oneLayer().grads, rest(oneLayer()), 0.9, 0.01] },
      { args: [threeLayers().parameters, threeLayers().grads, rest(threeLayers()), 0.75, 0.1] },
    ],
    hint: "First s = β s + (1 - β) dW², then W = W - learningRate * dW / (√s + ε), all element by element.",
  },
  {
    id: "updateParametersWithRmsprop.dead",
    function: "updateParametersWithRmsprop",
    title: "a later step, where some gradients are 0",
    points: 2,
    tolerance: epsilonAnywhere(),
    cases: () => [
      { args: [threeLayers().parameters, threeLayers().grads, threeLayers().s, 0.99, 0.1] },
      { args: [deadUnit().parameters, deadUnit().grads, rest(deadUnit()), 0.9, 0.1, 1e-8] },
    ],
    hint: "A unit that is switched off has gradient 0, and its s stays 0: what keeps the division from being 0/0?",
  },
  {
    id: "updateParametersWithRmsprop.epsilon",
    function: "updateParametersWithRmsprop",
    title: "an ε that can be seen",
    points: 1,
    tolerance: epsilonAnywhere(),
    cases: () => [{ args: [halfRoots().parameters, halfRoots().grads, halfRoots().s, 0.5, 0.1, 0.001] }],
    hint: "ε is added to the root, and it is an argument: 1e-8 is only its default.",
  },
  {
    id: "updateParametersWithRmsprop.default",
    function: "updateParametersWithRmsprop",
    title: "ε is 1e-8 if it is not given",
    points: 1,
    tolerance: defaultEpsilon(),
    cases: () =>
      [halfRoots(), otherHalfRoots()].map(({ parameters, grads, s }) => ({ args: [parameters, grads, s, 0.5, 0.1] })),
    hint: "A default stands in the list of parameters: epsilon = 1e-8.",
  },
  {
    id: "initializeAdam.course",
    function: "initializeAdam",
    title: "two sets of zeros",
    points: 3,
    cases: () => [{ args: [course().parameters] }, { args: [threeLayers().parameters] }],
    hint: "Both v and s look like what initializeVelocity returns: return { v, s }.",
  },
  {
    id: "updateParametersWithAdam.course",
    function: "updateParametersWithAdam",
    title: "a second step on two layers, and a first one",
    points: 4,
    tolerance: epsilonAnywhere(),
    cases: () =>
      [2, 1].map((t) => ({
        args: [course().parameters, course().grads, rest(course()), rest(course()), t],
      })),
    hint: "Work along the five lines: v, s, then v̂ = v / (1 - β1^t) and ŝ = s / (1 - β2^t), then the step.",
  },
  {
    id: "updateParametersWithAdam.later",
    function: "updateParametersWithAdam",
    title: "a later step with other settings, and a gradient of 0",
    points: 4,
    tolerance: epsilonAnywhere(),
    cases: () => [
      { args: [threeLayers().parameters, threeLayers().grads, threeLayers().v, threeLayers().s, 5, 0.1, 0.8, 0.95] },
      { args: [deadUnit().parameters, deadUnit().grads, rest(deadUnit()), rest(deadUnit()), 1, 0.1, 0.9, 0.999, 1e-8] },
    ],
    hint: "v and s come back without the correction: the corrected ones are for this step only.",
  },
  {
    id: "updateParametersWithAdam.epsilon",
    function: "updateParametersWithAdam",
    title: "an ε that can be seen",
    points: 1,
    tolerance: epsilonAnywhere(),
    cases: () => {
      const { parameters, grads, v, s } = halfRoots();
      return [{ args: [parameters, grads, v, s, 60, 0.1, 0.8, 0.5, 0.001] }];
    },
    hint: "ε is added to the root, and it is an argument: 1e-8 is only its default.",
  },
  {
    id: "updateParametersWithAdam.default",
    function: "updateParametersWithAdam",
    title: "a very late step with the default settings",
    points: 1,
    tolerance: defaultEpsilon(),
    cases: () =>
      [halfRoots(0.999), otherHalfRoots(0.999)].map(({ parameters, grads, v, s }) => ({
        args: [parameters, grads, v, s, 40_000],
      })),
    hint: "Defaults stand in the list of parameters: learningRate = 0.01, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8.",
  },
  {
    id: "learningRateDecay.epochs",
    function: "learningRateDecay",
    title: "every epoch a little slower",
    points: 2,
    cases: () => [
      { args: [0.2, 0, 1] },
      { args: [0.2, 1, 1] },
      { args: [0.2, 3, 1] },
      { args: [0.5, 2, 0.3] },
      { args: [0.5, 4, 0] },
    ],
    hint: "With α_0 = 0.2 and a decay rate of 1: 0.2, 0.1, 0.067, 0.05, … With a decay rate of 0 it stays as it is.",
  },
  {
    id: "learningRateDecay.interval",
    function: "learningRateDecay",
    title: "a step down every 1000 epochs",
    points: 1,
    cases: () => [{ args: [0.1, 999, 1, 1000] }, { args: [0.1, 1000, 1, 1000] }, { args: [0.1, 2500, 0.5, 1000] }],
    hint: "⌊epochNum / timeInterval⌋ counts the changes so far: Math.floor.",
  },
];

/**
 * Both √s + ε, the formula, and √(s + ε), with which the course once printed its table, are accepted: they differ by
 * less than this.
 */
function epsilonAnywhere() {
  return { atol: 1e-6 };
}

/** Tells an ε of 1e-8 from one of 1e-7, where all s are 1/4 (see {@link halfRoots}). */
function defaultEpsilon() {
  return { atol: 1e-10, rtol: 1e-10 };
}

interface Network {
  parameters: Parameters;
  grads: Gradients;
}

/** 3-2-3, drawn as the course's tests draw it. */
function course(seed = 1): Network {
  const random = new RandomState(seed);
  const [W1, b1, W2, b2] = [random.randn(2, 3), random.randn(2, 1), random.randn(3, 3), random.randn(3, 1)];
  const [dW1, db1, dW2, db2] = [random.randn(2, 3), random.randn(2, 1), random.randn(3, 3), random.randn(3, 1)];
  return { parameters: { W1, b1, W2, b2 }, grads: { dW1, db1, dW2, db2 } };
}

/** 2-1, in motion. */
function oneLayer() {
  return {
    parameters: { W1: np.array([[0.5, -1]]), b1: np.array([[0.25]]) },
    grads: { dW1: np.array([[1, -0.5]]), db1: np.array([[2]]) },
    v: { dW1: np.array([[-0.5, 2]]), db1: np.array([[1]]) },
  };
}

/** 1-2-2-1, after a few steps. */
function threeLayers() {
  const v = {
    dW1: np.array([[0.4], [-0.2]]),
    db1: np.array([[0.1], [0.3]]),
    dW2: np.array([
      [-0.5, 0.2],
      [0.1, -0.4],
    ]),
    db2: np.array([[0.6], [-0.1]]),
    dW3: np.array([[0.3, -0.7]]),
    db3: np.array([[-0.2]]),
  };
  const s = Object.fromEntries(Object.entries(v).map(([key, value]) => [key, np.add(0.1, np.square(value))]));
  return {
    parameters: {
      W1: np.array([[1], [-2]]),
      b1: np.array([[0.5], [0]]),
      W2: np.array([
        [0.3, -0.6],
        [1.2, 0.9],
      ]),
      b2: np.array([[-0.4], [0.8]]),
      W3: np.array([[1.5, -0.3]]),
      b3: np.array([[0.1]]),
    },
    grads: {
      dW1: np.array([[-0.8], [0.6]]),
      db1: np.array([[0.2], [-0.9]]),
      dW2: np.array([
        [0.7, -0.3],
        [-1.1, 0.5],
      ]),
      db2: np.array([[1.3], [0.4]]),
      dW3: np.array([[-0.6, 0.9]]),
      db3: np.array([[1.2]]),
    },
    v,
    s,
  };
}

/** 2-2, whose second unit passes nothing on: its gradients are 0. */
function deadUnit(): Network {
  return {
    parameters: {
      W1: np.array([
        [0.5, -1],
        [2, 1],
      ]),
      b1: np.array([[0], [-3]]),
    },
    grads: {
      dW1: np.array([
        [0.4, -0.2],
        [0, 0],
      ]),
      db1: np.array([[-0.3], [0]]),
    },
  };
}

/**
 * 2-2, whose second unit passes nothing on. After a step with β, every other s is 1/4: there √(s + ε) is √s + ε but for
 * ε², so that an ε of 1/1000 can be seen, and on which side of the root it is added cannot. In Adam the same holds after
 * many steps, when nothing is left of the correction.
 */
function halfRoots(beta = 0.5) {
  const grads = {
    dW1: np.array([
      [0.1, -0.7],
      [0, 0],
    ]),
    db1: np.array([[0.5], [0]]),
  };
  const v = {
    dW1: np.array([
      [0.3, -0.4],
      [0, 0],
    ]),
    db1: np.array([[0.2], [0]]),
  };
  return { parameters: deadUnit().parameters, grads, v, s: beforeHalfRoots(grads, beta) };
}

/** The same, going the other way. */
function otherHalfRoots(beta = 0.5) {
  const { parameters, grads, v } = halfRoots();
  const turned = { dW1: np.multiply(grads.dW1, -0.5), db1: np.multiply(grads.db1, -0.5) };
  return { parameters, grads: turned, v, s: beforeHalfRoots(turned, beta) };
}

/** The averages of which β s + (1 - β) dW² is 1/4, or 0 where the gradient is. */
function beforeHalfRoots(grads: Gradients, beta: number): Gradients {
  return Object.fromEntries(
    Object.entries(grads).map(([key, grad]) => {
      const s = np.divide(np.subtract(0.25, np.multiply(1 - beta, np.square(grad))), beta);
      return [key, np.where(grad, s, 0)];
    }),
  );
}

/** v or s before the first step. */
function rest({ grads }: Network): Gradients {
  return Object.fromEntries(Object.entries(grads).map(([key, grad]) => [key, np.zerosLike(grad)]));
}

/** m examples that carry their own number, so that a learner sees where each one went; labels 0 and 1 in turn. */
function numbered(m: number, miniBatchSize: number, seed: number): Case {
  const numbers = np.arange(m);
  const X = np.stack([numbers, np.negative(numbers)]);
  return { args: [X, np.mod(numbers, 2).reshape(1, m), miniBatchSize, seed] };
}
