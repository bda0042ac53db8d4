import type { Alternative } from "../../../../check/contract";
import * as tf from "../../../../tf";
import type { Parameters } from "../../assignment";
import * as solution from "../solution";

/** The losses of the library, optimizers for single steps too, gradients applied by hand. */
export function byOptimizers(): Alternative {
  const { linearFunction, forwardPropagation } = solution;
  const totalLoss = (logits: tf.Tensor, labels: tf.Tensor) =>
    tf.mul(tf.losses.softmaxCrossEntropy(labels.transpose(), logits.transpose()), logits.shape[1]);
  const variablesOf = (parameters: Parameters) =>
    Object.fromEntries(Object.entries(parameters).map(([name, theta]) => [name, tf.variable(theta)]));

  function trainStep(X: tf.Tensor, Y: tf.Tensor, parameters: Parameters, learningRate: number) {
    const variables = variablesOf(parameters);
    const optimizer = tf.train.sgd(learningRate);
    const cost = optimizer.minimize(() => totalLoss(forwardPropagation(X, variables), Y).div(X.shape[1]), true);
    return { cost: (cost as tf.Tensor).dataSync()[0], parameters: variables };
  }
  function trainModel(X: tf.Tensor, Y: tf.Tensor, parameters: Parameters, learningRate: number, steps: number) {
    const variables = variablesOf(parameters);
    const optimizer = tf.train.adam(learningRate);
    const costs = Array.from({ length: steps }, () =>
      tf.tidy(() => {
        const mean = () => totalLoss(forwardPropagation(X, variables), Y).div(X.shape[1]);
        const { value, grads } = tf.variableGrads(mean, Object.values(variables));
        optimizer.applyGradients(grads);
        return value.arraySync() as number;
      }),
    );
    return { costs, parameters: variables };
  }
  return {
    title: "optimizers for single steps, applyGradients, the losses of the library",
    functions: {
      linearFunction,
      ones: (shape: number[]) => tf.onesLike(tf.zeros(shape)),
      sigmoid: (z: tf.Tensor) => tf.exp(tf.logSigmoid(z)),
      sigmoidCrossEntropy: (logits: tf.Tensor, labels: tf.Tensor) =>
        tf.losses.sigmoidCrossEntropy(labels, logits, undefined, undefined, tf.Reduction.NONE),
      oneHotMatrix: (labels: tf.Tensor, C: number) => tf.gather(tf.eye(C), tf.cast(labels, "int32")).transpose(),
      forwardPropagation,
      totalLoss,
      trainStep,
      trainModel,
      accuracy: (logits: tf.Tensor, labels: tf.Tensor) => {
        const [said, right] = [logits, labels].map((each) => tf.argMax(each, 0).dataSync());
        return said.filter((c, i) => c === right[i]).length / said.length;
      },
    },
  };
}
