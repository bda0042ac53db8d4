import type { PublicCheck } from "../../check/contract";
import { np } from "../../np";
import { fiveImages, images, labels, logits, network, oneImage } from "./publicInputs";

/** The checks that learners run themselves. */
export const checks: PublicCheck[] = [
  {
    id: "linearFunction.layers",
    function: "linearFunction",
    title: "one example, and five at once",
    points: 4,
    cases: () => [oneImage(), fiveImages()].map(({ W, X, b }) => ({ args: [W, X, b] })),
    hint: "tf.matMul is the product of matrices; tf.add broadcasts b over the examples.",
  },
  {
    id: "ones.shapes",
    function: "ones",
    title: "shapes [3] and [2, 3]",
    points: 1,
    cases: () => [{ args: [[3]] }, { args: [[2, 3]] }],
    hint: "tf.ones takes a shape.",
  },
  {
    id: "sigmoid.values",
    function: "sigmoid",
    title: "of 0, 12 and -30, and of a matrix",
    points: 2,
    cases: () => [
      { args: [np.array([0, 12])] },
      {
        args: [
          np.array([
            [0, 12, -30],
            [-1, 1, 2],
          ]),
        ],
      },
    ],
    hint: "tf.sigmoid, or 1 / (1 + e^-z) by tf.exp, tf.add and tf.div.",
  },
  {
    id: "sigmoidCrossEntropy.logits",
    function: "sigmoidCrossEntropy",
    title: "four logits and their labels",
    points: 4,
    cases: () => [{ args: [np.array([[0.2, 0.4, 0.7, 0.9]]), np.array([[0, 0, 1, 1]])] }],
    hint: "One loss for each label, in the shape of the logits: max(z, 0) - z y + log(1 + e^-|z|).",
  },
  {
    id: "sigmoidCrossEntropy.extreme",
    function: "sigmoidCrossEntropy",
    title: "logits of 30 and of 200",
    points: 3,
    cases: () => [{ args: [np.array([[30, -30, 200, -200]]), np.array([[0, 1, 1, 0]])] }],
    hint: "σ(30) is exactly 1 in float32, so log(1 - σ(30)) is -Infinity. The formula with -|z| in the exponent avoids it.",
  },
  {
    id: "oneHotMatrix.course",
    function: "oneHotMatrix",
    title: "six labels of four classes, and three labels of three",
    points: 4,
    cases: () => [{ args: [np.array([1, 2, 3, 0, 2, 1]), 4] }, { args: [np.array([0, 0, 1]), 3] }],
    hint: "tf.oneHot wants int32 labels and puts each into a row; the examples belong into columns.",
  },
  {
    id: "forwardPropagation.network",
    function: "forwardPropagation",
    title: "a network of 3, 4 and 3 units",
    points: 8,
    cases: () => [{ args: [images(), network()] }],
    hint: "ReLU after every layer but the last, whose logits are the result.",
  },
  {
    id: "totalLoss.batch",
    function: "totalLoss",
    title: "five examples of three classes",
    points: 7,
    cases: () => [{ args: [logits(), labels()] }],
    hint: "The sum over the examples of log Σ e^z - z_y. Each example has exactly one class.",
  },
  {
    id: "trainStep.step",
    function: "trainStep",
    title: "one step of a network of 3, 4 and 3 units",
    points: 7,
    cases: () => [{ args: [images(), labels(), network(), 0.5] }],
    hint: "The cost is the total loss divided by the number of examples; θ - α dJ/dθ for every parameter.",
  },
  {
    id: "trainModel.steps",
    function: "trainModel",
    title: "five steps of Adam",
    points: 7,
    cases: () => [{ args: [images(), labels(), network(), 0.05, 5] }],
    hint: "One tf.train.adam(learningRate) for all steps; the cost of each step is the one before it.",
  },
  {
    id: "accuracy.batch",
    function: "accuracy",
    title: "two of five examples",
    points: 3,
    cases: () => [{ args: [logits(), labels()] }],
    hint: "tf.argMax along axis 0 gives the class of each column, of the logits and of the labels.",
  },
];
