import { expect, test } from "vitest";
import { assignment } from "../../../src/assignments/07-batchnorm-softmax/assignment";
import { gradeNotebooks, misconceptionsOf, replaceIn } from "../gradeNotebooks";

const grade = gradeNotebooks(assignment);

test("the solution gets 100 points", async () => {
  expect((await grade("solutions")).score).toBe(100);
});

test("the starter gets none: nothing is implemented, and nothing has crashed", async () => {
  const { score, functions } = await grade("starter");
  expect(score).toBe(0);
  expect(functions.map(({ status }) => status)).toEqual(functions.map(() => "not-implemented"));
});

test.each([
  [
    "tune-log-base-mixed",
    "sampleLogScale",
    "[Math.log10(low), Math.log10(high)]",
    "[Math.log(low), Math.log(high)]",
    94,
  ],
  ["tune-momentum-not-one-minus", "sampleMomentum", "np.subtract(1, np.power(10, r))", "np.power(10, r)", 94],
  // Nothing is wrong where the values are in the same order as texts.
  [
    "tune-zoom-ends-as-text",
    "zoomIn",
    "return { low:",
    "best.sort();\n return { low: best[0], high: best[best.length - 1] };\n return { low:",
    96.67,
  ],
  [
    "bn-epsilon-outside",
    "batchNormForward",
    "np.sqrt(np.add(variance, epsilon))",
    "np.add(np.sqrt(variance), epsilon)",
    94,
  ],
  [
    "bn-back-constants",
    "batchNormBackward",
    "np.subtract(throughMean, np.multiply(ZNorm, dGamma))",
    "np.multiply(m, dZTilde)",
    82,
  ],
  // With a momentum of 0 there is nothing to keep.
  [
    "bn-running-last",
    "updateRunning",
    "np.add(np.multiply(momentum, old), np.multiply(1 - momentum, now))",
    "np.add(now, 0)",
    94.75,
  ],
  [
    "bn-test-own-statistics",
    "batchNormInference",
    "const ZNorm",
    "running = { mu: np.mean(Z, 1, true), variance: np.var(Z, 1, true) };\n const ZNorm",
    90,
  ],
  // Only where scores are large.
  ["softmax-overflow", "softmax", "np.subtract(Z, np.max(Z, 0, true))", "Z", 96],
  [
    "softmax-over-examples",
    "softmax",
    "return np.divide(powers",
    "return softmaxOfRows(Z);\n function softmaxOfRows(Z: NDArray) { const E = np.exp(np.subtract(Z, np.max(Z, 1, true))); return np.divide(E, np.sum(E, 1, true)); }\n return np.divide(powers",
    90,
  ],
  [
    "onehot-transposed",
    "oneHot",
    "np.equal(labels, np.arange(C).reshape(C, 1))",
    "np.equal(labels.T, np.arange(C))",
    95,
  ],
  [
    "xent-zero-log-zero",
    "crossEntropyCost",
    "const ofTheRightClass",
    "return -np.sum(np.multiply(Y, np.log(A))) / A.shape[1];\n const ofTheRightClass",
    97,
  ],
  ["softmax-back-sum", "softmaxBackward", "np.divide(np.subtract(A, Y), A.shape[1])", "np.subtract(A, Y)", 95],
  [
    "xent-logits-max-lost",
    "crossEntropyFromLogits",
    "np.add(highest, np.log(np.sum(powers, 0, true)))",
    "np.log(np.sum(powers, 0, true))",
    93,
  ],
])("%s is named, and costs the points of its function alone", async (id, name, right, wrong, score) => {
  const graded = await grade("solutions", replaceIn(name, right, wrong));
  const failing = graded.functions.filter(({ points, maxPoints }) => points < maxPoints);
  expect(failing.map((each) => each.name)).toEqual([name]);
  expect(misconceptionsOf(failing[0])).toEqual(new Set([id]));
  expect(graded.score).toBeCloseTo(score, 1);
});
