import * as solution from "../../src/assignments/07-batchnorm-softmax/staff/solution";
import type { NDArray } from "../../src/core/NDArray";
import { loadMnist } from "../../src/datasets/mnist";
import { np } from "../../src/np";
import { RandomState } from "../../src/random/RandomState";
import golden from "../golden/bn-models.json";
import { he, type Network, type Output, outputsOf, sigmoid, small, startNetwork, train } from "./network";
import type { Reproduction, Row } from "./Row";

const scales = { small, he } as Record<string, (inputs: number) => number>;
const activations: Record<string, Output> = { sigmoid, softmax: solution.softmax };

/** How many test images are looked at one by one. */
const singles = 200;

/** Trains the networks of assignment 7's lesson, one seed each, half a minute. */
export const reproduce: Reproduction = async () => [...rowsOfTwo(), ...rowsOfTen()];

/** Threes and eights, a hundred steps of all images: costs before the last step, and accuracies on the test images. */
function rowsOfTwo(): Row[] {
  const { XTrain, YTrain, XTest, YTest } = loadMnist({ digits: [3, 8], train: 1000, test: 400 });
  return golden.threesAndEights.flatMap(({ name, scale, isNormalized, rate, cost, test }) => {
    const start = startNetwork([784, 20, 7, 5, 1], scales[scale], isNormalized, new RandomState(3));
    const how = { output: sigmoid, rate, epochs: 100, random: new RandomState(1) };
    const { network, running, outputs } = train(start, XTrain, YTrain, how);
    const ofLabel = np.where(YTrain, outputs, np.subtract(1, outputs));
    const right = np.equal(np.greater(outputsOf(XTest, network, sigmoid, running), 0.5), YTest);
    const model = `784-20-7-5-1, ${name}, α ${rate}`;
    return [
      { model, figure: "cost", published: cost, own: -np.mean(np.log(ofLabel)) },
      { model, figure: "test accuracy", published: test, own: np.mean(right) },
    ];
  });
}

/** Ten digits, 4,000 images in batches of 64: accuracies on 1,000 test images. */
function rowsOfTen(): Row[] {
  const { XTrain, YTrain, XTest, YTest } = loadMnist({ train: 4000, test: 1000 });
  const oneHot = solution.oneHot(YTrain, 10);
  return golden.tenDigits.flatMap(({ layers, output: name, isNormalized, rate, epochs, test, ownStatistics }) => {
    const output = activations[name];
    const start = startNetwork(layers, he, isNormalized, new RandomState(3));
    const how = { output, rate, epochs, size: 64, wholeBatches: true, random: new RandomState(1) };
    const { network, running } = train(start, XTrain, oneHot, how);
    const model = `${layers.join("-")}, ${name}${isNormalized ? ", batch norm" : ""}, α ${rate}`;
    const rows = [
      {
        model,
        figure: "test accuracy",
        published: test,
        own: share(outputsOf(XTest, network, output, running), YTest),
      },
    ];
    if (!ownStatistics) return rows;
    const batch = share(outputsOf(XTest, network, output), YTest);
    const single = oneByOne(XTest, YTest, network, output);
    return [
      ...rows,
      { model, figure: "by the test batch's own statistics", published: ownStatistics.batch, own: batch },
      { model, figure: "by one image's own statistics", published: ownStatistics.single, own: single },
    ];
  });
}

function oneByOne(X: NDArray, Y: NDArray, network: Network, output: Output): number {
  let right = 0;
  for (let i = 0; i < singles; i++) {
    const column = `${i}:${i + 1}`;
    right += share(outputsOf(X.slice(":", column), network, output), Y.slice(":", column));
  }
  return right / singles;
}

function share(outputs: NDArray, Y: NDArray): number {
  return np.mean(np.equal(np.argmax(outputs, 0), Y));
}
