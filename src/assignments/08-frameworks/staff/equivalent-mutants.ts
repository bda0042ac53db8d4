import type { EquivalentMutant } from "../../../check/contract";

const sum = "the order of a sum does not matter";
const product = "the order of a product does not matter";
const comparison = "equality holds both ways";
const variables = "the loss uses no other variables";
const memory = "it only gives back memory, which earns a remark and no points";
const axis = "0 is the default";

/** Mutants of the reference solution that do the same as it does, and why. */
export const equivalentMutants: EquivalentMutant[] = [
  { function: "linearFunction", line: "return tf.tidy(() => tf.add(b, tf.matMul(W, X)));", reason: sum },
  {
    function: "sigmoidCrossEntropy",
    line: "return tf.add(rest, tf.sub(tf.relu(logits), tf.mul(logits, labels)));",
    reason: sum,
  },
  {
    function: "sigmoidCrossEntropy",
    line: "return tf.add(tf.sub(tf.relu(logits), tf.mul(labels, logits)), rest);",
    reason: product,
  },
  {
    function: "totalLoss",
    line: "tf.losses.softmaxCrossEntropy(tf.transpose(labels), tf.transpose(logits), undefined, undefined, tf.Reduction.SUM),",
    reason: "both arguments that change places are undefined",
  },
  { function: "trainStep", line: "const { value, grads } = tf.variableGrads(cost);", reason: variables },
  { function: "trainStep", line: "tf.mul(learningRate, grads[variables[name].name]),", reason: product },
  { function: "trainStep", line: ";", reason: memory },
  {
    function: "trainModel",
    line: "const value = optimizer.minimize(cost, true) as tf.Tensor;",
    reason: variables,
  },
  { function: "trainModel", line: ";", reason: memory },
  {
    function: "accuracy",
    line: "const hits = tf.equal(tf.argMax(labels, 0), tf.argMax(logits, 0));",
    reason: comparison,
  },
  { function: "accuracy", line: "const hits = tf.equal(tf.argMax(logits), tf.argMax(labels, 0));", reason: axis },
  { function: "accuracy", line: "const hits = tf.equal(tf.argMax(logits, 0), tf.argMax(labels));", reason: axis },
];
