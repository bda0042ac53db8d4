import type { Misconception } from "../../../../check/contract";
import type { NDArray } from "../../../../core/NDArray";
import { np } from "../../../../np";
import * as solution from "../solution";

type Task = [A: NDArray, Y: NDArray];

const known = (Y: NDArray) => np.logicalNot(np.isnan(Y));
const zeroIfMissing = (Y: NDArray) => np.where(np.isnan(Y), 0, Y);

/** -(y log a + (1 - y) log(1 - a)) as it stands: NaN where y is. */
function losses(A: NDArray, Y: NDArray): NDArray {
  const no = np.multiply(np.subtract(1, Y), np.log(np.subtract(1, A)));
  return np.negative(np.add(np.multiply(Y, np.log(A)), no));
}

const costs: Misconception[] = [
  {
    id: "ml-missing-is-no",
    function: "multiTaskCost",
    message:
      "A missing label counts as a 0: the network would learn that what nobody has mentioned is not there. Leave it out of " +
      "the sum.",
    implementation: (...[A, Y]: Task) => solution.multiTaskCost(A, zeroIfMissing(Y)),
  },
  {
    id: "ml-missing-is-nan",
    function: "multiTaskCost",
    message:
      "One missing label makes the whole cost NaN, since NaN times anything is NaN. Put 0 in place of the losses whose " +
      "label is unknown: np.where(np.isnan(Y), 0, losses).",
    implementation: (...[A, Y]: Task) => np.sum(losses(A, Y)) / Y.shape[1],
  },
  {
    id: "ml-mean-of-known",
    function: "multiTaskCost",
    message: "Divided by the number of known labels. The cost is an average over the m examples.",
    implementation: (...[A, Y]: Task) => (solution.multiTaskCost(A, Y) * Y.shape[1]) / np.sum(known(Y)),
  },
  {
    id: "ml-mean-of-all",
    function: "multiTaskCost",
    message:
      "Divided by the number of entries, tasks times examples. The losses of an example's tasks are added up; only over " +
      "the m examples is the cost an average.",
    implementation: (...[A, Y]: Task) => solution.multiTaskCost(A, Y) / Y.shape[0],
  },
  {
    id: "ml-incomplete-dropped",
    function: "multiTaskCost",
    message:
      "An example with a gap is left out altogether. Its other labels are known, and worth learning from: leave out the " +
      "missing entries only.",
    implementation: (...[A, Y]: Task) => {
      const complete = np.all(known(Y), 0, true);
      return solution.multiTaskCost(A, np.where(complete, Y, np.nan));
    },
  },
  {
    id: "ml-softmax-cost",
    function: "multiTaskCost",
    message:
      "Only the labels that are 1 count, as for softmax, where exactly one class is right. Here the answers are independent: " +
      "a label of 0 costs -log(1 - a).",
    implementation: (...[A, Y]: Task) => solution.multiTaskCost(A, np.where(np.equal(Y, 1), Y, np.nan)),
  },
];

const gradients: Misconception[] = [
  {
    id: "ml-gradient-missing-is-no",
    function: "multiTaskGradient",
    message: "A missing label pushes the answer towards 0. Where nobody knows, the gradient is 0: it pushes nowhere.",
    implementation: (...[A, Y]: Task) => solution.multiTaskGradient(A, zeroIfMissing(Y)),
  },
  {
    id: "ml-gradient-nan",
    function: "multiTaskGradient",
    message:
      "The gradient is NaN where a label is missing, and one step later all weights are. Put 0 there: np.where(np.isnan(Y), " +
      "0, …). (Multiplying by 0 does not help: NaN · 0 is NaN.)",
    implementation: (...[A, Y]: Task) => np.divide(np.subtract(A, Y), Y.shape[1]),
  },
  {
    id: "ml-gradient-not-averaged",
    function: "multiTaskGradient",
    message: "1/m is missing: this is the gradient of the cost, which is an average over the m examples.",
    implementation: (...[A, Y]: Task) => np.multiply(Y.shape[1], solution.multiTaskGradient(A, Y)),
  },
  {
    id: "ml-gradient-of-known",
    function: "multiTaskGradient",
    message:
      "Divided by the number of known labels. The cost is an average over the m examples, so its gradient is, too.",
    implementation: (...[A, Y]: Task) => np.multiply(Y.shape[1] / np.sum(known(Y)), solution.multiTaskGradient(A, Y)),
  },
];

export const multiTask: Misconception[] = [...costs, ...gradients];
