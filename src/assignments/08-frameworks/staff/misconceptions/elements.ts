import type { Misconception } from "../../../../check/contract";
import * as tf from "../../../../tf";

type Linear = (W: tf.Tensor, X: tf.Tensor, b: tf.Tensor) => tf.Tensor;

const linear = (id: string, message: string, implementation: Linear): Misconception => ({
  id,
  function: "linearFunction",
  message,
  implementation,
});

const oneHot = (
  id: string,
  message: string,
  implementation: (labels: tf.Tensor, C: number) => tf.Tensor,
): Misconception => ({ id, function: "oneHotMatrix", message, implementation });

const int32 = (labels: tf.Tensor) => tf.cast(labels, "int32");

const biasRow =
  "the bias is added as a row, so each example gets a bias of its own: b is a column, one number for each unit";

/** Of the functions that work on single layers, elements and labels. */
export const elements: Misconception[] = [
  linear("tf-no-bias", "the bias b is missing: add it to W X", (W, X) => tf.matMul(W, X)),
  linear(
    "tf-mul",
    "`tf.mul` multiplies element by element, as `*` does in NumPy; the product of matrices is `tf.matMul`",
    (W, X, b) => tf.add(tf.mul(W, X), b),
  ),
  linear("tf-bias-row", biasRow, (W, X, b) => {
    // One number for each example, taken from b over and over.
    const [n, m] = [b.size, X.shape[1]];
    const places = Array.from({ length: m }, (_, i) => i % n);
    return tf.add(tf.matMul(W, X), tf.gather(tf.reshape(b, [1, -1]), tf.tensor1d(places, "int32"), 1));
  }),
  linear("tf-bias-reshaped", biasRow, (W, X, b) => tf.add(tf.matMul(W, X), tf.reshape(b, [1, -1]))),
  linear("tf-transposed", "the result is transposed: units are in rows, examples in columns", (W, X, b) =>
    tf.transpose(tf.add(tf.matMul(W, X), b)),
  ),
  linear("tf-scaled", "W X is divided by the number of inputs: it is a sum, not a mean", (W, X, b) =>
    tf.add(tf.div(tf.matMul(W, X), X.shape[0]), b),
  ),
  linear(
    "tf-relu-added",
    "an activation is applied: the linear part comes before it, and is all that is asked for",
    (W, X, b) => tf.relu(tf.add(tf.matMul(W, X), b)),
  ),
  {
    id: "tf-ones-zeros",
    function: "ones",
    message: "these are zeros: `tf.ones` fills with ones",
    implementation: (shape: number[]) => tf.zeros(shape),
  },
  {
    id: "tf-ones-values",
    function: "ones",
    message:
      "the shape is taken for the values: `tf.tensor(shape)` holds the numbers 2 and 3, `tf.ones(shape)` has that shape",
    implementation: (shape: number[]) => tf.tensor(shape),
  },
  {
    id: "tf-sigmoid-sign",
    function: "sigmoid",
    message: "this is 1 / (1 + e^z), which falls where the sigmoid rises: the exponent is -z",
    implementation: (z: tf.Tensor) => tf.sigmoid(tf.neg(z)),
  },
  oneHot(
    "tf-one-hot-rows",
    "`tf.oneHot` puts each label into a row: transpose its result, since examples are in columns here",
    (labels, C) => tf.oneHot(int32(labels), C),
  ),
  oneHot(
    "tf-one-hot-float",
    '`tf.oneHot` counts with labels, so it wants whole numbers: `tf.cast(labels, "int32")` first',
    (labels, C) => tf.transpose(tf.oneHot(labels, C)),
  ),
  oneHot(
    "tf-one-hot-depth",
    "the number of classes is guessed from the largest label: a class that no label has still needs its row, so use C",
    (labels) => tf.transpose(tf.oneHot(int32(labels), tf.max(labels).dataSync()[0] + 1)),
  ),
  oneHot(
    "tf-one-hot-from-one",
    "the classes are counted from 1: the first label is 0, and its 1 is in the first row",
    (labels, C) => tf.transpose(tf.oneHot(tf.sub(int32(labels), tf.scalar(1, "int32")), C)),
  ),
];
