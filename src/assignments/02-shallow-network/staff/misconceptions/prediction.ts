import type { Misconception } from "../../../../check/contract";
import type { NDArray } from "../../../../core/NDArray";
import { np } from "../../../../np";
import type { NetworkParameters } from "../../assignment";
import * as solution from "../solution";

/** Wrong variants of predict. */
export const predictionMistakes: Misconception[] = [
  {
    id: "shallow-predict-probabilities",
    function: "predict",
    message: "Those are probabilities. Turn each one into a label: 1 where it is greater than 0.5, otherwise 0.",
    implementation: labelled((A2) => A2),
  },
  {
    id: "shallow-predict-inclusive",
    function: "predict",
    message: "A probability of exactly 0.5 is predicted as 1. Only one greater than 0.5 is: use >, not >= or rounding.",
    implementation: labelled((A2) => np.greaterEqual(A2, 0.5)),
  },
  {
    id: "shallow-predict-inverted",
    function: "predict",
    message: "The labels are inverted: a probability greater than 0.5 means 1.",
    implementation: labelled((A2) => np.less(A2, 0.5)),
  },
  {
    id: "shallow-predict-threshold-zero",
    function: "predict",
    message: "Everything is predicted as 1: a probability is always greater than 0. The threshold is 0.5.",
    implementation: labelled((A2) => np.onesLike(A2)),
  },
  {
    id: "shallow-predict-minus-one",
    function: "predict",
    message: "The labels are -1 and 1; this course uses 0 and 1.",
    implementation: labelled((A2) => np.where(np.greater(A2, 0.5), 1, -1)),
  },
  {
    id: "shallow-predict-from-Z2",
    function: "predict",
    message: "Z2 is compared with 0.5. Compare the probability A2 (or Z2 with 0, which comes to the same).",
    implementation: (parameters: NetworkParameters, X: NDArray) =>
      np.greater(solution.forwardPropagation(X, parameters).cache.Z2, 0.5),
  },
  {
    id: "shallow-predict-rank-1",
    function: "predict",
    message: "The labels have lost an axis: keep the row of shape (1, m), as Y has it.",
    implementation: labelled((A2) => np.greater(A2, 0.5).ravel()),
  },
];

function labelled(label: (A2: NDArray) => NDArray) {
  return (parameters: NetworkParameters, X: NDArray) => label(solution.forwardPropagation(X, parameters).A2);
}
