import type { Case, PublicCheck } from "../../check/contract";
import { np } from "../../np";

/** The checks that learners run themselves; the inputs marked "course" are those of the course's own tests. */
export const checks: PublicCheck[] = [
  {
    id: "sigmoid.course",
    function: "sigmoid",
    title: "numbers and an array",
    points: 3,
    cases: () => [{ args: [0] }, { args: [9.2] }, { args: [np.array([0, 2])] }],
    hint: "σ(z) = 1 / (1 + e^(-z)), so σ(0) is 0.5 and σ(2) is about 0.88.",
  },
  {
    id: "sigmoid.matrix",
    function: "sigmoid",
    title: "element by element on a matrix",
    points: 2,
    cases: () => [
      {
        args: [
          np.array([
            [-3, -1, 0],
            [0.5, 2, 6],
          ]),
        ],
      },
      { args: [-4] },
      {
        args: [
          np.array([
            [4, -0.2, 1],
            [-2, 0.7, -5],
          ]),
        ],
      },
    ],
  },
  {
    id: "sigmoid.large",
    function: "sigmoid",
    title: "far from zero",
    points: 1,
    cases: () => [{ args: [1000] }, { args: [np.array([[-1000, 0, 1000]])] }],
    hint: "Far from zero σ(z) is 0 or 1. e^1000 is too large for a number, and e^(-1000) is 0: only the latter does no harm.",
  },
  {
    id: "initializeWithZeros.course",
    function: "initializeWithZeros",
    title: "w is a column of zeros, b is 0",
    points: 4,
    // The first case again: a new array is wanted each time.
    cases: () => [{ args: [2] }, { args: [5] }, { args: [2] }],
    hint: "np.zeros takes the shape as a list: np.zeros([rows, columns]).",
  },
  {
    id: "propagate.course",
    function: "propagate",
    title: "gradients and cost on three examples",
    points: 8,
    cases: () => [threeExamples()],
    hint: "Work along the formulas: A = σ(wᵀX + b), then the cost, then dw = X(A − Y)ᵀ/m and db = Σ(A − Y)/m.",
  },
  {
    id: "propagate.square",
    function: "propagate",
    title: "as many examples as features",
    points: 4,
    cases: () => [twoExamples()],
    hint: "When n = m, a wrong order of factors gives a result of the right shape: check the formula for dw.",
  },
  {
    id: "optimize.course",
    function: "optimize",
    title: "20 steps of gradient descent, and 10",
    points: 4,
    cases: () => [descent(threeExamples(), 20), descent(twoExamples(), 10)],
    hint: "One step is: propagate, then w = w − learningRate·dw and b = b − learningRate·db.",
  },
  {
    id: "optimize.costs",
    function: "optimize",
    title: "the cost of every 100th step, however little it falls",
    points: 5,
    cases: () => [
      descent(threeExamples(), 201),
      descent(threeExamples(), 1),
      // Steps so short that the cost changes in the 9th decimal place only.
      descent(threeExamples(), 101, 1e-10),
    ],
    hint: "Record the cost at the iterations 0, 100, 200, … and only there, before the update.",
  },
  {
    id: "optimize.none",
    function: "optimize",
    title: "no step at all",
    points: 1,
    cases: () => [descent(threeExamples(), 0)],
    hint: "With 0 iterations w and b come back as they were, the gradients are zeros, and there is no cost.",
  },
  {
    id: "optimize.rising",
    function: "optimize",
    title: "a learning rate so large that the cost rises",
    points: 1,
    cases: () => [descent(fourExamples(), 6, 12)],
    hint: "The learning rate and the number of steps are what the arguments say, even if the cost rises.",
  },
  {
    id: "predict.course",
    function: "predict",
    title: "labels 0 and 1",
    points: 4,
    cases: () => [
      { args: threeExamples().args.slice(0, 3) },
      {
        args: [
          column(0.1124579, 0.23106775),
          -0.3,
          np.array([
            [1, -1.1, -3.2],
            [1.2, 2, 0.1],
          ]),
        ],
      },
      {
        args: [
          column(2, -1),
          -0.5,
          np.array([
            [0.1, 0.5, -3],
            [0, 0.1, 2],
          ]),
        ],
      },
    ],
    hint: "Compute A as in propagate, then turn every probability into 0 or 1.",
  },
  {
    id: "predict.threshold",
    function: "predict",
    title: "a probability of exactly 0.5, and one just above",
    points: 3,
    cases: () =>
      [0, 1e-8].map((b) => ({
        args: [
          column(0, 0),
          b,
          np.array([
            [1, 2, 3],
            [4, 5, 6],
          ]),
        ],
      })),
    hint: "Only a probability greater than 0.5 is predicted as 1.",
  },
  {
    id: "predict.single",
    function: "predict",
    title: "a single example",
    points: 1,
    cases: () => [{ args: [column(2, -1), -0.5, column(1.5, 0.3)] }],
    hint: "One example gives one label, in an array of shape (1, 1). np.squeeze would take its axes away.",
  },
  {
    id: "model.small",
    function: "model",
    title: "six examples to train, three to test",
    points: 4,
    cases: () => [
      { args: [...sixExamples(), 10, 0.1] },
      { args: [...sixExamples(), 5, 0.02] },
      { args: [...sixExamples(), 0, 0.1] },
      { args: sixExamples() },
    ],
    hint: "model only puts the other functions together: initializeWithZeros, optimize, then predict for both sets.",
  },
];

function column(...values: number[]) {
  return np.array(values.map((value) => [value]));
}

/** w (2, 1), b, X (2, 3), Y (1, 3). Course. */
function threeExamples(): Case {
  return {
    args: [
      column(1, 2),
      2,
      np.array([
        [1, 2, -1],
        [3, 4, -3.2],
      ]),
      np.array([[1, 0, 1]]),
    ],
  };
}

/** w (2, 1), b, X (2, 2), Y (1, 2). Course (first edition). */
function twoExamples(): Case {
  return {
    args: [
      column(1, 2),
      2,
      np.array([
        [1, 2],
        [3, 4],
      ]),
      np.array([[1, 0]]),
    ],
  };
}

/** w (2, 1), b, X (2, 4), Y (1, 4): no line separates the labels, so that long steps overshoot. */
function fourExamples(): Case {
  return {
    args: [
      column(0.5, -0.3),
      0.1,
      np.array([
        [1, -0.8, 0.6, -1.2],
        [0.4, 0.9, -1, -0.5],
      ]),
      np.array([[1, 0, 0, 1]]),
    ],
  };
}

function descent({ args }: Case, numIterations: number, learningRate = 0.009): Case {
  return { args: [...args, numIterations, learningRate] };
}

/** XTrain (2, 6), YTrain (1, 6), XTest (2, 3), YTest (1, 3); the classes differ in the first feature. */
function sixExamples() {
  return [
    np.array([
      [1.2, 2.1, 0.7, -1.4, -0.6, -2.2],
      [0.3, -0.8, 1.1, 0.5, -0.2, 0.9],
    ]),
    np.array([[1, 1, 1, 0, 0, 0]]),
    np.array([
      [1.6, -1.1, -0.9],
      [-0.4, 0.2, 0.7],
    ]),
    np.array([[1, 0, 1]]),
  ];
}
