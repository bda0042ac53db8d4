import * as tf from "../../../tf";
import type { Parameters } from "../assignment";

/**
 * The linear part of a layer, W X + b, for all examples at once.
 *
 * @param W weights, shape (n, n of the layer before)
 * @param X one example in each column, shape (n of the layer before, m)
 * @param b biases, shape (n, 1)
 * @returns shape (n, m)
 */
export function linearFunction(W: tf.Tensor, X: tf.Tensor, b: tf.Tensor): tf.Tensor {
  // BEGIN SOLUTION
  return tf.tidy(() => tf.add(tf.matMul(W, X), b));
  // END SOLUTION
}

/**
 * A tensor of ones.
 *
 * @param shape such as [2, 3]
 * @returns a tensor of this shape
 */
export function ones(shape: number[]): tf.Tensor {
  // BEGIN SOLUTION
  return tf.ones(shape);
  // END SOLUTION
}

/**
 * The sigmoid σ(z) = 1 / (1 + e^-z) of every element.
 *
 * @param z of any shape
 * @returns of the same shape
 */
export function sigmoid(z: tf.Tensor): tf.Tensor {
  // BEGIN SOLUTION
  return tf.sigmoid(z);
  // END SOLUTION
}

/**
 * The logistic loss of every label by itself, from logits: with a = σ(z) it is -(y log
 * a + (1 - y) log(1 - a)), computed as
 *
 *     max(z, 0) - z y + log(1 + e^-|z|)
 *
 * @param logits z, before the sigmoid, of any shape
 * @param labels y, 0 or 1, of the same shape
 * @returns one loss for each label, of the same shape; finite also for logits of some
 *   hundreds
 */
export function sigmoidCrossEntropy(logits: tf.Tensor, labels: tf.Tensor): tf.Tensor {
  // BEGIN SOLUTION
  return tf.tidy(() => {
    const rest = tf.log1p(tf.exp(tf.neg(tf.abs(logits))));
    return tf.add(tf.sub(tf.relu(logits), tf.mul(logits, labels)), rest);
  });
  // END SOLUTION
}

/**
 * Labels as columns of zeros with one 1 each.
 *
 * @param labels class numbers from 0 to C - 1, shape (m,), of dtype float32, as tensors
 *   are by default
 * @param C the number of classes, also of those that no label has
 * @returns shape (C, m): row i is 1 where the label is i
 */
export function oneHotMatrix(labels: tf.Tensor, C: number): tf.Tensor {
  // BEGIN SOLUTION
  return tf.tidy(() => tf.transpose(tf.oneHot(tf.cast(labels, "int32"), C)));
  // END SOLUTION
}

/**
 * The pass forward through all layers. Hidden layers have ReLU: A1 = relu(W1 X + b1),
 * and so on. The last one has no activation: its linear part, the logits, is what a
 * loss is computed from.
 *
 * @param X one example in each column, shape (n0, m)
 * @param parameters W1, b1, …, WL, bL
 * @returns the logits ZL, shape (nL, m)
 */
export function forwardPropagation(X: tf.Tensor, parameters: Parameters): tf.Tensor {
  const L = Object.keys(parameters).length / 2;
  // BEGIN SOLUTION
  return tf.tidy(() => {
    let A = X;
    for (let l = 1; l < L; l++)
      A = tf.relu(linearFunction(parameters[`W${l}`], A, parameters[`b${l}`]));
    return linearFunction(parameters[`W${L}`], A, parameters[`b${L}`]);
  });
  // END SOLUTION
}

/**
 * The loss of a whole batch: the **sum** over the examples of the loss that fits labels
 * of which exactly one is true.
 *
 * @param logits one example in each column, shape (C, m)
 * @param labels one-hot columns, shape (C, m)
 * @returns a tensor of shape []
 */
export function totalLoss(logits: tf.Tensor, labels: tf.Tensor): tf.Tensor {
  // BEGIN SOLUTION
  return tf.tidy(() =>
    tf.losses.softmaxCrossEntropy(
      tf.transpose(labels),
      tf.transpose(logits),
      undefined,
      undefined,
      tf.Reduction.SUM,
    ),
  );
  // END SOLUTION
}

/**
 * One step of gradient descent: θ - α dJ/dθ for every parameter, where the cost J is
 * the total loss divided by the number of examples. The given parameters stay as they
 * are.
 *
 * @param X one example in each column, shape (n0, m)
 * @param Y one-hot labels, shape (C, m)
 * @param parameters W1, b1, …, WL, bL
 * @param learningRate α
 * @returns the cost before the step, and the parameters after it
 */
export function trainStep(
  X: tf.Tensor,
  Y: tf.Tensor,
  parameters: Parameters,
  learningRate: number,
): { cost: number; parameters: Parameters } {
  // BEGIN SOLUTION
  return tf.tidy(() => {
    const names = Object.keys(parameters) as (keyof Parameters)[];
    const variables = Object.fromEntries(
      names.map((name) => [name, tf.variable(parameters[name])]),
    );
    const cost = () =>
      tf.div(totalLoss(forwardPropagation(X, variables), Y), X.shape[1]);
    const { value, grads } = tf.variableGrads(cost, Object.values(variables));
    const updated: Parameters = {};
    for (const name of names) {
      updated[name] = tf.sub(
        parameters[name],
        tf.mul(grads[variables[name].name], learningRate),
      );
    }
    tf.dispose(variables);
    return { cost: value.dataSync()[0], parameters: updated };
  });
  // END SOLUTION
}

/**
 * Training with Adam: in each step the cost of all examples, the total loss divided by
 * their number, is computed and made smaller. The given parameters stay as they are.
 *
 * @param X one example in each column, shape (n0, m)
 * @param Y one-hot labels, shape (C, m)
 * @param parameters W1, b1, …, WL, bL, where training starts
 * @param learningRate α; everything else about Adam as TensorFlow.js has it
 * @param steps how many
 * @returns the cost before each step, and the parameters after the last
 */
export function trainModel(
  X: tf.Tensor,
  Y: tf.Tensor,
  parameters: Parameters,
  learningRate: number,
  steps: number,
): { costs: number[]; parameters: Parameters } {
  const costs: number[] = [];
  // BEGIN SOLUTION
  const names = Object.keys(parameters) as (keyof Parameters)[];
  const variables = Object.fromEntries(
    names.map((name) => [name, tf.variable(parameters[name])]),
  );
  const cost = () => tf.div(totalLoss(forwardPropagation(X, variables), Y), X.shape[1]);
  const optimizer = tf.train.adam(learningRate);
  for (let step = 0; step < steps; step++) {
    tf.tidy(() => {
      const value = optimizer.minimize(
        cost,
        true,
        Object.values(variables),
      ) as tf.Tensor;
      costs.push(value.dataSync()[0]);
    });
  }
  optimizer.dispose();
  return { costs, parameters: variables };
  // END SOLUTION
}

/**
 * The share of the examples whose largest logit is in the row of their label.
 *
 * @param logits one example in each column, shape (C, m)
 * @param labels one-hot columns, shape (C, m)
 * @returns a number from 0 to 1
 */
export function accuracy(logits: tf.Tensor, labels: tf.Tensor): number {
  // BEGIN SOLUTION
  return tf.tidy(() => {
    const hits = tf.equal(tf.argMax(logits, 0), tf.argMax(labels, 0));
    return tf.mean(tf.cast(hits, "float32")).dataSync()[0];
  });
  // END SOLUTION
}
