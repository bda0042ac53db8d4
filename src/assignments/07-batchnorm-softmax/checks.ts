import type { PublicCheck } from "../../check/contract";
import { np } from "../../np";
import {
  farLogits,
  fourInUse,
  largeLogitsAndLabels,
  layerOfThree,
  layerOfTwo,
  logits,
  logitsAndLabels,
  oneInUse,
  sureOfOne,
  twoStatistics,
  unsure,
  wayBackOfThree,
  wayBackOfTwo,
} from "./publicInputs";

/** The checks that learners run themselves. */
export const checks: PublicCheck[] = [
  {
    id: "sampleLogScale.rates",
    function: "sampleLogScale",
    title: "six learning rates from 0.0001 to 1, and four from 0.001 to 0.1",
    points: 3,
    cases: () => [{ args: [1e-4, 1, 6, 1] }, { args: [1e-3, 0.1, 4, 2] }],
    hint: "Math.log10 takes the logarithm of a number, np.power(10, r) goes back; np.random.rand(n) gives numbers from 0 to 1.",
  },
  {
    id: "sampleMomentum.betas",
    function: "sampleMomentum",
    title: "six β from 0.9 to 0.999, and four from 0.5 to 0.99",
    points: 3,
    cases: () => [{ args: [0.9, 0.999, 6, 1] }, { args: [0.5, 0.99, 4, 2] }],
    hint: "For β from 0.9 to 0.999, the exponent r runs from -3 (where rand is 0) to -1; β is 1 - 10^r.",
  },
  {
    id: "zoomIn.trials",
    function: "zoomIn",
    title: "the best three of six trials, and four of nine",
    points: 2,
    cases: () => [
      {
        args: [
          [
            0.00019604207238915728, 0.005428226473200617, 2.1173764624358404, 0.000134802361237774,
            0.001720032256938395, 0.00020166918359582411,
          ],
          [0.718, 0.859, 0.72, 0.828, 0.627, 0.938],
          3,
        ],
      },
      {
        args: [
          [
            0.0006301488028268886, 0.0011715153121314278, 0.09453166319420468, 15.212404587716746, 3.5781868314243495,
            66.51364560187037, 3.5959638464021983, 0.02020692327848871, 0.028334136165376715,
          ],
          [0.878, 0.706, 0.933, 0.956, 0.897, 0.802, 0.665, 0.716, 0.711],
          4,
        ],
      },
    ],
    hint: "Put the positions 0, 1, 2, … in order by their scores, keep the first ones, and look up their values.",
  },
  {
    id: "zoomIn.ties",
    function: "zoomIn",
    title: "scores in percent, with two that are equal; and with all trials kept",
    points: 1,
    cases: () => [
      { args: [[0.3, 0.01, 4, 0.02, 0.5], [88.5, 100, 9.5, 91, 91], 2] },
      { args: [[3, 12, 2], [7, 7, 5], 3] },
    ],
    hint: "100 is the best score, and of the two 91 the first one counts as better: 0.01 and 0.02 are kept.",
  },
  {
    id: "batchNormForward.layer",
    function: "batchNormForward",
    title: "three units, five examples",
    points: 4,
    cases: () => {
      const { Z, gamma, beta } = layerOfThree();
      return [{ args: [Z, gamma, beta] }];
    },
    hint: "np.mean(Z, 1, true) and np.var(Z, 1, true) are columns: one number for each unit. γ and β come last.",
  },
  {
    id: "batchNormForward.epsilon",
    function: "batchNormForward",
    title: "two units, four examples, ε = 0.5",
    points: 2,
    cases: () => {
      const { Z, gamma, beta } = layerOfTwo();
      return [{ args: [Z, gamma, beta, 0.5] }];
    },
    hint: "ε stands under the root: np.sqrt(np.add(variance, epsilon)).",
  },
  {
    id: "batchNormForward.still",
    function: "batchNormForward",
    title: "a unit that never moves, and one that hardly does",
    points: 1,
    // The variance of the second unit is 2e-8.
    tolerance: { atol: 1e-10 },
    cases: () => [
      {
        args: [
          np.array([
            [2, 2, 2, 2],
            [0.0001, 0.0003, -0.0001, 0.0002],
          ]),
          np.array([[1.5], [0.8]]),
          np.array([[0.4], [-0.3]]),
        ],
      },
    ],
    hint: "A unit that gives the same for every example has σ² = 0; with ε = 1e-8 it becomes 0, and then β.",
  },
  {
    id: "batchNormBackward.layer",
    function: "batchNormBackward",
    title: "three units, five examples",
    points: 5,
    cases: () => {
      const { dZTilde, cache } = wayBackOfThree();
      return [{ args: [dZTilde, cache] }];
    },
    hint: "dBeta and dGamma are sums over the examples: np.sum(…, 1, true), shape (n, 1). dZ needs both of them.",
  },
  {
    id: "batchNormBackward.epsilon",
    function: "batchNormBackward",
    title: "two units, four examples, ε = 0.5",
    points: 4,
    cases: () => {
      const { dZTilde, cache } = wayBackOfTwo();
      return [{ args: [dZTilde, cache] }];
    },
    hint: "The cache holds σ², not the root: √(σ² + ε) is np.sqrt(np.add(variance, epsilon)).",
  },
  {
    id: "updateRunning.layer",
    function: "updateRunning",
    title: "three units, momentum 0.9",
    points: 2,
    cases: () => {
      const { running, batch } = twoStatistics();
      return [{ args: [running, batch] }];
    },
    hint: "The old average counts 0.9, the mini-batch 0.1; and so for both, mu and variance.",
  },
  {
    id: "updateRunning.momentum",
    function: "updateRunning",
    title: "the same with momentum 0.6",
    points: 1,
    cases: () => {
      const { running, batch } = twoStatistics();
      return [{ args: [running, batch, 0.6] }];
    },
    hint: "The new value counts 1 - momentum, whatever the momentum is.",
  },
  {
    id: "batchNormInference.four",
    function: "batchNormInference",
    title: "three units, four examples",
    points: 3,
    cases: () => {
      const { Z, gamma, beta, running } = fourInUse();
      return [{ args: [Z, gamma, beta, running] }];
    },
    hint: "running has what you need: it was averaged in training, and does not depend on the examples in Z.",
  },
  {
    id: "batchNormInference.one",
    function: "batchNormInference",
    title: "a single example, ε = 0.5",
    points: 2,
    cases: () => {
      const { Z, gamma, beta, running } = oneInUse();
      return [{ args: [Z, gamma, beta, running, 0.5] }];
    },
    hint: "A single example is its own mean, and its variance is 0: its own statistics would leave nothing of it.",
  },
  {
    id: "softmax.small",
    function: "softmax",
    title: "four classes, three examples",
    points: 3,
    cases: () => [{ args: [logits()] }],
    hint: "np.max(Z, 0, true) and np.sum(…, 0, true) go down the columns. Every column of A adds up to 1.",
  },
  {
    id: "softmax.far",
    function: "softmax",
    title: "columns around 1000 and -1000; classes that are 800 apart",
    points: 2,
    cases: () => [{ args: [farLogits()] }, { args: [np.array([[0], [800], [798]])] }],
    hint: "Subtract from every column its own maximum: then the largest power is e^0 = 1.",
  },
  {
    id: "oneHot.labels",
    function: "oneHot",
    title: "six labels of four classes; three of three, one of which no example has",
    points: 2.5,
    cases: () => [{ args: [np.array([[1, 2, 3, 0, 2, 1]]), 4] }, { args: [np.array([[0, 0, 1]]), 3] }],
    hint: "np.arange(C).reshape(C, 1) is a column with the numbers of the classes; compared with the row of labels it gives a matrix.",
  },
  {
    id: "crossEntropyCost.small",
    function: "crossEntropyCost",
    title: "three classes, four examples",
    points: 2,
    cases: () => [{ args: [unsure().A, unsure().Y] }],
    hint: "For each example only the probability of its own class counts; then the mean over the examples, with a minus.",
  },
  {
    id: "crossEntropyCost.sure",
    function: "crossEntropyCost",
    title: "an example with the probabilities 0, 0, 1, 0",
    points: 1.5,
    cases: () => [{ args: [sureOfOne().A, sureOfOne().Y] }],
    hint: "log 0 is -Infinity, and 0 times that is NaN. Take the right class's probability out of A first, then its logarithm.",
  },
  {
    id: "softmaxBackward.small",
    function: "softmaxBackward",
    title: "three classes, four examples",
    points: 2.5,
    cases: () => [{ args: [unsure().A, unsure().Y] }],
    hint: "Prediction minus label, divided by the number of examples: A.shape[1].",
  },
  {
    id: "crossEntropyFromLogits.small",
    function: "crossEntropyFromLogits",
    title: "three classes, four examples",
    points: 1.5,
    cases: () => [{ args: [logitsAndLabels().Z, logitsAndLabels().Y] }],
    hint: "-log a = log Σ e^z - z, where z is the logit of the right class.",
  },
  {
    id: "crossEntropyFromLogits.large",
    function: "crossEntropyFromLogits",
    title: "logits of some hundreds; columns around 1000 and -1000",
    points: 2,
    cases: () => [
      { args: [largeLogitsAndLabels().Z, largeLogitsAndLabels().Y] },
      {
        args: [
          np.array([
            [1000, -1003],
            [1002, -1001],
            [999, -1000],
          ]),
          np.array([
            [1, 0],
            [0, 1],
            [0, 0],
          ]),
        ],
      },
    ],
    hint: "log Σ e^z = M + log Σ e^(z - M) for any number M. With M = the largest z of the column nothing overflows.",
  },
];
