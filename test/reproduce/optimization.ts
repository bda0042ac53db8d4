import type { Gradients, Parameters } from "../../src/assignments/05-optimization/assignment";
import * as solution from "../../src/assignments/05-optimization/staff/solution";
import type { NDArray } from "../../src/core/NDArray";
import { makeMoons } from "../../src/datasets/makeMoons";
import { np } from "../../src/np";
import { RandomState } from "../../src/random/RandomState";
import golden from "../golden/opt-models.json";
import type { Row } from "./Row";

export interface Trained {
  parameters: Parameters;
  /** By epoch, every 1000: the cost of the epoch's last mini-batch, before its step. */
  costs: Record<string, number>;
  accuracy: number;
}

/** Trains the moons models of the course, 10,000 epochs each; some seconds. */
export async function reproduce(): Promise<Row[]> {
  return golden.flatMap((model) => {
    const { costs, accuracy } = trainMoons(model.id === "opt.moons.adam" ? adam() : gradientDescent());
    return model.published.flatMap((published) => [
      ...Object.entries(published.costs).map(([epoch, cost]) => ({
        model: model.id,
        figure: `cost at epoch ${epoch}`,
        published: Number(cost),
        own: costs[epoch],
      })),
      { model: model.id, figure: "training accuracy", published: Number(published.trainAccuracy), own: accuracy },
    ]);
  });
}

type Update = (parameters: Parameters, grads: Gradients) => Parameters;

const learningRate = 0.0007;

export function gradientDescent(): Update {
  return (parameters, grads) => solution.updateParametersWithGd(parameters, grads, learningRate);
}

export function momentum(beta = 0.9): Update {
  let v: Gradients | undefined;
  return (parameters, grads) => {
    v ??= solution.initializeVelocity(parameters);
    const step = solution.updateParametersWithMomentum(parameters, grads, v, beta, learningRate);
    v = step.v;
    return step.parameters;
  };
}

export function adam(): Update {
  let averages: { v: Gradients; s: Gradients } | undefined;
  let t = 0;
  return (parameters, grads) => {
    const { v, s } = averages ?? solution.initializeAdam(parameters);
    const step = solution.updateParametersWithAdam(parameters, grads, v, s, ++t, learningRate);
    averages = step;
    return step.parameters;
  };
}

/** The course's `model`: a 2-5-2-1 network on 300 moons, mini-batches of 64 with the seeds 11, 12, … */
export function trainMoons(update: Update, epochs = 10_000): Trained {
  const { X, Y } = makeMoons(300, { noise: 0.2, random: new RandomState(3) });
  let parameters = initialParameters([2, 5, 2, 1]);
  const costs: Record<string, number> = {};
  for (let epoch = 0; epoch < epochs; epoch++) {
    let cost = 0;
    for (const batch of solution.randomMiniBatches(X, Y, 64, 11 + epoch)) {
      const activations = forward(batch.X, parameters);
      if (epoch % 1000 === 0) cost = costOf(activations[activations.length - 1], batch.Y);
      parameters = update(parameters, backward(activations, batch.Y, parameters));
    }
    if (epoch % 1000 === 0) costs[epoch] = cost;
  }
  const A = forward(X, parameters)[3];
  return { parameters, costs, accuracy: np.mean(np.equal(np.greater(A, 0.5), Y)) };
}

function initialParameters(layers: readonly number[]): Parameters {
  const random = new RandomState(3);
  const parameters: Parameters = {};
  for (let l = 1; l < layers.length; l++) {
    parameters[`W${l}`] = np.multiply(random.randn(layers[l], layers[l - 1]), Math.sqrt(2 / layers[l - 1]));
    parameters[`b${l}`] = np.zeros([layers[l], 1]);
  }
  return parameters;
}

/** A0 = X, A1, …, AL: ReLU in the hidden layers, sigmoid in the last. */
function forward(X: NDArray, parameters: Parameters): NDArray[] {
  const L = Object.keys(parameters).length / 2;
  const activations = [X];
  for (let l = 1; l <= L; l++) {
    const Z = np.add(np.dot(parameters[`W${l}`], activations[l - 1]), parameters[`b${l}`]);
    activations.push(l < L ? np.maximum(Z, 0) : np.divide(1, np.add(1, np.exp(np.negative(Z)))));
  }
  return activations;
}

function backward(activations: readonly NDArray[], Y: NDArray, parameters: Parameters): Gradients {
  const L = activations.length - 1;
  const grads: Gradients = {};
  let dZ = np.divide(np.subtract(activations[L], Y), Y.size);
  for (let l = L; l >= 1; l--) {
    grads[`dW${l}`] = np.dot(dZ, activations[l - 1].T);
    grads[`db${l}`] = np.sum(dZ, 1, true);
    if (l > 1) dZ = np.multiply(np.dot(parameters[`W${l}`].T, dZ), np.greater(activations[l - 1], 0));
  }
  return grads;
}

function costOf(A: NDArray, Y: NDArray): number {
  const likelihood = np.add(np.multiply(Y, np.log(A)), np.multiply(np.subtract(1, Y), np.log(np.subtract(1, A))));
  return -np.mean(likelihood);
}
