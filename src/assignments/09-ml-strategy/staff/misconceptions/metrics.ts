import type { Misconception } from "../../../../check/contract";
import type { NDArray } from "../../../../core/NDArray";
import { np } from "../../../../np";
import * as solution from "../solution";

type Labels = [predicted: NDArray, actual: NDArray, C: number];
type Weighted = [predicted: NDArray, actual: NDArray, weights: NDArray];

const product = (a: NDArray, b: NDArray) => np.multiply(a, b);
const half = (a: NDArray, b: NDArray) => np.divide(np.add(a, b), 2);

/** The result with another F1 of every class, and its mean. */
function withF1(confusion: NDArray, f1Of: (precision: NDArray, recall: NDArray) => NDArray) {
  const { precision, recall } = solution.precisionRecallF1(confusion);
  const f1 = f1Of(precision, recall);
  return { precision, recall, f1, macroF1: np.mean(f1) };
}

/** The result with another number for all classes. */
function withMacro(confusion: NDArray, macroOf: (result: ReturnType<typeof solution.precisionRecallF1>) => number) {
  const result = solution.precisionRecallF1(confusion);
  return { ...result, macroF1: macroOf(result) };
}

const harmonic = (P: number, R: number) => (2 * P * R) / (P + R);

const confusions: Misconception[] = [
  {
    id: "ml-confusion-transposed",
    function: "confusionMatrix",
    message: "Rows and columns are swapped: a row stands for what the example is, a column for what the model says.",
    implementation: (...[predicted, actual, C]: Labels) => solution.confusionMatrix(actual, predicted, C),
  },
  {
    id: "ml-confusion-mistakes-only",
    function: "confusionMatrix",
    message: "The diagonal is empty: count the examples that the model gets right, too.",
    implementation: (...[predicted, actual, C]: Labels) =>
      np.multiply(solution.confusionMatrix(predicted, actual, C), np.subtract(1, np.eye(C))),
  },
  {
    id: "ml-confusion-shares",
    function: "confusionMatrix",
    message: "These are shares of all examples. A confusion matrix holds counts: leave out the division by m.",
    implementation: (...[predicted, actual, C]: Labels) =>
      np.divide(solution.confusionMatrix(predicted, actual, C), actual.size),
  },
];

const scores: Misconception[] = [
  {
    id: "ml-zero-by-zero",
    function: "precisionRecallF1",
    message:
      "A class that is never predicted gives 0/0, which is NaN, and NaN spreads into the mean. Put 0 wherever both " +
      "sides of a division are 0.",
    implementation: (confusion: NDArray) => {
      const hits = np.diag(confusion);
      const precision = np.divide(hits, np.sum(confusion, 0));
      const recall = np.divide(hits, np.sum(confusion, 1));
      const f1 = np.divide(np.multiply(2, product(precision, recall)), np.add(precision, recall));
      return { precision, recall, f1, macroF1: np.mean(f1) };
    },
  },
  {
    id: "ml-f1-zero-by-zero",
    function: "precisionRecallF1",
    message:
      "Precision and recall are right, but where both are 0, F1 is 0/0, which is NaN, and NaN spreads into the mean. " +
      "Put 0 there.",
    implementation: (confusion: NDArray) =>
      withF1(confusion, (P, R) => np.divide(np.multiply(2, product(P, R)), np.add(P, R))),
  },
  {
    id: "ml-precision-recall-swapped",
    function: "precisionRecallF1",
    message:
      "Precision and recall are swapped. Precision asks, of all that the model *says* are of the class (a column), how " +
      "many are; recall, of all that *are* (a row), how many it finds.",
    implementation: (confusion: NDArray) => solution.precisionRecallF1(confusion.T),
  },
  {
    id: "ml-f1-arithmetic",
    function: "precisionRecallF1",
    message:
      "F1 is the harmonic mean, 2PR / (P + R). The ordinary mean (P + R) / 2 hides that one of the two is bad: 1 and 0 " +
      "would make 0.5.",
    implementation: (confusion: NDArray) => withF1(confusion, half),
  },
  {
    id: "ml-f1-product",
    function: "precisionRecallF1",
    message: "F1 is 2PR / (P + R): the factor 2 and the division by P + R are missing.",
    implementation: (confusion: NDArray) => withF1(confusion, product),
  },
  {
    id: "ml-macro-of-means",
    function: "precisionRecallF1",
    message:
      "macroF1 is the F1 of the mean precision and the mean recall. Take the mean of the F1 of the classes instead.",
    implementation: (confusion: NDArray) =>
      withMacro(confusion, ({ precision, recall }) => harmonic(np.mean(precision), np.mean(recall))),
  },
  {
    id: "ml-macro-is-micro",
    function: "precisionRecallF1",
    message:
      "macroF1 counts all examples together, and that is only the accuracy. Take the mean of the F1 of the classes: then " +
      "a rare class counts as much as a frequent one.",
    implementation: (confusion: NDArray) => withMacro(confusion, () => np.trace(confusion) / np.sum(confusion)),
  },
  {
    id: "ml-macro-weighted",
    function: "precisionRecallF1",
    message:
      "macroF1 weights each class by how frequent it is. In a macro average every class counts the same: np.mean(f1).",
    implementation: (confusion: NDArray) =>
      withMacro(confusion, ({ f1 }) => np.sum(product(f1, np.sum(confusion, 1))) / np.sum(confusion)),
  },
];

const weighted: Misconception[] = [
  {
    id: "ml-weighted-by-m",
    function: "weightedError",
    message:
      "Divided by m, the error of a model that is always wrong is the mean weight, not 1. With weights, the normalizing " +
      "constant is their sum.",
    implementation: (...[predicted, actual, weights]: Weighted) =>
      np.sum(product(weights, np.notEqual(predicted, actual))) / actual.size,
  },
  {
    id: "ml-weighted-unused",
    function: "weightedError",
    message: "The weights are not used: this is the plain share of mistakes.",
    implementation: (...[predicted, actual]: Weighted) => np.mean(np.notEqual(predicted, actual)),
  },
  {
    id: "ml-weighted-accuracy",
    function: "weightedError",
    message: "This is the weighted share of right answers. The error is that of the wrong ones.",
    implementation: (...args: Weighted) => 1 - solution.weightedError(...args),
  },
  {
    id: "ml-weighted-of-mistakes",
    function: "weightedError",
    message:
      "Divided by the number of mistakes, this is what a mistake costs on average. Divide by what all answers together " +
      "could cost: the sum of the weights.",
    implementation: (...[predicted, actual, weights]: Weighted) => {
      const wrong = np.notEqual(predicted, actual);
      return np.sum(product(weights, wrong)) / np.sum(wrong);
    },
  },
];

export const metrics: Misconception[] = [...confusions, ...scores, ...weighted];
