import type { Alternative } from "../../../../check/contract";
import * as tf from "../../../../tf";
import type { Parameters } from "../../assignment";

/** Losses from their formulas, and the pass backward written by hand, as in assignment 3. */
export function fromFormulas(): Alternative {
  const linearFunction = (W: tf.Tensor, X: tf.Tensor, b: tf.Tensor) =>
    tf.tidy(() => tf.matMul(tf.concat([W, b], 1), tf.concat([X, tf.ones([1, X.shape[1]])], 0)));
  const layersOf = (parameters: Parameters) => Object.keys(parameters).length / 2;

  /** The inputs of all layers, and the logits. */
  function passForward(X: tf.Tensor, parameters: Parameters): tf.Tensor[] {
    const A = [X];
    const L = layersOf(parameters);
    for (let l = 1; l <= L; l++) {
      const Z = linearFunction(parameters[`W${l}`], A[l - 1], parameters[`b${l}`]);
      A.push(l < L ? tf.maximum(Z, 0) : Z);
    }
    return A;
  }
  const totalLoss = (logits: tf.Tensor, labels: tf.Tensor) =>
    tf.tidy(() => tf.sub(tf.sum(tf.logSumExp(logits, 0)), tf.sum(tf.mul(logits, labels))));

  function passBackward(X: tf.Tensor, Y: tf.Tensor, parameters: Parameters) {
    const A = passForward(X, parameters);
    const L = layersOf(parameters);
    const m = X.shape[1];
    const gradients: Parameters = {};
    let dZ = tf.div(tf.sub(tf.transpose(tf.softmax(tf.transpose(A[L]))), Y), m);
    for (let l = L; l >= 1; l--) {
      gradients[`W${l}`] = tf.matMul(dZ, A[l - 1], false, true);
      gradients[`b${l}`] = tf.sum(dZ, 1, true);
      if (l > 1) dZ = tf.mul(tf.matMul(parameters[`W${l}`], dZ, true), tf.cast(tf.greater(A[l - 1], 0), "float32"));
    }
    return { cost: totalLoss(A[L], Y).dataSync()[0] / m, gradients };
  }
  function trainStep(X: tf.Tensor, Y: tf.Tensor, parameters: Parameters, learningRate: number) {
    return tf.tidy(() => {
      const { cost, gradients } = passBackward(X, Y, parameters);
      const moved = Object.entries(parameters).map(([name, theta]) => [
        name,
        tf.sub(theta, tf.mul(gradients[name as keyof Parameters], learningRate)),
      ]);
      return { cost, parameters: Object.fromEntries(moved) as Parameters };
    });
  }
  function trainModel(X: tf.Tensor, Y: tf.Tensor, parameters: Parameters, learningRate: number, steps: number) {
    const entries = Object.entries(parameters).map(([name, theta]) => [name, tf.variable(theta)] as const);
    const optimizer = tf.train.adam(learningRate);
    const costs: number[] = [];
    for (let step = 0; step < steps; step++) {
      tf.tidy(() => {
        const { cost, gradients } = passBackward(X, Y, Object.fromEntries(entries));
        costs.push(cost);
        optimizer.applyGradients(
          Object.fromEntries(entries.map(([name, { name: own }]) => [own, gradients[name as keyof Parameters]])),
        );
      });
    }
    return { costs, parameters: Object.fromEntries(entries) };
  }
  return {
    title: "the losses' formulas, and the pass backward written out",
    functions: {
      linearFunction,
      ones: (shape: number[]) => tf.tidy(() => tf.add(tf.zeros(shape), 1)),
      sigmoid: (z: tf.Tensor) => tf.tidy(() => tf.div(1, tf.add(1, tf.exp(tf.neg(z))))),
      sigmoidCrossEntropy: (logits: tf.Tensor, labels: tf.Tensor) =>
        tf.tidy(() => tf.sub(tf.softplus(logits), tf.mul(logits, labels))),
      oneHotMatrix: (labels: tf.Tensor, C: number) =>
        tf.tidy(() => tf.equal(tf.reshape(tf.range(0, C), [C, 1]), tf.reshape(labels, [1, -1]))),
      forwardPropagation: (X: tf.Tensor, parameters: Parameters) =>
        tf.tidy(() => passForward(X, parameters)[layersOf(parameters)]),
      totalLoss,
      trainStep,
      trainModel,
      accuracy: (logits: tf.Tensor, labels: tf.Tensor) =>
        tf.tidy(() => {
          const best = tf.sum(tf.mul(logits, labels), 0);
          return tf.mean(tf.cast(tf.greaterEqual(best, tf.max(logits, 0)), "float32")).dataSync()[0];
        }),
    },
  };
}
