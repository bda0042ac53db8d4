import { expect, test } from "vitest";
import { assignment } from "../../../src/assignments/03-deep-network/assignment";
import { gradeNotebooks, replaceOnce } from "../gradeNotebooks";

const grade = gradeNotebooks(assignment);

test("the solution gets 100 points", async () => {
  expect((await grade("solutions")).score).toBe(100);
});

test("the starter gets none: nothing is implemented, and nothing has crashed", async () => {
  const { score, functions } = await grade("starter");
  expect(score).toBe(0);
  expect(new Set(functions.map(({ status }) => status))).toEqual(new Set(["not-implemented"]));
});

// With a single layer, unit, example or activation some mistakes do not show: those points stay.
test.each([
  ["deep-init-not-scaled", "      0.01,\n", "      1,\n", 88, []],
  ["deep-zeros-args", "np.zeros([layerDims[l], 1])", "np.zeros(layerDims[l])", 88, []],
  [
    "deep-linear-forgot-b",
    "np.add(np.dot(W, APrev), b)",
    "np.dot(W, APrev)",
    92,
    ["linearActivationForward", "modelForward"],
  ],
  ["deep-activation-cache-A", "cache: { ...cache, Z }", "cache: { ...cache, Z: A }", 88, ["modelForward"]],
  ["deep-forward-all-sigmoid", 'l < L ? "relu" : "sigmoid";', '"sigmoid";', 87, []],
  ["deep-cost-half", "-np.sum(np.add(positive, negative)) / m", "-np.sum(positive) / m", 93.5, []],
  [
    "deep-db-not-averaged",
    "np.divide(np.sum(dZ, 1, true), m)",
    "np.sum(dZ, 1, true)",
    87,
    ["linearActivationBackward", "modelBackward"],
  ],
  ["deep-relu-backward-argument", "reluBackward(dA, cache.Z)", "dA", 94, ["modelBackward"]],
  ["deep-dA-names", "l - 1}`] = dAPrev", "l}`] = dAPrev", 88, []],
  ["deep-update-in-place", "const updated: NetworkParameters = {};", "const updated = parameters;", 94, []],
] as const)(
  "%s is named, and costs its own points once: what calls it is right given its inputs",
  async (id, right, wrong, score, callers) => {
    const graded = await grade("solutions", replaceOnce(right, wrong));
    expect(graded.score).toBe(score);
    const failing = graded.functions.filter(({ points, maxPoints }) => points < maxPoints);
    expect(failing.length).toBe(1);
    expect(new Set(failing[0].checks.flatMap(({ misconception }) => misconception ?? []))).toEqual(new Set([id]));
    expect(graded.functions.filter(({ followThrough }) => followThrough).map(({ name }) => name)).toEqual([...callers]);
  },
);
