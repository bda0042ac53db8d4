import { oneHot, softmax } from "../../src/assignments/07-batchnorm-softmax/staff/solution";
import * as solution from "../../src/assignments/08-frameworks/staff/solution";
import type { NDArray } from "../../src/core/NDArray";
import { loadMnist } from "../../src/datasets/mnist";
import { RandomState } from "../../src/random/RandomState";
import * as tf from "../../src/tf";
import { he, type Network, startNetwork, train } from "./network";
import type { Reproduction, Row } from "./Row";

/** What the course prints for its framework exercises, computed with 32 bits. */
const losses = {
  logits: [0.2, 0.4, 0.7, 0.9],
  labels: [0, 0, 1, 1],
  published: [0.79813886, 0.91301525, 0.40318605, 0.34115386],
};

/** The framework exercises' published figures; then the same network trained by `np` with 64 bits, and by TensorFlow.js. */
export const reproduce: Reproduction = async () => [
  { model: "sigmoid", figure: "of 12", published: 0.999994, own: solution.sigmoid(tf.scalar(12)).dataSync()[0] },
  ...rowsOfLosses(),
  ...rowsOfTraining(),
];

function rowsOfLosses(): Row[] {
  const { logits, labels, published } = losses;
  const own = solution.sigmoidCrossEntropy(tf.tensor(logits), tf.tensor(labels)).dataSync();
  return published.map((loss, i) => ({
    model: "sigmoidCrossEntropy",
    figure: `logit ${logits[i]}, label ${labels[i]}`,
    published: loss,
    own: own[i],
  }));
}

/** 784-64-32-10, fifty steps on 600 digits at α 0.1: the weights afterwards. */
function rowsOfTraining(): Row[] {
  const { XTrain, YTrain } = loadMnist({ train: 600, test: 10 });
  const Y = oneHot(YTrain, 10);
  const start = startNetwork([784, 64, 32, 10], he, false, new RandomState(3));
  const steps = 50;
  const { network } = train(start, XTrain, Y, {
    output: softmax,
    rate: 0.1,
    epochs: steps,
    random: new RandomState(1),
  });
  const [images, labels] = [XTrain, Y].map(tensorOf);
  let parameters = tensorsOf(start);
  for (let step = 0; step < steps; step++) ({ parameters } = solution.trainStep(images, labels, parameters, 0.1));
  return ["W1", "W2", "W3"].map((name) => ({
    model: `784-64-32-10, ${steps} steps, np and TensorFlow.js`,
    figure: `first entry of ${name}`,
    published: network[name].at(0, 0),
    own: parameters[name].dataSync()[0],
  }));
}

function tensorsOf(network: Network): Record<string, tf.Tensor> {
  return Object.fromEntries(Object.entries(network).map(([name, array]) => [name, tensorOf(array)]));
}

function tensorOf(array: NDArray): tf.Tensor {
  return tf.tensor(Float32Array.from(array.toTypedArray()), [...array.shape]);
}
