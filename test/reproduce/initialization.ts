import type {
  NetworkGradients,
  NetworkParameters,
} from "../../src/assignments/04-initialization-regularization-gradient-checking/assignment";
import * as solution from "../../src/assignments/04-initialization-regularization-gradient-checking/staff/solution";
import type { NDArray } from "../../src/core/NDArray";
import { makeCircles } from "../../src/datasets/makeCircles";
import { np } from "../../src/np";
import { RandomState } from "../../src/random/RandomState";
import golden from "../golden/init-models.json";
import large from "../golden/init-random.json";
import type { Row } from "./Row";

export interface Trained {
  parameters: NetworkParameters;
  /** By iteration, every 1000, before the step. */
  costs: Record<string, number>;
  trainAccuracy: number;
  testAccuracy: number;
}

const layersDims = [2, 10, 5, 1];
const learningRate = 0.01;
const starts: Record<string, () => NetworkParameters> = {
  "init.circles.zeros": () => solution.initializeParametersZeros(layersDims),
  "init.circles.random": () => solution.initializeParametersRandom(layersDims),
  "init.circles.he": () => solution.initializeParametersHe(layersDims),
};

/** Trains the circles models of the course, 15,000 iterations each; some seconds. */
export async function reproduce(): Promise<Row[]> {
  const models = [...golden, large];
  return models.flatMap(({ id, iterations, published }) => {
    const { costs, trainAccuracy, testAccuracy } = trainCircles(id, iterations);
    return published.flatMap((source) => [
      ...Object.entries(source.costs).map(([iteration, cost]) => ({
        model: id,
        figure: `cost at iteration ${iteration}`,
        published: cost === "inf" ? Number.POSITIVE_INFINITY : Number(cost),
        own: costs[iteration],
      })),
      { model: id, figure: "training accuracy", published: Number(source.trainAccuracy), own: trainAccuracy },
      { model: id, figure: "test accuracy", published: Number(source.testAccuracy), own: testAccuracy },
    ]);
  });
}

/** Trains one of the circles models with the assignment's own functions; without a penalty, λ is 0. */
export function trainCircles(id: string, numIterations: number): Trained {
  const train = makeCircles(300, { noise: 0.05, random: new RandomState(1) });
  const test = makeCircles(100, { noise: 0.05, random: new RandomState(2) });
  let parameters = starts[id]();
  const costs: Record<string, number> = {};
  for (let i = 0; i < numIterations; i++) {
    const { cache } = solution.forwardPropagationN(train.X, train.Y, parameters);
    if (i % 1000 === 0) costs[i] = costOf(cache.A3, train.Y);
    const gradients = solution.backwardPropagationWithRegularization(train.X, train.Y, cache, 0);
    parameters = step(parameters, gradients, learningRate);
  }
  const accuracy = ({ X, Y }: { X: NDArray; Y: NDArray }): number =>
    np.mean(np.equal(np.greater(solution.forwardPropagationN(X, Y, parameters).cache.A3, 0.5), Y));
  return { parameters, costs, trainAccuracy: accuracy(train), testAccuracy: accuracy(test) };
}

/** One step of gradient descent with three layers. */
export function step(
  parameters: NetworkParameters,
  gradients: NetworkGradients,
  learningRate: number,
): NetworkParameters {
  const names = ["W1", "b1", "W2", "b2", "W3", "b3"] as const;
  const next = (name: (typeof names)[number]) =>
    np.subtract(parameters[name], np.multiply(learningRate, gradients[`d${name}`]));
  return Object.fromEntries(names.map((name) => [name, next(name)]));
}

/** Infinite, and not NaN, where a true label has the probability 0. */
function costOf(A: NDArray, Y: NDArray): number {
  return -np.mean(np.log(np.where(Y, A, np.subtract(1, A))));
}
