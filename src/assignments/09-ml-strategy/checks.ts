import type { PublicCheck } from "../../check/contract";
import { np } from "../../np";

/** The checks that learners run themselves. All inputs are small enough to be followed by hand. */
export const checks: PublicCheck[] = [
  {
    id: "confusionMatrix.counts",
    function: "confusionMatrix",
    title: "twelve examples of three classes, and five examples where some classes never occur",
    points: 3,
    cases: () => [
      { args: [row([1, 0, 2, 0, 1, 1, 2, 1, 1, 0, 2, 1]), row([1, 0, 2, 1, 1, 1, 2, 1, 1, 0, 0, 2]), 3] },
      { args: [row([3, 0, 0, 3, 1]), row([3, 0, 1, 0, 1]), 5] },
    ],
    hint: "Every example adds 1 to one entry: its row is what the example is, its column what the model says.",
  },
  {
    id: "precisionRecallF1.classes",
    function: "precisionRecallF1",
    title: "three classes, and three of which one is never predicted",
    points: 7,
    cases: () => [
      { args: [matrix([2, 0, 1], [1, 5, 0], [0, 1, 2])] },
      { args: [matrix([9, 1, 0], [3, 5, 0], [2, 0, 0])] },
    ],
    hint: "np.diag gives the hits. What the model says of a class is the sum of its column, what is of the class the sum of its row. Where both sides of a division are 0, the answer is 0.",
  },
  {
    id: "satisficingBest.oneLimit",
    function: "satisficingBest",
    title: "models with one limit",
    points: 3,
    cases: () => [
      { args: [models([0.9, 80], [0.92, 95], [0.95, 1500]), "accuracy", { runningTime: 100 }] },
      { args: [models([0.9, 100], [0.9, 60], [0.99, 101]), "accuracy", { runningTime: 100 }] },
      { args: [models([0.9, 200]), "accuracy", { runningTime: 100 }] },
      { args: [models([0.9, 60], [0.9, 50]), "accuracy", { runningTime: 100 }] },
    ],
    hint: "First leave out every model with a value above its limit. Of the others, the one with the largest value of `optimize` wins; of equals, the first.",
  },
  {
    id: "satisficingBest.twoLimits",
    function: "satisficingBest",
    title: "models with two limits",
    points: 1,
    cases: () => [
      {
        args: [
          withMemory([0.9, 80, 300], [0.94, 90, 700], [0.91, 70, 400], [0.97, 150, 400]),
          "accuracy",
          timeAndMemory(),
        ],
      },
    ],
    hint: "Every limit has to be kept: go through Object.keys(limits).",
  },
  {
    id: "trainDevTestSplit.sorted",
    function: "trainDevTestSplit",
    title: "18 labels that come sorted, and 14 that do not",
    points: 6,
    cases: () => [
      { args: [row([...Array(12).fill(0), ...Array(6).fill(1)]), 0.25, 0.25, 3] },
      { args: [row([2, 0, 1, 1, 0, 2, 0, 0, 1, 0, 1, 0, 0, 0]), 0.3, 0.1, 8] },
    ],
    hint: "Seed once, before the loop over the classes. Each class has one permutation: of its n_c examples, Math.round(dev * n_c) go to dev, the next Math.round(test * n_c) to test, the others to train.",
  },
  {
    id: "mismatchSplit.twoOrigins",
    function: "mismatchSplit",
    title: "12 examples from elsewhere and 8 of the target, and 10 mixed ones",
    points: 5,
    cases: () => [
      { args: [row([...Array(12).fill(0), ...Array(8).fill(1)]), 2, 2, 0.25, 4] },
      { args: [row([1, 0, 0, 1, 0, 1, 0, 1, 0, 0]), 2, 1, 0.3, 6] },
    ],
    hint: "Dev and test come first, from the target alone. All others, from elsewhere and left over, are shuffled once more; train-dev is the first part of them, and train is the rest.",
  },
  {
    id: "weightedError.prices",
    function: "weightedError",
    title: "mistakes that cost 1 and 10, and all answers wrong",
    points: 3.5,
    cases: () => [
      { args: [row([1, 0, 0, 0, 1, 1, 0, 0]), row([0, 0, 0, 0, 1, 1, 0, 1]), row([10, 1, 1, 1, 10, 1, 10, 10])] },
      { args: [row([1, 0, 1]), row([0, 1, 0]), row([1, 2, 5])] },
    ],
    hint: "The weights of the mistakes, divided by what makes the error 1 when every answer is wrong.",
  },
  {
    id: "diagnoseErrors.gaps",
    function: "diagnoseErrors",
    title: "three models, each with another trouble",
    points: 6,
    cases: () => [
      { args: [{ human: [0.03, 0.01, 0.007, 0.005], train: 0.01, trainDev: 0.015, dev: 0.1, test: 0.11 }] },
      { args: [{ human: [0.01], train: 0.08, trainDev: 0.1, dev: 0.1, test: 0.1 }] },
      { args: [{ human: [0.075], train: 0.08, trainDev: 0.1, dev: 0.105, test: 0.11 }] },
    ],
    hint: "The errors form a staircase, from what is possible to the test set. Each gap is the height of one step, and together they reach from the bottom to the top.",
  },
  {
    id: "errorAnalysisCeiling.tags",
    function: "errorAnalysisCeiling",
    title: "eight mistakes with three tags, and four with two",
    points: 4,
    cases: () => [
      {
        args: [matrix([1, 0, 0], [1, 1, 0], [0, 1, 0], [0, 0, 1], [0, 1, 1], [0, 1, 0], [0, 0, 0], [1, 1, 0]), 0.1],
      },
      { args: [matrix([1, 1], [1, 0], [0, 0], [1, 0]), 0.2] },
    ],
    hint: "A column of tags belongs to one cause: its mean is the share. If that share of the mistakes were gone, what would be left of devError?",
  },
  {
    id: "cleanedErrors.threeWays",
    function: "cleanedErrors",
    title: "twenty examples, six of them with a wrong label",
    points: 3.5,
    cases: () => [
      {
        args: [
          row([0, 0, 0, 1, 1, 1, 0, 0, 0, 1, 0, 0, 1, 0, 1, 0, 1, 1, 0, 1]),
          row([0, 1, 0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1]),
          row([0, 1, 1, 1, 1, 0, 0, 1, 0, 1, 0, 0, 1, 0, 0, 0, 1, 1, 0, 1]),
        ],
      },
      { args: [row([2, 1, 0, 2, 1]), row([2, 0, 0, 1, 1]), row([1, 0, 0, 2, 1])] },
    ],
    hint: "np.where(np.equal(predicted, labels), labels, cleaned) are the labels after a check of the model's mistakes alone.",
  },
  {
    id: "multiTaskCost.gaps",
    function: "multiTaskCost",
    title: "four questions with missing labels, and two without",
    points: 5,
    cases: () => [{ args: [answers(), gappy()] }, { args: [others(), complete()] }],
    hint: "np.isnan(Y) finds the gaps (NaN === NaN is false). They add nothing to the sum; the sum is divided by m, the number of examples.",
  },
  {
    id: "multiTaskGradient.gaps",
    function: "multiTaskGradient",
    title: "four questions with missing labels, and two without",
    points: 3,
    cases: () => [{ args: [answers(), gappy()] }, { args: [others(), complete()] }],
    hint: "A label that nobody knows pulls in no direction: np.where puts 0 there. Everywhere else it is (A - Y) / m.",
  },
];

/** Labels, predictions, weights: shape (1, m). */
function row(values: number[]) {
  return np.array([values]);
}

function matrix(...rows: number[][]) {
  return np.array(rows);
}

/** Accuracy and milliseconds of each model. */
function models(...measured: [accuracy: number, runningTime: number][]) {
  return measured.map(([accuracy, runningTime]) => ({ accuracy, runningTime }));
}

/** Accuracy, milliseconds and megabytes of each model. */
function withMemory(...measured: [accuracy: number, runningTime: number, memory: number][]) {
  return measured.map(([accuracy, runningTime, memory]) => ({ accuracy, runningTime, memory }));
}

function timeAndMemory() {
  return { runningTime: 100, memory: 500 };
}

/** A (4, 3). */
function answers() {
  return matrix(
    [0.6786978375723773, 0.23643709265795104, 0.06209219286060147],
    [0.8522703311542488, 0.8124672113545026, 0.7888646671773548],
    [0.7727331770873617, 0.4735195448963297, 0.4173812547074555],
    [0.2529107405922209, 0.3253514416100642, 0.2980760255867991],
  );
}

/** Y (4, 3): six of twelve labels are known, and no example has all four. */
function gappy() {
  const unknown = np.nan;
  return matrix([unknown, 1, unknown], [1, unknown, 0], [0, unknown, 1], [unknown, 1, 0]);
}

/** A (2, 5). */
function others() {
  return matrix(
    [0.7941377496642508, 0.8031797192108571, 0.8849970923898663, 0.5358573205950913, 0.8633149404626508],
    [0.5232732737026025, 0.09789266943831748, 0.33361578150107973, 0.8788435442140882, 0.39637715279678426],
  );
}

/** Y (2, 5) without a gap. */
function complete() {
  return matrix([1, 1, 1, 0, 0], [1, 1, 0, 1, 0]);
}
