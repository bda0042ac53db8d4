import { expect, test } from "vitest";
import { assignment } from "../../../src/assignments/02-shallow-network/assignment";
import { gradeNotebooks, misconceptionsOf, replaceOnce } from "../gradeNotebooks";

const grade = gradeNotebooks(assignment, 120_000);

test("the solution gets 100 points", async () => {
  expect((await grade("solutions")).score).toBe(100);
});

test("the starter gets none: nothing is implemented, and nothing has crashed", async () => {
  const { score, functions } = await grade("starter");
  expect(score).toBe(0);
  expect(new Set(functions.map(({ status }) => status))).toEqual(new Set(["not-implemented"]));
});

const scaled = (name: string, sizes: string) => `const ${name} = np.multiply(np.random.randn(${sizes}), 0.01);`;

test.each([
  ["shallow-init-not-scaled", scaled("W1", "nH, nX"), "const W1 = np.random.randn(nH, nX);", 90],
  ["shallow-W2-rand", scaled("W2", "nY, nH"), "const W2 = np.random.rand(nY, nH);", 90],
  ["shallow-randn-tuple", "np.random.randn(nH, nX)", "np.random.randn([nH, nX] as any)", 90],
  ["shallow-forward-sigmoid-hidden", "np.tanh(Z1)", "sigmoid(Z1)", 80],
  ["shallow-cost-half-not-averaged", "-np.sum(logLikelihood) / m", "-np.sum(np.multiply(Y, np.log(A2)))", 85],
  // With a single example there is nothing to average: two of those points stay.
  ["shallow-db2-not-averaged", "np.divide(np.sum(dZ2, 1, true), m)", "np.sum(dZ2, 1, true)", 77],
  // Without a step there is no cost to record: one of those points stays.
  ["shallow-print-modulo", "if (i % 10 === 0)", "if (i % 10)", 91],
  // Short trainings have one cost to record either way: half of the points of three checks stay, and all of the fourth.
  ["shallow-costs-every-1000", "if (i % 10 === 0)", "if (i % 1000 === 0)", 95.5],
])(
  "%s is named, and costs its own points once: what calls it is right given its inputs",
  async (id, right, wrong, score) => {
    const graded = await grade("solutions", replaceOnce(right, wrong));
    expect(graded.score).toBeCloseTo(score, 1);
    const failing = graded.functions.filter(({ points, maxPoints }) => points < maxPoints);
    expect(failing.map(({ name }) => name).length).toBe(1);
    expect(misconceptionsOf(failing[0])).toEqual(new Set([id]));
    const nnModel = graded.functions.find(({ name }) => name === "nnModel");
    expect(nnModel?.followThrough).toBe(failing[0].name !== "nnModel");
  },
);
