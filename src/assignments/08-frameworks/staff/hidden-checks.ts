import type { HiddenCheck } from "../../../check/contract";
import type { NDArray } from "../../../core/NDArray";
import { np } from "../../../np";
import type { RandomState } from "../../../random/RandomState";

type Arrays = Record<string, NDArray>;

/** Random inputs: other depths and sizes, square matrices, a single example, classes that no label has. */
export const hiddenChecks: HiddenCheck[] = [
  {
    id: "linearFunction.random",
    function: "linearFunction",
    title: "other sizes, square matrices, a single unit",
    points: 4,
    cases: (random) =>
      [
        [5, 3, 4],
        [5, 3, 4],
        [3, 3, 3],
        [1, 4, 6],
        [2, 6, 1],
      ].map(([n, before, m]) => ({ args: [random.randn(n, before), random.randn(before, m), random.randn(n, 1)] })),
  },
  {
    id: "ones.random",
    function: "ones",
    title: "other shapes",
    points: 1,
    cases: (random) => {
      const shape = [integer(random, 2, 5), 1, 4];
      return [{ args: [[integer(random, 2, 6)]] }, { args: [shape] }, { args: [shape] }];
    },
  },
  {
    id: "sigmoid.random",
    function: "sigmoid",
    title: "other shapes, far from 0",
    points: 2,
    cases: (random) => [
      { args: [np.multiply(2, random.randn(3, 4))] },
      { args: [np.multiply(2, random.randn(3, 4))] },
      { args: [np.array([[random.uniform(40, 90)], [random.uniform(-90, -40)]])] },
      { args: [random.randn(5)] },
    ],
  },
  {
    id: "sigmoidCrossEntropy.random",
    function: "sigmoidCrossEntropy",
    title: "other logits and labels",
    points: 4,
    cases: (random) => [
      { args: [random.randn(1, 6), bits(random, 1, 6)] },
      { args: [np.multiply(3, random.randn(4, 5)), bits(random, 4, 5)] },
    ],
  },
  {
    id: "sigmoidCrossEntropy.far",
    function: "sigmoidCrossEntropy",
    title: "logits far from 0, right and wrong",
    points: 3,
    cases: (random) => [
      {
        args: [
          np.multiply(np.array([[1, -1, 1, -1, 0]]), random.uniform(25, 300, [1, 5])),
          np.array([[0, 1, 1, 0, integer(random, 0, 1)]]),
        ],
      },
    ],
  },
  {
    id: "oneHotMatrix.random",
    function: "oneHotMatrix",
    title: "other labels, of which one class has none",
    points: 4,
    cases: (random) => [
      { args: [someLabels(random, 6, 9), 6] },
      { args: [someLabels(random, 3, 3), 3] },
      { args: [np.array([integer(random, 0, 3)]), 5] },
    ],
  },
  {
    id: "forwardPropagation.random",
    function: "forwardPropagation",
    title: "other sizes, two to four layers, a single example",
    points: 8,
    cases: (random) =>
      [
        { dims: [4, 5, 3], m: 6 },
        { dims: [4, 5, 3], m: 6 },
        { dims: [3, 4, 4, 2], m: 5 },
        { dims: [3, 3, 3], m: 3 },
        { dims: [2, 5, 4, 3, 4], m: 1 },
      ].map(({ dims, m }) => {
        const { X, parameters } = network(random, dims, m);
        return { args: [X, parameters] };
      }),
  },
  {
    id: "totalLoss.random",
    function: "totalLoss",
    title: "other batches, as many classes as examples, a single example",
    points: 7,
    cases: (random) =>
      [
        [4, 7],
        [4, 7],
        [5, 5],
        [10, 3],
        [3, 1],
      ].map(([C, m]) => ({ args: [np.multiply(2, random.randn(C, m)), classes(random, C, m)] })),
  },
  {
    id: "trainStep.random",
    function: "trainStep",
    title: "other networks and learning rates",
    points: 7,
    cases: (random) => [
      task(random, [4, 5, 3], 6),
      task(random, [4, 5, 3], 6),
      task(random, [3, 4, 3, 2], 4),
      task(random, [3, 3, 3], 3),
    ],
  },
  {
    id: "trainModel.random",
    function: "trainModel",
    title: "other networks, learning rates and numbers of steps",
    points: 7,
    cases: (random) => {
      const train = (dims: number[], m: number, learningRate: number, steps: number) => ({
        args: [...task(random, dims, m).args.slice(0, 3), learningRate, steps],
      });
      return [
        train([4, 5, 3], 6, random.uniform(0.02, 0.06), 3),
        train([4, 5, 3], 6, random.uniform(0.02, 0.06), 2),
        train([3, 4, 3, 2], 5, random.uniform(0.01, 0.03), 6),
        train([3, 2], 4, 0.1, 0),
      ];
    },
  },
  {
    id: "accuracy.random",
    function: "accuracy",
    title: "other batches, more classes than examples, all of one class",
    points: 3,
    cases: (random) => [
      guesses(random, 4, 9, [true, false, true, true, false, false, true, false, true]),
      guesses(random, 5, 4, [true, false, false, true]),
      guesses(random, 3, 5, [true, true, true, false, true], 2),
    ],
  },
];

/** A whole number, both ends included. */
function integer(random: RandomState, low: number, high: number): number {
  return Number(random.randint(low, high + 1));
}

/** Labels 0 and 1, of both kinds. */
function bits(random: RandomState, ...shape: number[]): NDArray {
  const drawn = random.randint(0, 2, shape);
  drawn.set(0, 0, 0);
  drawn.set(0, 1, 1);
  return drawn;
}

/** Class numbers from 0 to C - 1, shape (m,); the last class is missing. */
function someLabels(random: RandomState, C: number, m: number): NDArray {
  const drawn = random.randint(0, C - 1, [m]);
  drawn.set(0, 0);
  return drawn;
}

/** One-hot columns (C, m), of two classes at least. */
function classes(random: RandomState, C: number, m: number): NDArray {
  const labels = random.randint(0, C, [1, m]);
  if (m > 1) labels.set(0, 0, (labels.at(0, 1) + 1) % C);
  return np.equal(np.arange(C).reshape(C, 1), labels);
}

/** Distance from 0 that the argument of a ReLU keeps, so that rounding does not choose the side. */
const margin = 0.03;

/** Examples (n0, m) and parameters; drawn again until each argument of a ReLU is far enough from 0. */
function network(random: RandomState, dims: readonly number[], m: number): { X: NDArray; parameters: Arrays } {
  for (;;) {
    const X = random.randn(dims[0], m);
    const parameters: Arrays = {};
    let A = X;
    let isClear = true;
    for (const [l, n] of dims.entries()) {
      if (l === 0) continue;
      parameters[`W${l}`] = np.multiply(0.6, random.randn(n, dims[l - 1]));
      parameters[`b${l}`] = np.multiply(0.3, random.randn(n, 1));
      const Z = np.add(np.dot(parameters[`W${l}`], A), parameters[`b${l}`]);
      const isHidden = l < dims.length - 1;
      if (isHidden) isClear &&= np.min(np.abs(Z)) > margin && np.max(Z) > 0 && np.min(Z) < 0;
      A = np.maximum(Z, 0);
      // The last layer: some logits of either sign, or ReLU would not show.
      if (!isHidden) isClear &&= np.min(Z) < -margin;
    }
    if (isClear) return { X, parameters };
  }
}

/** The arguments of a step of training. */
function task(random: RandomState, dims: readonly number[], m: number) {
  const { X, parameters } = network(random, dims, m);
  const Y = classes(random, dims[dims.length - 1], m);
  return { args: [X, Y, parameters, random.uniform(0.1, 0.6)] };
}

/** Logits that are right about some examples, and wrong about the others. */
function guesses(random: RandomState, C: number, m: number, right: readonly boolean[], only?: number) {
  const labels = Array.from({ length: m }, () => only ?? integer(random, 0, C - 1));
  const logits = random.randn(C, m);
  for (const [j, label] of labels.entries()) {
    const winner = right[j] ? label : (label + integer(random, 1, C - 1)) % C;
    logits.set(winner, j, np.max(logits) + random.uniform(0.2, 1));
  }
  const Y = np.equal(np.arange(C).reshape(C, 1), np.array([labels]));
  return { args: [logits, Y] };
}
