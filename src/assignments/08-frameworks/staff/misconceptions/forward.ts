import type { Misconception } from "../../../../check/contract";
import * as tf from "../../../../tf";
import type { Parameters } from "../../assignment";

interface Rules {
  /** The activation of hidden layers, and of the last one. */
  hidden: (Z: tf.Tensor) => tf.Tensor;
  last: (Z: tf.Tensor) => tf.Tensor;
  bias: boolean;
}

const same = (Z: tf.Tensor): tf.Tensor => Z;

/** The pass forward with another rule. */
function forwardWith(rules: Partial<Rules>) {
  const { hidden, last, bias } = { hidden: tf.relu, last: same, bias: true, ...rules };
  return (X: tf.Tensor, parameters: Parameters): tf.Tensor => {
    const L = Object.keys(parameters).length / 2;
    let A = X;
    for (let l = 1; l <= L; l++) {
      const product = tf.matMul(parameters[`W${l}`], A);
      const Z = bias ? tf.add(product, parameters[`b${l}`]) : product;
      A = l < L ? hidden(Z) : last(Z);
    }
    return A;
  };
}

const wrong = (id: string, message: string, rules: Partial<Rules>): Misconception => ({
  id,
  function: "forwardPropagation",
  message,
  implementation: forwardWith(rules),
});

export const forward: Misconception[] = [
  wrong(
    "tf-softmax-at-the-end",
    "these are probabilities: the loss wants the logits, and would apply softmax a second time",
    { last: (Z) => tf.transpose(tf.softmax(tf.transpose(Z))) },
  ),
  wrong("tf-relu-at-the-end", "the last layer has a ReLU too: then no logit is negative. It has no activation", {
    last: tf.relu,
  }),
  wrong("tf-sigmoid-hidden", "the hidden layers have sigmoids: they were asked for with ReLU", { hidden: tf.sigmoid }),
  wrong(
    "tf-no-activation",
    "there is no activation between the layers, so all of them together are one linear function",
    { hidden: same },
  ),
  wrong("tf-forward-no-bias", "the biases are missing", { bias: false }),
];
