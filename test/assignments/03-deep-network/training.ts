import type { NetworkParameters } from "../../../src/assignments/03-deep-network/assignment";
import * as solution from "../../../src/assignments/03-deep-network/staff/solution";
import type { NDArray } from "../../../src/core/NDArray";
import { np } from "../../../src/np";

/** Examples as columns, from 0 to 1, and their labels in one row. */
export interface ImageSets {
  XTrain: NDArray;
  YTrain: NDArray;
  XTest: NDArray;
  YTest: NDArray;
}

/** The course's start for two layers: np.random.seed(1), weights 0.01 · randn. */
export function smallStart(layerDims: readonly number[]): NetworkParameters {
  return drawn(layerDims, (W) => np.multiply(W, 0.01));
}

/** The course's start for more layers: np.random.seed(1), weights randn / √n_(l-1). */
export function scaledStart(layerDims: readonly number[]): NetworkParameters {
  return drawn(layerDims, (W) => np.divide(W, Math.sqrt(W.shape[1])));
}

function drawn(layerDims: readonly number[], scale: (W: NDArray) => NDArray): NetworkParameters {
  np.random.seed(1);
  const parameters: NetworkParameters = {};
  for (let l = 1; l < layerDims.length; l++) {
    parameters[`W${l}`] = scale(np.random.randn(layerDims[l], layerDims[l - 1]));
    parameters[`b${l}`] = np.zeros([layerDims[l], 1]);
  }
  return parameters;
}

/** Gradient descent on the training set, with the cost before the step of every 100th iteration. */
export function train(
  { XTrain, YTrain }: Pick<ImageSets, "XTrain" | "YTrain">,
  start: NetworkParameters,
  iterations: number,
  learningRate: number,
) {
  let parameters = start;
  const costs: { iteration: number; cost: number }[] = [];
  for (let iteration = 0; iteration < iterations; iteration++) {
    const { AL, caches } = solution.modelForward(XTrain, parameters);
    if (iteration % 100 === 0) costs.push({ iteration, cost: solution.computeCost(AL, YTrain) });
    parameters = solution.updateParameters(parameters, solution.modelBackward(AL, YTrain, caches), learningRate);
  }
  return { costs, parameters };
}

/** The share of right predictions. */
export function accuracy(X: NDArray, Y: NDArray, parameters: NetworkParameters): number {
  return np.mean(np.equal(np.greater(solution.modelForward(X, parameters).AL, 0.5), Y));
}
