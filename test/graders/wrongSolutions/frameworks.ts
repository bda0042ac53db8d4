// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are programs, as text.

import { edit, type WrongSolution, whole } from "./WrongSolution";

export const wrongSolutions: WrongSolution[] = [
  whole(
    "an array of `np` is returned",
    "linearFunction",
    `function linearFunction(W, X, b) {
      const [w, x, c] = [W, X, b].map((each) => np.array(each.arraySync()));
      return np.add(np.dot(w, x), c);
    }`,
  ),
  edit("the arguments change places", "linearFunction", ["tf.matMul(W, X)", "tf.matMul(X, W)"]),
  edit("an argument is disposed", "linearFunction", [
    "return tf.tidy(() => tf.add(tf.matMul(W, X), b));",
    "const Z = tf.tidy(() => tf.add(tf.matMul(W, X), b));\n X.dispose();\n return Z;",
  ]),
  edit("a disposed tensor is returned", "linearFunction", [
    "return tf.tidy(() => tf.add(tf.matMul(W, X), b));",
    "let Z;\n tf.tidy(() => { Z = tf.add(tf.matMul(W, X), b); });\n return Z;",
  ]),
  edit("always a vector", "ones", ["tf.ones(shape)", "tf.ones([shape[0]])"]),
  edit("a promise is returned", "sigmoid", ["tf.sigmoid(z)", "tf.sigmoid(z).data()"]),
  edit("values instead of a tensor", "sigmoid", ["tf.sigmoid(z)", "tf.sigmoid(z).dataSync()"]),
  edit("the wrong sign before |z|", "sigmoidCrossEntropy", ["tf.neg(tf.abs(logits))", "tf.abs(logits)"]),
  edit("without the absolute value", "sigmoidCrossEntropy", ["tf.abs(logits)", "logits"]),
  edit("rows and columns are reshaped, not transposed", "oneHotMatrix", [
    'tf.transpose(tf.oneHot(tf.cast(labels, "int32"), C))',
    'tf.reshape(tf.oneHot(tf.cast(labels, "int32"), C), [C, -1])',
  ]),
  edit("always two layers", "forwardPropagation", ["Object.keys(parameters).length / 2", "2"]),
  edit("the last layer is left out", "forwardPropagation", [
    "return linearFunction(parameters[`W${L}`], A, parameters[`b${L}`]);",
    "return A;",
  ]),
  edit("softmax over the wrong axis", "totalLoss", [
    "tf.transpose(logits)",
    "tf.reshape(logits, [logits.shape[1], -1])",
  ]),
  edit("a number instead of a gradient: the loss leaves the tape", "totalLoss", [
    "tf.Reduction.SUM,\n    ),\n  );",
    "tf.Reduction.NONE,\n    ).mul(1.001).sum(),\n  );",
  ]),
  edit("the learning rate is squared", "trainStep", ["learningRate),", "learningRate * learningRate),"]),
  edit("divided by the classes, not the examples", "trainStep", ["X.shape[1]", "Y.shape[0]"]),
  edit("the given parameters are changed", "trainStep", [
    "const updated: Parameters = {};",
    "const updated: Parameters = parameters;",
  ]),
  edit("another β", "trainModel", ["tf.train.adam(learningRate)", "tf.train.adam(learningRate, 0.8)"]),
  edit("the costs are numbers of the last step only", "trainModel", [
    "costs.push(value.dataSync()[0]);",
    "costs[0] = value.dataSync()[0];",
  ]),
  edit("percent", "accuracy", [".dataSync()[0]", ".dataSync()[0] * 100"]),
  edit("the smallest logit", "accuracy", ["tf.argMax(logits, 0)", "tf.argMin(logits, 0)"]),
];
