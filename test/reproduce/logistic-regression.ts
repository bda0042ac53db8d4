import { optimize, predict } from "../../src/assignments/01-logistic-regression/staff/solution";
import type { NDArray } from "../../src/core/NDArray";
import { np } from "../../src/np";
import golden from "../golden/lr-models.json";
import { loadCats } from "./deep-network";
import type { Reproduction } from "./Row";

/**
 * Trains the course's single neuron on its cat pictures, some seconds. Without the pictures there are no rows.
 *
 * @param cats the folder with `train_catvnoncat.h5` and `test_catvnoncat.h5`
 */
export const reproduce: Reproduction = async ({ cats }) => {
  if (cats === undefined) return [];
  const { XTrain, YTrain, XTest, YTest } = await loadCats(cats);
  const start = np.zeros([XTrain.shape[0], 1]);
  const { params, costs } = optimize(start, 0, XTrain, YTrain, golden.iterations, golden.learningRate);
  const accuracy = (X: NDArray, Y: NDArray): number => np.mean(np.equal(predict(params.w, params.b, X), Y));
  return [
    ...Object.entries(golden.costs).map(([iteration, published]) => ({
      model: golden.id,
      figure: `cost at iteration ${iteration}`,
      published,
      own: costs[Number(iteration) / 100],
    })),
    { model: golden.id, figure: "training accuracy", published: golden.trainAccuracy, own: accuracy(XTrain, YTrain) },
    { model: golden.id, figure: "test accuracy", published: golden.testAccuracy, own: accuracy(XTest, YTest) },
  ];
};
