import type { Alternative } from "../../../../check/contract";
import * as tf from "../../../../tf";
import type { Parameters } from "../../assignment";

/** Methods of tensors in place of functions, tf.grads in place of variables, and not one `tidy`. */
export function byMethods(): Alternative {
  const linearFunction = (W: tf.Tensor, X: tf.Tensor, b: tf.Tensor) => W.matMul(X).add(b);
  function forwardPropagation(X: tf.Tensor, parameters: Parameters) {
    const L = Object.keys(parameters).length / 2;
    let Z = linearFunction(parameters.W1, X, parameters.b1);
    for (let l = 2; l <= L; l++) Z = linearFunction(parameters[`W${l}`], Z.relu(), parameters[`b${l}`]);
    return Z;
  }
  const totalLoss = (logits: tf.Tensor, labels: tf.Tensor) =>
    tf.losses.softmaxCrossEntropy(labels.transpose(), logits.transpose(), undefined, 0, tf.Reduction.NONE).sum();

  /** The cost and its gradients, for parameters in a list. */
  function differentiate(X: tf.Tensor, Y: tf.Tensor, parameters: Parameters) {
    const names = Object.keys(parameters) as (keyof Parameters)[];
    const cost = (...values: tf.Tensor[]) =>
      totalLoss(forwardPropagation(X, Object.fromEntries(names.map((name, i) => [name, values[i]]))), Y).div(
        X.shape[1],
      );
    const { value, grads } = tf.valueAndGrads(cost)(names.map((name) => parameters[name]));
    return { names, cost: value.dataSync()[0], grads };
  }
  function trainStep(X: tf.Tensor, Y: tf.Tensor, parameters: Parameters, learningRate: number) {
    const { names, cost, grads } = differentiate(X, Y, parameters);
    const updated: Parameters = {};
    for (const [i, name] of names.entries()) updated[name] = parameters[name].sub(grads[i].mul(learningRate));
    return { parameters: updated, cost };
  }
  /** Adam, written out: ε = 1e-7, beside the root. */
  function trainModel(X: tf.Tensor, Y: tf.Tensor, start: Parameters, learningRate: number, steps: number) {
    let parameters = { ...start };
    const costs: number[] = [];
    let v: tf.Tensor[] = [];
    let s: tf.Tensor[] = [];
    for (let t = 1; t <= steps; t++) {
      const { names, cost, grads } = differentiate(X, Y, parameters);
      costs.push(cost);
      v = grads.map((g, i) => (v[i] ?? g.zerosLike()).mul(0.9).add(g.mul(0.1)));
      s = grads.map((g, i) => (s[i] ?? g.zerosLike()).mul(0.999).add(g.square().mul(0.001)));
      const moved = names.map((name, i) => {
        const ratio = v[i].div(1 - 0.9 ** t).div(
          s[i]
            .div(1 - 0.999 ** t)
            .sqrt()
            .add(1e-7),
        );
        return [name, parameters[name].sub(ratio.mul(learningRate))];
      });
      parameters = Object.fromEntries(moved);
    }
    return { costs, parameters };
  }
  return {
    title: "methods of tensors, tf.valueAndGrads, Adam written out",
    functions: {
      linearFunction,
      ones: (shape: number[]) => tf.fill(shape, 1),
      sigmoid: (z: tf.Tensor) => z.neg().exp().add(1).reciprocal(),
      sigmoidCrossEntropy: (logits: tf.Tensor, labels: tf.Tensor) =>
        logits.relu().sub(logits.mul(labels)).add(logits.abs().neg().exp().log1p()),
      oneHotMatrix: (labels: tf.Tensor, C: number) => tf.oneHot(labels.toInt(), C).transpose().toFloat(),
      forwardPropagation,
      totalLoss,
      trainStep,
      trainModel,
      accuracy: (logits: tf.Tensor, labels: tf.Tensor) =>
        logits.argMax(0).equal(labels.argMax(0)).cast("float32").mean().arraySync(),
    },
  };
}
