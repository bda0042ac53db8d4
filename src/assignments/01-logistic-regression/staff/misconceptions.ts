import type { Misconception } from "../../../check/contract";
import type { NDArray } from "../../../core/NDArray";
import { np } from "../../../np";
import * as solution from "./solution";
import {
  costOf,
  type Data,
  descend,
  errorOf,
  gradientsOf,
  optimizeThen,
  predictWith,
  propagateThen,
  type Sets,
  type Training,
  withCost,
} from "./variants";

/**
 * Wrong variants of every function. Where two of them agree on a check, the first one is named, so the usual mistakes
 * come before the rare ones.
 */
export const misconceptions: Misconception[] = [
  {
    id: "lr-sigmoid-sign",
    function: "sigmoid",
    message: "The exponent lacks its minus sign: σ(z) = 1 / (1 + e^(-z)), not 1 / (1 + e^z).",
    implementation: (z) => np.divide(1, np.add(1, np.exp(z))),
  },
  {
    id: "lr-sigmoid-parentheses",
    function: "sigmoid",
    message: "1 / 1 + e^(-z) is (1 / 1) + e^(-z): the whole sum 1 + e^(-z) belongs under the fraction.",
    implementation: (z) => np.add(1, np.exp(np.negative(z))),
  },
  {
    id: "lr-sigmoid-minus",
    function: "sigmoid",
    message: "The denominator is 1 + e^(-z), not 1 - e^(-z).",
    implementation: (z) => np.divide(1, np.subtract(1, np.exp(np.negative(z)))),
  },
  {
    id: "lr-sigmoid-derivative",
    function: "sigmoid",
    message: "That is the derivative σ(z)(1 - σ(z)); here the function itself, σ(z), is asked for.",
    implementation: (z) => np.multiply(solution.sigmoid(z), np.subtract(1, solution.sigmoid(z))),
  },
  {
    id: "lr-sigmoid-tanh",
    function: "sigmoid",
    message: "That is tanh, which runs from -1 to 1. The sigmoid runs from 0 to 1, and σ(0) is 0.5.",
    implementation: (z) => np.tanh(z),
  },
  {
    id: "lr-sigmoid-log",
    function: "sigmoid",
    message: "That is log σ(z). The logarithm belongs to the cost, not to the sigmoid.",
    implementation: (z) => np.log(solution.sigmoid(z)),
  },
  {
    id: "lr-sigmoid-overflow",
    function: "sigmoid",
    message:
      "For a large z, e^z is Infinity, and Infinity / Infinity is NaN. Write 1 / (1 + e^(-z)): for a large z, e^(-z) is 0.",
    implementation: (z) => np.divide(np.exp(z), np.add(1, np.exp(z))),
  },
  {
    id: "lr-init-row",
    function: "initializeWithZeros",
    message: "w is a row of shape (1, n). It must be a column of shape (n, 1): one weight under the other.",
    implementation: (dim: number) => ({ w: np.zeros([1, dim]), b: 0 }),
  },
  {
    id: "lr-init-rank-1",
    function: "initializeWithZeros",
    message: "np.zeros(n) has shape (n,): a rank-1 array, neither row nor column. Ask for np.zeros([n, 1]).",
    implementation: (dim: number) => ({ w: np.zeros(dim), b: 0 }),
  },
  {
    id: "lr-init-square",
    function: "initializeWithZeros",
    message: "w has n rows and n columns. One neuron has one weight for each feature: shape (n, 1).",
    implementation: (dim: number) => ({ w: np.zeros([dim, dim]), b: 0 }),
  },
  {
    id: "lr-init-ones",
    function: "initializeWithZeros",
    message: "The weights are ones; they should start at zero.",
    implementation: (dim: number) => ({ w: np.ones([dim, 1]), b: 0 }),
  },
  {
    id: "lr-init-bias-one",
    function: "initializeWithZeros",
    message: "The bias b is 1; it should start at zero, as w does.",
    implementation: (dim: number) => ({ w: np.zeros([dim, 1]), b: 1 }),
  },
  {
    id: "lr-init-bias-array",
    function: "initializeWithZeros",
    message: "The bias b is an array. One neuron has a single bias: the plain number 0.",
    implementation: (dim: number) => ({ w: np.zeros([dim, 1]), b: np.zeros([1, 1]) }),
  },
  {
    id: "lr-forgot-m",
    function: "propagate",
    message: "Nothing is divided by m: the cost and both gradients are averages over the m examples (1/m in front).",
    implementation: propagateThen(({ grads, cost }, m) => ({
      grads: { dw: np.multiply(grads.dw, m), db: grads.db * m },
      cost: cost * m,
    })),
  },
  {
    id: "lr-forgot-m-gradients",
    function: "propagate",
    message: "dw and db are not divided by m: both are averages over the m examples, as the cost is.",
    implementation: propagateThen(({ grads, cost }, m) => ({
      grads: { dw: np.multiply(grads.dw, m), db: grads.db * m },
      cost,
    })),
  },
  {
    id: "lr-forgot-m-cost",
    function: "propagate",
    message: "The cost is not divided by m: it is the average of the losses of the m examples.",
    implementation: propagateThen(({ grads, cost }, m) => ({ grads, cost: cost * m })),
  },
  {
    id: "lr-forgot-m-dw",
    function: "propagate",
    message: "dw is not divided by m: dw = 1/m X (A - Y)ᵀ.",
    implementation: propagateThen(({ grads, cost }, m) => ({
      grads: { dw: np.multiply(grads.dw, m), db: grads.db },
      cost,
    })),
  },
  {
    id: "lr-db-not-averaged",
    function: "propagate",
    message: "db is summed but not averaged: divide by m, db = 1/m Σ (A - Y).",
    implementation: propagateThen(({ grads, cost }, m) => ({ grads: { dw: grads.dw, db: grads.db * m }, cost })),
  },
  {
    id: "lr-m-from-rows",
    function: "propagate",
    message: "m is the number of rows of X, which is n. The m examples are its columns: X.shape[1].",
    implementation: (...[w, b, X, Y]: Data) => {
      const factor = X.shape[1] / X.shape[0];
      const { grads, cost } = solution.propagate(w, b, X, Y);
      return { grads: { dw: np.multiply(grads.dw, factor), db: grads.db * factor }, cost: cost * factor };
    },
  },
  {
    id: "lr-dw-without-X",
    function: "propagate",
    message: "dw leaves out X: (A - Y)/m is dz, one number an example. The weights' gradient is dw = 1/m X (A - Y)ᵀ.",
    implementation: (...[w, b, X, Y]: Data) => {
      const { grads, cost } = solution.propagate(w, b, X, Y);
      return { grads: { dw: np.divide(errorOf(w, b, X, Y), X.shape[1]), db: grads.db }, cost };
    },
  },
  {
    id: "lr-dw-transposed",
    function: "propagate",
    message: "dw is a row: (A - Y) Xᵀ has shape (1, n). It must have w's shape, (n, 1): dw = 1/m X (A - Y)ᵀ.",
    implementation: propagateThen(({ grads, cost }) => ({ grads: { dw: grads.dw.T, db: grads.db }, cost })),
  },
  {
    id: "lr-cost-sign",
    function: "propagate",
    message: "The cost has the wrong sign: log of a probability is negative, so the sum needs a minus in front.",
    implementation: propagateThen(({ grads, cost }) => ({ grads, cost: -cost })),
  },
  {
    id: "lr-cost-log2",
    function: "propagate",
    message: "The cost uses log2. Cross-entropy is defined here with the natural logarithm, np.log.",
    implementation: propagateThen(({ grads, cost }) => ({ grads, cost: cost / Math.LN2 })),
  },
  {
    id: "lr-cost-log10",
    function: "propagate",
    message: "The cost uses log10. Cross-entropy is defined here with the natural logarithm, np.log.",
    implementation: propagateThen(({ grads, cost }) => ({ grads, cost: cost / Math.LN10 })),
  },
  {
    id: "lr-cost-half",
    function: "propagate",
    message: "The cost counts only the examples labelled 1. Those labelled 0 add (1 - Y) log(1 - A).",
    implementation: withCost((A, Y) => -np.mean(np.multiply(Y, np.log(A)))),
  },
  {
    id: "lr-cost-swapped",
    function: "propagate",
    message: "The labels are swapped in the cost: log A goes with Y, and log(1 - A) with 1 - Y.",
    implementation: withCost((A, Y) => costOf(A, np.subtract(1, Y))),
  },
  {
    id: "lr-cost-squared-error",
    function: "propagate",
    message: "The cost is the squared error, which is not convex here. Use the cross-entropy: -1/m Σ (Y log A + …).",
    implementation: withCost((A, Y) => np.mean(np.square(np.subtract(A, Y)))),
  },
  {
    id: "lr-cost-half-squared-error",
    function: "propagate",
    message: "The cost is half the squared error, which is not convex here. Use the cross-entropy instead.",
    implementation: withCost((A, Y) => np.mean(np.square(np.subtract(A, Y))) / 2),
  },
  {
    id: "lr-gradient-sign",
    function: "propagate",
    message: "Both gradients have the wrong sign: the error is A - Y, not Y - A.",
    implementation: propagateThen(({ grads, cost }) => ({
      grads: { dw: np.negative(grads.dw), db: -grads.db },
      cost,
    })),
  },
  {
    id: "lr-gradient-extra-derivative",
    function: "propagate",
    message: "A - Y is multiplied by A(1 - A). With the cross-entropy the sigmoid's derivative cancels: dz = A - Y.",
    implementation: (...[w, b, X, Y]: Data) => {
      const A = solution.sigmoid(np.add(np.dot(w.T, X), b));
      const dZ = np.multiply(np.subtract(A, Y), np.multiply(A, np.subtract(1, A)));
      return { grads: gradientsOf(dZ, X), cost: costOf(A, Y) };
    },
  },
  {
    id: "lr-forgot-b",
    function: "propagate",
    message: "The bias is left out: A = σ(wᵀX + b).",
    implementation: (...[w, , X, Y]: Data) => solution.propagate(w, 0, X, Y),
  },
  {
    id: "lr-forgot-sigmoid",
    function: "propagate",
    message: "A is wᵀX + b itself: the sigmoid is left out, so A is not a probability and its logarithm may be NaN.",
    implementation: (...[w, b, X, Y]: Data) => {
      const A = np.add(np.dot(w.T, X), b);
      return { grads: gradientsOf(np.subtract(A, Y), X), cost: costOf(A, Y) };
    },
  },
  {
    id: "lr-db-is-dz",
    function: "propagate",
    message:
      "db is an array with one entry an example. The bias is shared by all of them: take the mean over examples.",
    implementation: (...[w, b, X, Y]: Data) => {
      const { grads, cost } = solution.propagate(w, b, X, Y);
      return { grads: { dw: grads.dw, db: np.divide(errorOf(w, b, X, Y), X.shape[1]) }, cost };
    },
  },
  {
    id: "lr-costs-modulo",
    function: "optimize",
    message:
      "The cost is recorded at every iteration except the multiples of 100: `i % 100` is true where it is not 0. Write `i % 100 === 0`.",
    implementation: descend({ records: (i) => i % 100 !== 0 }),
  },
  {
    id: "lr-costs-every-iteration",
    function: "optimize",
    message: "The cost is recorded at every iteration; only the iterations 0, 100, 200, … are wanted.",
    implementation: descend({ records: () => true }),
  },
  {
    id: "lr-costs-late",
    function: "optimize",
    message:
      "The costs are recorded at the iterations 99, 199, …; counting starts at 0, so it should be 0, 100, 200, …",
    implementation: descend({ records: (i) => i % 100 === 99 }),
  },
  {
    id: "lr-costs-skip-first",
    function: "optimize",
    message: "The cost of iteration 0 is not recorded. It is the first of the list: the cost before any learning.",
    implementation: descend({ records: (i) => i % 100 === 0 && i > 0 }),
  },
  {
    id: "lr-costs-after-update",
    function: "optimize",
    message: "The recorded costs are those after the step. Record the cost that propagate gave before it.",
    implementation: (...[w, b, X, Y, numIterations, rate]: Training) => {
      const optimized = solution.optimize(w, b, X, Y, numIterations, rate);
      const costs = optimized.costs.map((_, k) => {
        const { params } = solution.optimize(w, b, X, Y, 100 * k + 1, rate);
        return solution.propagate(params.w, params.b, X, Y).cost;
      });
      return { ...optimized, costs };
    },
  },
  {
    id: "lr-optimize-before-last-update",
    function: "optimize",
    message: "The parameters are those from before the last step: update w and b in every iteration, the last one too.",
    implementation: (...[w, b, X, Y, numIterations, rate]: Training) => {
      const { grads, costs } = solution.optimize(w, b, X, Y, numIterations, rate);
      const { params } = solution.optimize(w, b, X, Y, numIterations - 1, rate);
      return { params, grads, costs };
    },
  },
  {
    id: "lr-optimize-no-update",
    function: "optimize",
    message: "The parameters are never updated: assign the new values, w = w - learningRate * dw, and b likewise.",
    implementation: descend({ updateW: (w) => w, updateB: (b) => b }),
  },
  {
    id: "lr-optimize-only-w",
    function: "optimize",
    message: "Only w is updated; b learns too: b = b - learningRate * db.",
    implementation: descend({ updateB: (b) => b }),
  },
  {
    id: "lr-optimize-only-b",
    function: "optimize",
    message: "Only b is updated; w learns too: w = w - learningRate * dw.",
    implementation: descend({ updateW: (w) => w }),
  },
  {
    id: "lr-optimize-ascent",
    function: "optimize",
    message: "The step goes uphill: subtract learningRate times the gradient, do not add it.",
    implementation: (...[w, b, X, Y, numIterations, rate]: Training) =>
      solution.optimize(w, b, X, Y, numIterations, -rate),
  },
  {
    id: "lr-optimize-no-learning-rate",
    function: "optimize",
    message: "The learning rate is not used: the step is learningRate times the gradient.",
    implementation: (...[w, b, X, Y, numIterations]: Training) => solution.optimize(w, b, X, Y, numIterations, 1),
  },
  {
    id: "lr-optimize-update-b-late",
    function: "optimize",
    message: "b's gradient is computed with the new w. Compute both gradients first, then update both parameters.",
    implementation: (...[w, b, X, Y, numIterations, rate]: Training) => {
      let now = { grads: { dw: np.zerosLike(w), db: 0 }, cost: 0 };
      const costs: number[] = [];
      for (let i = 0; i < numIterations; i++) {
        now = solution.propagate(w, b, X, Y);
        w = np.subtract(w, np.multiply(rate, now.grads.dw));
        const { db } = solution.propagate(w, b, X, Y).grads;
        b -= rate * db;
        now = { grads: { dw: now.grads.dw, db }, cost: now.cost };
        if (i % 100 === 0) costs.push(now.cost);
      }
      return { params: { w, b }, grads: now.grads, costs };
    },
  },
  {
    id: "lr-optimize-one-more",
    function: "optimize",
    message: "There is one step too many: the loop runs while i < numIterations, not i <= numIterations.",
    implementation: (...[w, b, X, Y, numIterations, rate]: Training) =>
      solution.optimize(w, b, X, Y, numIterations + 1, rate),
  },
  {
    id: "lr-optimize-gradients-after",
    function: "optimize",
    message: "The gradients are those at the final parameters. Return the ones that the last step used.",
    implementation: optimizeThen((optimized, X, Y) => {
      const { w, b } = optimized.params;
      return { ...optimized, grads: solution.propagate(w, b, X, Y).grads };
    }),
  },
  {
    id: "lr-optimize-stops-early",
    function: "optimize",
    message: "It stops before the last step, when the cost hardly falls any more. Take exactly numIterations steps.",
    implementation: descend({ stops: (cost, last) => Math.abs(last - cost) < 1e-7 }),
  },
  {
    id: "lr-optimize-two-returns",
    function: "optimize",
    message: "The costs are lost: return { params, grads, costs }.",
    implementation: optimizeThen(({ params, grads }) => ({ params, grads })),
  },
  {
    id: "lr-threshold-inclusive",
    function: "predict",
    message: "A probability of exactly 0.5 is predicted as 1. Only one greater than 0.5 is: use >, not >= or rounding.",
    implementation: predictWith((A) => np.greaterEqual(A, 0.5)),
  },
  {
    id: "lr-predict-probabilities",
    function: "predict",
    message: "Those are probabilities. Turn each one into a label: 1 where it is greater than 0.5, otherwise 0.",
    implementation: predictWith((A) => A),
  },
  {
    id: "lr-predict-inverted",
    function: "predict",
    message: "The labels are inverted: a probability greater than 0.5 means 1.",
    implementation: predictWith((A) => np.less(A, 0.5)),
  },
  {
    id: "lr-predict-minus-one",
    function: "predict",
    message: "The labels are -1 and 1; this course uses 0 and 1.",
    implementation: predictWith((A) => np.where(np.greater(A, 0.5), 1, -1)),
  },
  {
    id: "lr-predict-forgot-b",
    function: "predict",
    message: "The bias is left out: A = σ(wᵀX + b).",
    implementation: (w: NDArray, _b: number, X: NDArray) => solution.predict(w, 0, X),
  },
  {
    id: "lr-predict-forgot-sigmoid",
    function: "predict",
    message: "wᵀX + b is compared with 0.5: apply the sigmoid first.",
    implementation: (w: NDArray, b: number, X: NDArray) => np.greater(np.add(np.dot(w.T, X), b), 0.5),
  },
  {
    id: "lr-predict-threshold-zero",
    function: "predict",
    message: "Everything is predicted as 1: a probability is always greater than 0. The threshold is 0.5.",
    implementation: predictWith((A) => np.onesLike(A)),
  },
  {
    id: "lr-model-ignores-settings",
    function: "model",
    message: "numIterations and learningRate are not passed on to optimize: it runs with the defaults.",
    implementation: (...[XTrain, YTrain, XTest, YTest, numIterations = 2000, learningRate = 0.5]: Sets) => ({
      ...solution.model(XTrain, YTrain, XTest, YTest),
      numIterations,
      learningRate,
    }),
  },
  {
    id: "lr-model-swapped-predictions",
    function: "model",
    message: "YPredictionTrain and YPredictionTest are swapped.",
    implementation: (...sets: Sets) => {
      const result = solution.model(...sets);
      return { ...result, YPredictionTrain: result.YPredictionTest, YPredictionTest: result.YPredictionTrain };
    },
  },
  {
    id: "lr-model-predicts-train-twice",
    function: "model",
    message: "YPredictionTest is predicted from the training examples: use XTest.",
    implementation: (...sets: Sets) => {
      const result = solution.model(...sets);
      return { ...result, YPredictionTest: result.YPredictionTrain };
    },
  },
  {
    id: "lr-model-trains-on-test",
    function: "model",
    message: "It learns from the test set. Train on XTrain and YTrain; the test set only measures the result.",
    implementation: (...[XTrain, YTrain, XTest, YTest, numIterations, learningRate]: Sets) => {
      const result = solution.model(XTest, YTest, XTrain, YTrain, numIterations, learningRate);
      return { ...result, YPredictionTrain: result.YPredictionTest, YPredictionTest: result.YPredictionTrain };
    },
  },
  {
    id: "lr-model-untrained",
    function: "model",
    message: "It predicts with the parameters from before training: use those that optimize returned.",
    implementation: (...sets: Sets) => {
      const { w, b } = solution.initializeWithZeros(sets[0].shape[0]);
      const [YPredictionTrain, YPredictionTest] = [solution.predict(w, b, sets[0]), solution.predict(w, b, sets[2])];
      return { ...solution.model(...sets), w, b, YPredictionTrain, YPredictionTest };
    },
  },
];
