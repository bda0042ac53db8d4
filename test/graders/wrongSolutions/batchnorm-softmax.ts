import { edit, type WrongSolution, whole } from "./WrongSolution";

export const wrongSolutions: WrongSolution[] = [
  edit("always the same seed", "sampleLogScale", ["np.random.seed(seed)", "np.random.seed(1)"]),
  edit("a column", "sampleLogScale", ["np.power(10, r)", "np.power(10, r).reshape(n, 1)"]),
  edit("rounded to three digits", "sampleLogScale", [
    "np.power(10, r)",
    "np.power(10, r).map((x) => Number(x.toPrecision(3)))",
  ]),
  edit("seeded again for each number", "sampleLogScale", [
    "np.random.rand(n)",
    "np.array(Array.from({ length: n }, () => (np.random.seed(seed), np.random.rand())))",
  ]),
  edit("powers of e in one place, of 10 in the other", "sampleMomentum", ["np.power(10, r)", "np.exp(r)"]),
  edit("a list, and not an array", "sampleMomentum", [
    "np.subtract(1, np.power(10, r))",
    "np.subtract(1, np.power(10, r)).tolist()",
  ]),
  edit("never above 0.999", "sampleMomentum", ["const [first", "high = Math.min(high, 0.99);\n const [first"]),
  edit("the caller's scores are sorted", "zoomIn", ["const best =", "scores.sort();\n const best ="]),
  edit("always the best three", "zoomIn", ["slice(0, keep)", "slice(0, 3)"]),
  edit("one too many", "zoomIn", ["slice(0, keep)", "slice(0, keep + 1)"]),
  edit("low and high changed places", "zoomIn", [
    "low: Math.min(...best), high: Math.max(...best)",
    "high: Math.min(...best), low: Math.max(...best)",
  ]),
  edit("looks values up by their scores, which may be equal", "zoomIn", [
    "const best = order.slice(0, keep).map((i) => values[i]);",
    "const best = [...scores].sort((a, b) => b - a).slice(0, keep).map((score) => values[scores.lastIndexOf(score)]);",
  ]),
  edit("another default for ε", "batchNormForward", ["epsilon = 1e-8", "epsilon = 1e-5"]),
  edit("ε is fixed", "batchNormForward", ["const mu =", "epsilon = 1e-8;\n const mu ="]),
  edit("no variance for a single example", "batchNormForward", [
    "const variance = np.var(Z, 1, true);",
    "const variance = Z.shape[1] === 1 ? np.ones([Z.shape[0], 1]) : np.var(Z, 1, true);",
  ]),
  edit("Z is centred in place", "batchNormForward", [
    "const variance =",
    "Z.assign(np.subtract(Z, mu)); mu.assign(np.add(np.mean(Z, 1, true), mu));\n const variance =",
  ]),
  edit("the cache lacks ε", "batchNormForward", ["gamma, epsilon }", "gamma }"]),
  edit("the cache has ZTilde for ZNorm", "batchNormForward", ["cache: { ZNorm,", "cache: { ZNorm: ZTilde,"]),
  edit("the statistics have no axis for the examples", "batchNormForward", [
    "cache: { ZNorm, mu, variance,",
    "cache: { ZNorm, mu: mu.reshape(-1), variance: variance.reshape(-1),",
  ]),
  edit("m is the number of units", "batchNormBackward", ["dZTilde.shape[1]", "dZTilde.shape[0]"]),
  edit("divided by the variance", "batchNormBackward", [
    "np.sqrt(np.add(variance, epsilon))",
    "np.add(variance, epsilon)",
  ]),
  edit("ε is fixed", "batchNormBackward", ["np.add(variance, epsilon)", "np.add(variance, 1e-8)"]),
  edit("the caller's gradient is changed", "batchNormBackward", [
    "const scale =",
    "dZTilde.assign(np.subtract(dZTilde, np.mean(dZTilde, 1, true)));\n const scale =",
  ]),
  edit("dGamma and dBeta have changed places", "batchNormBackward", [
    "return { dZ, dGamma, dBeta }",
    "return { dZ, dGamma: dBeta, dBeta: dGamma }",
  ]),
  edit("a momentum of 0 counts as not given", "updateRunning", [
    "const average =",
    "momentum = momentum || 0.9;\n const average =",
  ]),
  edit("the averages are changed in place", "updateRunning", [
    "mu: average(running.mu, batch.mu)",
    "mu: running.mu.assign(average(running.mu, batch.mu)) ?? running.mu",
  ]),
  edit("the variance stays as it was", "updateRunning", [
    "average(running.variance, batch.variance)",
    "running.variance.copy()",
  ]),
  edit("the batch's own statistics, unless it is a single example", "batchNormInference", [
    "const ZNorm",
    "if (Z.shape[1] > 1) running = { mu: np.mean(Z, 1, true), variance: np.var(Z, 1, true) };\n const ZNorm",
  ]),
  edit("another default for ε", "batchNormInference", ["epsilon = 1e-8", "epsilon = 1e-5"]),
  edit("negative results are cut off", "batchNormInference", [
    "return np.add(np.multiply(gamma, ZNorm), beta)",
    "return np.maximum(np.add(np.multiply(gamma, ZNorm), beta), 0)",
  ]),
  edit("logits are clipped", "softmax", ["const powers", "Z = np.clip(Z, -500, 500);\n const powers"]),
  edit("rounded, so that they make no 1", "softmax", [
    "return np.divide(powers, np.sum(powers, 0, true))",
    "return np.round(np.divide(powers, np.sum(powers, 0, true)), 3)",
  ]),
  edit("a single example loses its axis", "softmax", [
    "return np.divide(powers, np.sum(powers, 0, true))",
    "return np.squeeze(np.divide(powers, np.sum(powers, 0, true)))",
  ]),
  edit("hard, not soft", "softmax", [
    "return np.divide(powers, np.sum(powers, 0, true))",
    "return np.equal(powers, 1)",
  ]),
  edit("always ten classes", "oneHot", ["return", "C = 10;\n return"]),
  whole(
    "`.data` is read without strides",
    "oneHot",
    `function oneHot(labels, C) {
      const Y = np.zeros([C, labels.size]);
      for (let i = 0; i < labels.size; i++) Y.set(labels.data[i], i, 1);
      return Y;
    }`,
  ),
  whole(
    "takes the classes from the labels that occur",
    "oneHot",
    `function oneHot(labels, C) {
      const classes = [...new Set(labels.toTypedArray())].sort((a, b) => a - b);
      return np.vstack(classes.map((k) => np.equal(labels, k)));
    }`,
  ),
  edit("0.1 is added to every probability", "crossEntropyCost", [
    "np.log(ofTheRightClass)",
    "np.log(np.add(ofTheRightClass, 0.1))",
  ]),
  edit("the most likely class is taken for the right one", "crossEntropyCost", [
    "np.sum(np.multiply(Y, A), 0)",
    "np.max(A, 0)",
  ]),
  edit("an array of losses", "crossEntropyCost", [
    "return -np.mean(np.log(ofTheRightClass))",
    "return np.negative(np.log(ofTheRightClass))",
  ]),
  edit("divided by the classes", "softmaxBackward", ["A.shape[1]", "A.shape[0]"]),
  edit("twice, as for squared errors", "softmaxBackward", ["np.subtract(A, Y)", "np.multiply(2, np.subtract(A, Y))"]),
  edit("A is changed in place", "softmaxBackward", [
    "return",
    "A.assign(np.subtract(A, Y));\n return np.divide(A, A.shape[1]);\n return",
  ]),
  edit("logits are clipped", "crossEntropyFromLogits", ["const highest", "Z = np.clip(Z, -700, 700);\n const highest"]),
  edit("the mean over all classes", "crossEntropyFromLogits", [
    "return np.mean(losses)",
    "return np.mean(losses) / Z.shape[0]",
  ]),
  edit("losses above 100 count as 100", "crossEntropyFromLogits", [
    "return np.mean(losses)",
    "return np.mean(np.minimum(losses, 100))",
  ]),
];
