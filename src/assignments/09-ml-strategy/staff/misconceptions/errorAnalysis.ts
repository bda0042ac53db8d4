import type { Misconception } from "../../../../check/contract";
import type { NDArray } from "../../../../core/NDArray";
import { np } from "../../../../np";
import * as solution from "../solution";

type Tags = [tags: NDArray, devError: number];
type Cleaning = [predicted: NDArray, labels: NDArray, cleaned: NDArray];

/** The three errors with another one for all labels cleaned. */
function allCleaned(args: Cleaning, error: (...args: Cleaning) => number) {
  return { ...solution.cleanedErrors(...args), allCleaned: error(...args) };
}

const share = (wrong: NDArray) => np.mean(wrong);

const ceilings: Misconception[] = [
  {
    id: "ml-ceiling-points",
    function: "errorAnalysisCeiling",
    message:
      "The share is subtracted from the error. Half of the mistakes are not 50 points: they are half of devError, so what " +
      "is left is devError * (1 - share).",
    implementation: (...[tags, devError]: Tags) => {
      const { share } = solution.errorAnalysisCeiling(tags, devError);
      return { share, errorIfFixed: np.subtract(devError, share) };
    },
  },
  {
    id: "ml-ceiling-gain",
    function: "errorAnalysisCeiling",
    message: "This is what would be gained. errorIfFixed is what would be left: devError * (1 - share).",
    implementation: (...[tags, devError]: Tags) => {
      const { share } = solution.errorAnalysisCeiling(tags, devError);
      return { share, errorIfFixed: np.multiply(devError, share) };
    },
  },
  {
    id: "ml-ceiling-normalised",
    function: "errorAnalysisCeiling",
    message:
      "The shares add up to 1, as if every mistake had exactly one cause. Divide by the number of mistakes looked at: some " +
      "have several tags, some none.",
    implementation: (...[tags, devError]: Tags) => {
      const share = np.divide(np.sum(tags, 0), np.sum(tags));
      return { share, errorIfFixed: np.multiply(devError, np.subtract(1, share)) };
    },
  },
  {
    id: "ml-ceiling-counts",
    function: "errorAnalysisCeiling",
    message: "These are counts. A share is the count divided by the number of mistakes looked at.",
    implementation: (...[tags, devError]: Tags) => ({
      ...solution.errorAnalysisCeiling(tags, devError),
      share: np.sum(tags, 0),
    }),
  },
  {
    id: "ml-ceiling-wrong-axis",
    function: "errorAnalysisCeiling",
    message:
      "The mean goes over the tags of each mistake. The mistakes are the rows, so go over axis 0, for one share per tag.",
    implementation: (...[tags, devError]: Tags) => solution.errorAnalysisCeiling(tags.T, devError),
  },
];

const cleaning: Misconception[] = [
  {
    id: "ml-clean-one-sided",
    function: "cleanedErrors",
    message:
      "Only where the model disagreed were labels corrected, and that is called clean. Where it agrees with a wrong label " +
      "it is wrong as well: compare the predictions with all of `cleaned`.",
    implementation: (...args: Cleaning) =>
      allCleaned(args, (...given) => solution.cleanedErrors(...given).mistakesCleaned),
  },
  {
    id: "ml-clean-subtract",
    function: "cleanedErrors",
    message:
      "The share of wrong labels is subtracted from the error. Not every wrong label made a right answer look wrong: " +
      "compare the predictions with `cleaned`.",
    implementation: (...args: Cleaning) =>
      allCleaned(
        args,
        (predicted, labels, cleaned) => share(np.notEqual(predicted, labels)) - share(np.notEqual(labels, cleaned)),
      ),
  },
  {
    id: "ml-clean-drop",
    function: "cleanedErrors",
    message:
      "Examples with a wrong label are thrown out. They are often the hard ones: keep all of them, with the label that " +
      "they should have.",
    implementation: (...args: Cleaning) =>
      allCleaned(args, (predicted, labels, cleaned) => {
        const right = np.equal(labels, cleaned);
        return np.sum(np.multiply(right, np.notEqual(predicted, cleaned))) / np.sum(right);
      }),
  },
  {
    id: "ml-clean-labels-compared",
    function: "cleanedErrors",
    message:
      "The labels are compared with each other, which gives the share of wrong labels. The error of the model is where its " +
      "predictions differ from `cleaned`.",
    implementation: (...args: Cleaning) =>
      allCleaned(args, (_, labels, cleaned) => share(np.notEqual(labels, cleaned))),
  },
];

export const errorAnalysis: Misconception[] = [...ceilings, ...cleaning];
