import { join } from "node:path";
import type { NetworkParameters } from "../../src/assignments/03-deep-network/assignment";
import type { NDArray } from "../../src/core/NDArray";
import { loadH5 } from "../../src/datasets/loadH5";
import { np } from "../../src/np";
import { accuracy, type ImageSets, scaledStart, smallStart, train } from "../assignments/03-deep-network/training";
import golden from "../golden/deep-models.json";
import type { Row } from "./Row";

/**
 * Trains the course's two networks on its cat pictures, some minutes. Without the pictures, which are not free to pass
 * on, there are no rows.
 *
 * @param cats the folder with `train_catvnoncat.h5` and `test_catvnoncat.h5`
 */
export async function reproduce({ cats }: { cats?: string } = {}): Promise<Row[]> {
  if (cats === undefined) return [];
  const sets = await loadCats(cats);
  return golden.models.flatMap((model) => {
    const { costs, parameters } = train(sets, startOf(model), model.iterations, model.learningRate);
    const published: Record<string, number> = model.costs;
    return [
      ...costs.map(({ iteration, cost }) => ({
        model: model.id,
        figure: `cost at iteration ${iteration}`,
        published: published[iteration],
        own: cost,
      })),
      {
        model: model.id,
        figure: "training accuracy",
        published: model.trainAccuracy,
        own: accuracy(sets.XTrain, sets.YTrain, parameters),
      },
      {
        model: model.id,
        figure: "test accuracy",
        published: model.testAccuracy,
        own: accuracy(sets.XTest, sets.YTest, parameters),
      },
    ];
  });
}

/** The course's pictures from 0 to 1, flattened into columns of 12288 numbers. */
export async function loadCats(folder: string): Promise<ImageSets> {
  const [train, test] = await Promise.all(
    ["train", "test"].map((name) => loadH5(join(folder, `${name}_catvnoncat.h5`))),
  );
  return {
    XTrain: columnsOf(train.train_set_x),
    YTrain: train.train_set_y.reshape(1, -1),
    XTest: columnsOf(test.test_set_x),
    YTest: test.test_set_y.reshape(1, -1),
  };
}

function columnsOf(images: NDArray): NDArray {
  return np.divide(images.reshape(images.shape[0], -1).T, 255);
}

function startOf({ id, layers }: { id: string; layers: number[] }): NetworkParameters {
  return id === "deep.cats.2-layer" ? smallStart(layers) : scaledStart(layers);
}
