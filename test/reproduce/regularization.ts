import type {
  NetworkGradients,
  NetworkParameters,
} from "../../src/assignments/04-initialization-regularization-gradient-checking/assignment";
import * as solution from "../../src/assignments/04-initialization-regularization-gradient-checking/staff/solution";
import type { NDArray } from "../../src/core/NDArray";
import { loadMat } from "../../src/datasets/loadMat";
import { np } from "../../src/np";
import { RandomState } from "../../src/random/RandomState";
import golden from "../golden/reg-models.json";
import { step } from "./initialization";
import type { Reproduction } from "./Row";

export interface Model {
  lambd?: number;
  keepProb?: number;
}

interface Points {
  X: NDArray;
  Y: NDArray;
}

/**
 * Trains the course's three networks on its football pitch, 30,000 iterations each, half a minute. Without the points,
 * which are not free to pass on, there are no rows.
 *
 * @param football the course's MATLAB file, with X, y, Xval and yval
 */
export const reproduce: Reproduction = async ({ football }) => {
  if (football === undefined) return [];
  const { train, test } = await loadFootball(football);
  return golden.models.flatMap((model) => {
    const { parameters, costs } = trainModel(train, model, golden.iterations);
    const rows = Object.entries(model.costs).map(([iteration, published]) => ({
      model: model.id,
      figure: `cost at iteration ${iteration}`,
      published,
      own: costs[iteration],
    }));
    return [
      ...rows,
      {
        model: model.id,
        figure: "training accuracy",
        published: model.trainAccuracy,
        own: accuracy(train, parameters),
      },
      { model: model.id, figure: "test accuracy", published: model.testAccuracy, own: accuracy(test, parameters) },
    ];
  });
};

export async function loadFootball(file: string): Promise<{ train: Points; test: Points }> {
  const { X, y, Xval, yval } = await loadMat(file);
  const missing = Object.entries({ X, y, Xval, yval }).flatMap(([name, array]) => (array ? [] : [name]));
  if (missing.length > 0) throw new Error(`${file} has no ${missing.join(", ")}: expected X, y, Xval and yval`);
  return { train: { X: X.T, Y: y.T }, test: { X: Xval.T, Y: yval.T } };
}

/** Gradient descent with a penalty, with dropout, or with neither; costs by iteration, every 10,000. */
export function trainModel({ X, Y }: Points, { lambd = 0, keepProb }: Model, iterations: number) {
  let parameters = start(golden.layers);
  const costs: Record<string, number> = {};
  for (let i = 0; i < iterations; i++) {
    const { cost, gradients } = pass({ X, Y }, parameters, lambd, keepProb);
    if (i % 10_000 === 0) costs[i] = cost;
    parameters = step(parameters, gradients, golden.learningRate);
  }
  return { parameters, costs };
}

function pass({ X, Y }: Points, parameters: NetworkParameters, lambd: number, keepProb: number | undefined) {
  if (keepProb === undefined) {
    const { cache } = solution.forwardPropagationN(X, Y, parameters);
    const cost = solution.computeCostWithRegularization(cache.A3, Y, parameters, lambd);
    return { cost, gradients: solution.backwardPropagationWithRegularization(X, Y, cache, lambd) };
  }
  // The course draws the same masks in every step.
  const { A3, cache } = solution.forwardPropagationWithDropout(X, parameters, keepProb, 1);
  const cost = solution.computeCostWithRegularization(A3, Y, parameters, 0);
  const gradients: NetworkGradients = solution.backwardPropagationWithDropout(X, Y, cache, keepProb);
  return { cost, gradients };
}

function start(layers: readonly number[]): NetworkParameters {
  const random = new RandomState(3);
  const parameters: NetworkParameters = {};
  for (let l = 1; l < layers.length; l++) {
    parameters[`W${l}`] = np.divide(random.randn(layers[l], layers[l - 1]), Math.sqrt(layers[l - 1]));
    parameters[`b${l}`] = np.zeros([layers[l], 1]);
  }
  return parameters;
}

function accuracy({ X, Y }: Points, parameters: NetworkParameters): number {
  return np.mean(np.equal(np.greater(solution.forwardPropagationN(X, Y, parameters).cache.A3, 0.5), Y));
}
