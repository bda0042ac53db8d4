import type { Case, HiddenCheck, Value } from "../../../check/contract";
import type { NDArray } from "../../../core/NDArray";
import { np } from "../../../np";
import type { RandomState } from "../../../random/RandomState";
import type { Errors, Gap } from "../assignment";

/** Random inputs in which every known mistake shows. Values that are compared are equal, or clearly apart. */
export const hiddenChecks: HiddenCheck[] = [
  {
    id: "confusionMatrix.random",
    function: "confusionMatrix",
    title: "other numbers of classes and examples",
    points: 3,
    cases: (random) => [
      labelled(random, 4, 13),
      labelled(random, 4, 13),
      labelled(random, integer(random, 3, 6), integer(random, 14, 30)),
      { args: [row([1]), row([2]), 4] },
    ],
  },
  {
    id: "precisionRecallF1.random",
    function: "precisionRecallF1",
    title: "other matrices, and classes that are missing",
    points: 7,
    cases: (random) => {
      const neverPredicted = counts(random, 4);
      neverPredicted.slice(":", 2).assign(0);
      const missing = counts(random, 3);
      missing.slice(":", 0).assign(0);
      missing.slice(0).assign(0);
      return [counts(random, 3), counts(random, 3), counts(random, 5), neverPredicted, missing].map((confusion) => ({
        args: [confusion],
      }));
    },
  },
  {
    id: "satisficingBest.random",
    function: "satisficingBest",
    title: "other models, metrics and limits",
    points: 4,
    cases: (random) => [
      ...Array.from({ length: 2 }, () => ({ args: [models(random, 7), "f1", { latency: 60, memory: 700 }] })),
      atTheLimit(random),
      ties(random),
      secondLimit(random),
      noneWillDo(random),
      negativeMetric(random),
    ],
  },
  {
    id: "trainDevTestSplit.random",
    function: "trainDevTestSplit",
    title: "other labels and shares, a rare class, and one class only",
    points: 6,
    cases: (random) => [
      // Of 10, 7 and 1 examples: sizes with halves, which are rounded up, and a class that dev and test lack.
      { args: [shuffledLabels(random, [10, 7, 1]), 0.25, 0.25, seed(random)] },
      { args: [shuffledLabels(random, [7, 1, 10]), 0.25, 0.25, seed(random)] },
      { args: [shuffledLabels(random, [12, 5, 9, 4]), 0.2, 0.3, seed(random)] },
      { args: [shuffledLabels(random, [integer(random, 15, 25)]), 0.3, 0.2, seed(random)] },
    ],
  },
  {
    id: "mismatchSplit.random",
    function: "mismatchSplit",
    title: "other sizes, and no target example left over",
    points: 5,
    cases: (random) => [
      { args: [shuffledLabels(random, [14, 9]), 3, 2, 0.25, seed(random)] },
      { args: [shuffledLabels(random, [14, 9]), 2, 3, 0.25, seed(random)] },
      { args: [shuffledLabels(random, [12, integer(random, 8, 14)]), 2, 4, 0.3, seed(random)] },
      { args: [shuffledLabels(random, [15, 6]), 4, 2, 0.2, seed(random)] },
    ],
  },
  {
    id: "weightedError.random",
    function: "weightedError",
    title: "other prices, and a model that is always right",
    points: 3.5,
    cases: (random) => {
      const [first, second, third] = [9, 9, integer(random, 10, 30)].map((m) => priced(random, m));
      const always = random.randint(0, 3, [1, 5]);
      return [first, second, third, { args: [always, always.copy(), random.uniform(0.5, 5, [1, 5])] }];
    },
  },
  {
    id: "diagnoseErrors.random",
    function: "diagnoseErrors",
    title: "other errors: each gap the largest once, a negative one, and none at all",
    points: 6,
    cases: (random) => {
      const names: Gap[] = ["avoidableBias", "variance", "dataMismatch", "devOverfitting"];
      const nothing = random.uniform(0.02, 0.2);
      return [
        ...names.map((largest) => ({ args: [errors(random, { [largest]: random.uniform(0.06, 0.09) })] })),
        // The target may be easier than what the network was trained on.
        { args: [errors(random, { dataMismatch: random.uniform(-0.02, -0.01) })] },
        { args: [{ human: [nothing], train: nothing, trainDev: nothing, dev: nothing, test: nothing }] },
      ].map(({ args }) => ({ args: args as unknown as Value[] }));
    },
  },
  {
    id: "errorAnalysisCeiling.random",
    function: "errorAnalysisCeiling",
    title: "other mistakes and tags",
    points: 4,
    cases: (random) =>
      [
        [9, 4],
        [9, 4],
        [integer(random, 12, 20), 5],
      ].map((shape) => ({ args: [np.less(random.uniform(0, 1, shape), 0.5), random.uniform(0.05, 0.4)] })),
  },
  {
    id: "cleanedErrors.random",
    function: "cleanedErrors",
    title: "other predictions and labels",
    points: 3.5,
    cases: (random) => [20, 20, integer(random, 22, 30)].map((m) => mislabelled(random, m)),
  },
  {
    id: "multiTaskCost.random",
    function: "multiTaskCost",
    title: "other gaps, one example without any label, one task, one example",
    points: 5,
    cases: tasks,
  },
  {
    id: "multiTaskGradient.random",
    function: "multiTaskGradient",
    title: "other gaps, one example without any label, one task, one example",
    points: 3,
    cases: tasks,
  },
];

/** A whole number from `low` to `high`, both included. */
function integer(random: RandomState, low: number, high: number): number {
  return Math.floor(random.uniform(low, high + 1));
}

function seed(random: RandomState): number {
  return integer(random, 1, 1000);
}

function row(values: number[]): NDArray {
  return np.array([values]);
}

/** Labels (1, m) of C classes, of which the model takes some for the next class: the matrix is not symmetric. */
function labelled(random: RandomState, C: number, m: number): Case {
  const actual = random.randint(0, C, [1, m]);
  const wrong = np.less(random.uniform(0, 1, [1, m]), 0.3);
  wrong.set(0, 0, 1);
  return { args: [np.mod(np.add(actual, wrong), C), actual, C] };
}

/** A confusion matrix without a 0, more and more examples from class to class. */
function counts(random: RandomState, C: number): NDArray {
  const mistakes = random.randint(1, 8, [C, C]);
  const hits = np.add(random.randint(8, 15, [C]), np.multiply(10, np.arange(C)));
  return np.add(mistakes, np.diag(hits));
}

/** Metrics that differ from model to model. */
function models(random: RandomState, count: number) {
  return Array.from({ length: count }, () => ({
    f1: random.uniform(0.5, 1),
    latency: random.uniform(20, 100),
    memory: random.uniform(100, 1000),
  }));
}

/** The best that is allowed has just what is allowed. */
function atTheLimit(random: RandomState): Case {
  const [f1, limit] = [random.uniform(0.5, 0.7), integer(random, 50, 90)];
  return {
    args: [
      [
        { f1, latency: limit / 2 },
        { f1: f1 + 0.1, latency: limit },
        { f1: f1 + 0.05, latency: limit - 1 },
        { f1: f1 + 0.2, latency: limit + 1 },
      ],
      "f1",
      { latency: limit },
    ],
  };
}

/** Two models are the best. */
function ties(random: RandomState): Case {
  const f1 = random.uniform(0.5, 0.7);
  const values = [f1, f1 + 0.1, f1 + 0.1, f1 + 0.2];
  return { args: [values.map((value, i) => ({ f1: value, latency: [50, 40, 30, 99][i] })), "f1", { latency: 60 }] };
}

/** The best by the first limit breaks the second. */
function secondLimit(random: RandomState): Case {
  const f1 = random.uniform(0.5, 0.7);
  return {
    args: [
      [
        { f1, latency: 20, memory: 300 },
        { f1: f1 + 0.2, latency: 30, memory: 900 },
        { f1: f1 + 0.1, latency: 50, memory: 400 },
      ],
      "f1",
      { latency: 60, memory: 500 },
    ],
  };
}

function noneWillDo(random: RandomState): Case {
  const slow = models(random, 3).map((model) => ({ ...model, latency: model.latency + 200 }));
  return { args: [slow, "f1", { latency: 150, memory: 2000 }] };
}

/** A metric below 0, such as a log-likelihood: the best of them is still the largest. */
function negativeMetric(random: RandomState): Case {
  const values = [-30, -5, -12, -2].map((value) => value + random.uniform(-1, 1));
  return {
    args: [values.map((value, i) => ({ logLikelihood: value, time: [1, 2, 3, 9][i] })), "logLikelihood", { time: 4 }],
  };
}

/** Labels (1, m) in random order, so many of each class. */
function shuffledLabels(random: RandomState, sizes: number[]): NDArray {
  const sorted = sizes.flatMap((size, label) => Array<number>(size).fill(label));
  return np.take(np.array(sorted), random.permutation(sorted.length)).reshape(1, -1);
}

function priced(random: RandomState, m: number): Case {
  const actual = random.randint(0, 3, [1, m]);
  const wrong = np.less(random.uniform(0, 1, [1, m]), 0.4);
  wrong.slice(":", ":2").assign([[1, 0]]);
  return { args: [np.mod(np.add(actual, wrong), 3), actual, random.uniform(0.5, 10, [1, m])] };
}

/** Errors with these gaps, and small ones for the rest; the best human is neither the first nor the last. */
function errors(random: RandomState, given: Partial<Record<Gap, number>>): Errors {
  const small = () => random.uniform(0.01, 0.03);
  const bayes = random.uniform(0.005, 0.03);
  const train = bayes + (given.avoidableBias ?? small());
  const trainDev = train + (given.variance ?? small());
  const dev = trainDev + (given.dataMismatch ?? small());
  const test = dev + (given.devOverfitting ?? small());
  return { human: [bayes + 0.04, bayes, bayes + random.uniform(0.01, 0.02)], train, trainDev, dev, test };
}

/** Examples of three classes of every kind: the label or the model is wrong, or both, in the same way or not. */
function mislabelled(random: RandomState, m: number): Case {
  const modelWrong = integer(random, 2, 4);
  const kinds = [
    ...Array(modelWrong).fill([1, 0, 0]),
    ...Array(modelWrong + integer(random, 1, 2)).fill([0, 1, 0]),
    ...Array(integer(random, 1, 3)).fill([1, 1, 0]),
    ...Array(integer(random, 1, 2)).fill([1, 2, 0]),
  ] as number[][];
  const all = [...kinds, ...Array.from({ length: m - kinds.length }, () => [0, 0, 0])];
  const order = [...random.permutation(m).toTypedArray()];
  const truth = random.randint(0, 3, [1, m]);
  const [predicted, labels, cleaned] = [0, 1, 2].map((which) =>
    np.mod(np.add(truth, row(order.map((i) => all[i][which]))), 3),
  );
  return { args: [predicted, labels, cleaned] };
}

/** A and Y of several shapes; probabilities stay away from 0 and 1. */
function tasks(random: RandomState): Case[] {
  const blank = problem(random, 3, 5);
  blank.Y.slice(":", 1).assign(np.nan);
  return [
    problem(random, 3, 4),
    problem(random, 3, 4),
    blank,
    problem(random, 1, integer(random, 5, 9)),
    problem(random, integer(random, 4, 6), 1),
  ].map(({ A, Y }) => ({ args: [A, Y] }));
}

/** About a third of the labels is missing, but never the first two. */
function problem(random: RandomState, T: number, m: number) {
  const labels = np.less(random.uniform(0, 1, [T, m]), 0.5);
  const missing = np.less(random.uniform(0, 1, [T, m]), 1 / 3);
  missing.set(0, 0, 0);
  missing.set(T - 1, m - 1, 1);
  labels.set(0, 0, 0);
  return { A: random.uniform(0.05, 0.95, [T, m]), Y: np.where(missing, np.nan, labels) };
}
