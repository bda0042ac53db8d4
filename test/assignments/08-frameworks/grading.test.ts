import { expect, test } from "vitest";
import { assignment } from "../../../src/assignments/08-frameworks/assignment";
import { gradeNotebooks, replaceIn } from "../gradeNotebooks";

// Its sandbox is bundled with TensorFlow.js.
const grade = gradeNotebooks(assignment, 90_000);

test("the solution gets 100 points, and leaves no tensors behind", async () => {
  const { score, functions } = await grade("solutions");
  expect(score).toBe(100);
  expect(functions.flatMap(({ remarks = [] }) => remarks)).toEqual([]);
});

test("the starter gets none: nothing is implemented, and nothing has crashed", async () => {
  const { score, functions } = await grade("starter");
  expect(score).toBe(0);
  expect(functions.map(({ status }) => status)).toEqual(functions.map(() => "not-implemented"));
});

const [linear, forward, loss, step, model] = [
  "linearFunction",
  "forwardPropagation",
  "totalLoss",
  "trainStep",
  "trainModel",
];

test.each([
  ["tf-mul", linear, "tf.matMul(W, X)", "tf.mul(W, X)", 92],
  ["tf-no-bias", linear, "tf.add(tf.matMul(W, X), b)", "tf.matMul(W, X)", 92],
  ["tf-ones-zeros", "ones", "tf.ones(shape)", "tf.zeros(shape)", 98],
  ["tf-sigmoid-sign", "sigmoid", "tf.sigmoid(z)", "tf.sigmoid(tf.neg(z))", 96],
  ["tf-one-hot-float", "oneHotMatrix", 'tf.cast(labels, "int32")', "labels", 92],
  ["tf-no-activation", forward, "tf.relu", "", 84],
  ["tf-loss-mean", loss, "tf.Reduction.SUM", "tf.Reduction.MEAN", 86],
  ["tf-step-uphill", step, "tf.sub(", "tf.add(", 86],
  ["tf-sgd-for-adam", model, "tf.train.adam", "tf.train.sgd", 86],
  ["tf-accuracy-count", "accuracy", "tf.mean(", "tf.sum(", 94],
])("%s is named, and costs the points of its function alone", async (id, name, right, wrong, score) => {
  const graded = await grade("solutions", replaceIn(name, right, wrong));
  const failing = graded.functions.filter(({ points, maxPoints }) => points < maxPoints);
  expect(failing.map((each) => each.name)).toEqual([name]);
  expect(failing[0].checks.flatMap(({ misconception }) => misconception ?? [])).toContain(id);
  // Some mistakes do not show in every case: a single example has a bias as a row, too.
  expect(graded.score).toBeGreaterThanOrEqual(score);
  expect(graded.score).toBeLessThan(100);
});

test("a wrong pass forward or loss is stood in for by one that can be differentiated", async () => {
  for (const [name, right, wrong] of [
    [forward, "tf.relu", "tf.tanh"],
    [loss, "tf.Reduction.SUM", "tf.Reduction.MEAN"],
  ]) {
    const { functions } = await grade("solutions", replaceIn(name, right, wrong));
    for (const caller of [step, model]) {
      expect(functions.find((each) => each.name === caller)).toMatchObject({ status: "correct", followThrough: true });
    }
  }
});

test("tensors that are left behind earn a remark, and cost nothing", async () => {
  const { score, functions } = await grade(
    "solutions",
    replaceIn(linear, "tf.tidy(() => tf.add(tf.matMul(W, X), b))", "tf.add(tf.matMul(W, X), b)"),
  );
  expect(score).toBe(100);
  expect(functions[0].remarks).toEqual([
    {
      id: "tensors-left-behind",
      message: expect.stringMatching(/^1 tensor was left behind: wrap the step in `tf.tidy`/),
    },
  ]);
});
