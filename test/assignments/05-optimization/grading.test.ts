import { expect, test } from "vitest";
import { assignment } from "../../../src/assignments/05-optimization/assignment";
import { gradeNotebooks, replaceIn } from "../gradeNotebooks";

const grade = gradeNotebooks(assignment);

test("the solution gets 100 points", async () => {
  expect((await grade("solutions")).score).toBe(100);
});

test("the starter gets none: nothing is implemented, and nothing has crashed", async () => {
  const { score, functions } = await grade("starter");
  expect(score).toBe(0);
  expect(functions.map(({ status }) => status)).toEqual(functions.map(() => "not-implemented"));
});

const [gd, batches, ewa, velocity, rmsprop, adam, decay] = [
  "updateParametersWithGd",
  "randomMiniBatches",
  "exponentiallyWeightedAverage",
  "initializeVelocity",
  "updateParametersWithRmsprop",
  "updateParametersWithAdam",
  "learningRateDecay",
];

test.each([
  ["opt-gd-last-layer-missing", gd, "l <= L", "l < L", 90],
  ["opt-batches-labels-not-shuffled", batches, "np.take(Y, permutation, 1)", "Y", 82],
  // With β = 0 there is nothing to correct.
  ["ewa-uncorrected", ewa, "v / (1 - beta ** t)", "v", 91],
  ["ewa-exclusive-or", ewa, "beta ** t", "(beta ^ t)", 90],
  // Nor does it matter what goes on after the last value, which in a hidden case is the first.
  ["ewa-bias-correction-recursion", ewa, "v / (1 - beta ** t)", "(v /= 1 - beta ** t)", 92.25],
  ["opt-velocity-last-layer-missing", velocity, "l <= L", "l < L", 94],
  ["opt-rmsprop-not-squared", rmsprop, "np.square(grad)", "grad", 88],
  // After very many steps nothing is left to correct, as in the cases that are about ε.
  ["adam-uncorrected-s", adam, "np.divide(s, 1 - beta2 ** t)", "s", 85.25],
  ["adam-epsilon-fixed", adam, "np.sqrt(sCorrected), epsilon", "np.sqrt(sCorrected), 1e-8", 97.75],
  // Right in epoch 0 and with a decay rate of 0, where there is nothing to divide by.
  ["opt-decay-precedence", decay, "learningRate0 / (1 + ", "learningRate0 / 1 + (", 95.13],
])("%s is named, and costs the points of its function alone", async (id, name, right, wrong, score) => {
  const graded = await grade("solutions", replaceIn(name, right, wrong));
  expect(graded.score).toBeCloseTo(score, 1);
  const failing = graded.functions.filter(({ points, maxPoints }) => points < maxPoints);
  expect(failing.map((each) => each.name)).toEqual([name]);
  const named = failing[0].checks.flatMap(({ misconception }) => misconception ?? []);
  expect(new Set(named)).toEqual(new Set([id]));
  const initializeAdam = graded.functions.find((each) => each.name === "initializeAdam");
  expect(initializeAdam?.followThrough).toBe(name === velocity);
});
