import { nnModel, predict } from "../../src/assignments/02-shallow-network/staff/solution";
import { planarFlower } from "../../src/datasets/planarFlower";
import { np } from "../../src/np";
import golden from "../golden/shallow-vectors.json";
import type { Row } from "./Row";

/** Trains the network of 4 hidden units on the flower, for 10,000 and for 5,000 iterations; some seconds. */
export async function reproduce(): Promise<Row[]> {
  const { X, Y } = planarFlower();
  return golden.models.flatMap(({ id, layers, iterations, learningRate, measured }) => {
    const { parameters, costs } = nnModel(X, Y, layers[1], iterations, learningRate);
    return [
      ...Object.entries(measured.costs).map(([iteration, published]) => ({
        model: id,
        figure: `cost at iteration ${iteration}`,
        published,
        own: costs[Number(iteration) / 10],
      })),
      {
        model: id,
        figure: "training accuracy",
        published: measured.trainAccuracy,
        own: np.mean(np.equal(predict(parameters, X), Y)),
      },
    ];
  });
}
