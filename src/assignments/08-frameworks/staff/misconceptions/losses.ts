import type { Misconception } from "../../../../check/contract";
import * as tf from "../../../../tf";

type Loss = (logits: tf.Tensor, labels: tf.Tensor) => tf.Tensor;

const each = (id: string, message: string, implementation: Loss): Misconception => ({
  id,
  function: "sigmoidCrossEntropy",
  message,
  implementation,
});

const total = (id: string, message: string, implementation: Loss): Misconception => ({
  id,
  function: "totalLoss",
  message,
  implementation,
});

/** The logistic loss of every label, in whatever way it is reduced. */
const logistic = (labels: tf.Tensor, logits: tf.Tensor, reduction = tf.Reduction.NONE) =>
  tf.losses.sigmoidCrossEntropy(labels, logits, undefined, undefined, reduction);

/** The loss of classes of which one is true, for examples in rows. */
const exclusive = (labels: tf.Tensor, logits: tf.Tensor, reduction = tf.Reduction.SUM) =>
  tf.losses.softmaxCrossEntropy(labels, logits, undefined, undefined, reduction);

/** -(y log a + (1 - y) log(1 - a)). */
const fromProbabilities = (a: tf.Tensor, y: tf.Tensor): tf.Tensor =>
  tf.neg(tf.add(tf.mul(y, tf.log(a)), tf.mul(tf.sub(1, y), tf.log(tf.sub(1, a)))));

export const losses: Misconception[] = [
  each(
    "tf-sce-mean",
    "this is the mean, one number: what `tf.losses.sigmoidCrossEntropy` gives unless `tf.Reduction.NONE` is asked for",
    (logits, labels) => logistic(labels, logits, tf.Reduction.MEAN),
  ),
  each(
    "tf-sce-sigmoid-twice",
    "the sigmoid is applied twice: this loss takes the logits as they are",
    (logits, labels) => logistic(labels, tf.sigmoid(logits)),
  ),
  each(
    "tf-sce-arguments-swapped",
    "labels and logits have changed places: TensorFlow.js takes the labels first",
    (logits, labels) => logistic(logits, labels),
  ),
  each(
    "tf-sce-float32-log-zero",
    "log(1 - σ(z)) in 32 bits: σ(30) is exactly 1 there, and its loss Infinity. Compute the loss from z itself",
    (logits, labels) => fromProbabilities(tf.sigmoid(logits), labels),
  ),
  each(
    "tf-sce-log-of-label",
    "probabilities and labels have changed places: the logarithm is of the probability, not of the label",
    (logits, labels) => {
      const a = tf.sigmoid(logits);
      const [logY, logRest] = [labels, tf.sub(1, labels)].map((each) => tf.log(tf.maximum(each, 1e-7)));
      return tf.neg(tf.add(tf.mul(a, logY), tf.mul(tf.sub(1, a), logRest)));
    },
  ),
  each("tf-sce-no-sigmoid", "the logits are taken for probabilities: the sigmoid is missing", (logits, labels) =>
    fromProbabilities(logits, labels),
  ),
  total(
    "tf-loss-mean",
    "this is the mean over the examples: the sum was asked for, so that mini-batches can be added up",
    (logits, labels) => exclusive(tf.transpose(labels), tf.transpose(logits), tf.Reduction.MEAN),
  ),
  total(
    "tf-loss-not-transposed",
    "softmax is taken over the examples: TensorFlow.js has them in rows, so both have to be transposed",
    (logits, labels) => exclusive(labels, logits),
  ),
  total("tf-loss-softmax-twice", "softmax is applied twice: this loss takes the logits as they are", (logits, labels) =>
    exclusive(tf.transpose(labels), tf.softmax(tf.transpose(logits))),
  ),
  total(
    "tf-loss-arguments-swapped",
    "labels and logits have changed places: TensorFlow.js takes the labels first",
    (logits, labels) => exclusive(tf.transpose(logits), tf.transpose(labels)),
  ),
  total(
    "tf-loss-sigmoid",
    "this is the loss of labels that can be true at once, as if a digit could be a 3 and an 8: here exactly one is true",
    (logits, labels) => logistic(labels, logits, tf.Reduction.SUM),
  ),
  total(
    "tf-loss-mean-of-all",
    "this is the mean over all entries: each example has one loss, however many classes there are",
    (logits, labels) =>
      tf.div(exclusive(tf.transpose(labels), tf.transpose(logits)), logits.shape[0] * logits.shape[1]),
  ),
];
