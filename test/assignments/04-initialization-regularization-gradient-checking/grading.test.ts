import { expect, test } from "vitest";
import { assignment } from "../../../src/assignments/04-initialization-regularization-gradient-checking/assignment";
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

test("a gradient check that only says that there is no difference earns nothing", async () => {
  const graded = await grade("solutions", replaceIn(check, "let difference = 0;", "return 0; let difference = 0;"));
  expect(graded.functions.find(({ name }) => name === check)).toMatchObject({ points: 0, maxPoints: 14 });
});

const [zeros, he, normalize, cost, dropout, dropoutBack, forward, check, back] = [
  "initializeParametersZeros",
  "initializeParametersHe",
  "normalizeInputs",
  "computeCostWithRegularization",
  "forwardPropagationWithDropout",
  "backwardPropagationWithDropout",
  "forwardPropagationN",
  "gradientCheckN",
  "backwardPropagationN",
];
const dW2 = "const dW2 = np.divide(np.dot(gradients.dZ2, cache.A1.T), m)";

test.each([
  ["init-zeros-last-layer-missing", zeros, "l < layersDims.length", "l < layersDims.length - 1", 96],
  ["init-he-xavier", he, "Math.sqrt(2 / layersDims[l - 1])", "Math.sqrt(1 / layersDims[l - 1])", 93],
  ["normalize-by-variance", normalize, "np.std(XTrain, 1, true)", "np.var(XTrain, 1, true)", 92],
  // Without a penalty, half of a public check, there is nothing to divide by m; and one hidden case has a single example.
  ["reg-cost-parentheses", cost, "lambd / (2 * m)", "lambd / 2 * m", 92],
  ["dropout-seeded-twice", dropout, "D2 = np.less(", "np.random.seed(seed); D2 = np.less(", 89],
  [
    "dropout-backward-first-layer-missing",
    dropoutBack,
    "dA1 = np.divide(np.multiply(dA1, D1), keepProb)",
    "dA1 = np.divide(np.multiply(dA1, 1), 1)",
    88,
  ],
  // Half of the hidden check has a single example, whose sum is the average. gradientCheckN is right, given its cost.
  ["gc-forward-cost-summed", forward, "-np.sum(logLikelihood) / X.shape[1]", "-np.sum(logLikelihood)", 94],
  // One of the two public cases takes a step of 0.01 itself; in one of the hidden ones, rounding weighs as much.
  ["gc-epsilon-overwritten", check, "let difference = 0;", "let difference = 0; epsilon = 0.01;", 88.83],
  ["gc-minus-from-plus", check, "costAt(theta.at(i, j) - epsilon)", "costAt(theta.at(i, j) + epsilon - epsilon)", 86],
  ["gc-dW2-doubled", back, dW2, dW2.replace(", m)", ", m / 2)"), 92],
])("%s is named, and costs the points of its function alone", async (id, name, right, wrong, score) => {
  const graded = await grade("solutions", replaceIn(name, right, wrong));
  expect(graded.score).toBeCloseTo(score, 1);
  const failing = graded.functions.filter(({ points, maxPoints }) => points < maxPoints);
  expect(failing.map((each) => each.name)).toEqual([name]);
  const named = failing[0].checks.flatMap(({ misconception }) => misconception ?? []);
  expect(new Set(named)).toEqual(new Set([id]));
  const gradientCheck = graded.functions.find((each) => each.name === check);
  expect(gradientCheck?.followThrough).toBe(name === forward);
});
