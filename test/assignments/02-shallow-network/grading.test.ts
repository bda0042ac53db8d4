import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type GradingRun, prepareRun } from "../../../graders/engine/GradingRun";
import { gradeEntry } from "../../../graders/engine/gradeSubmission";
import type { FunctionResult } from "../../../graders/engine/results";
import { assignment } from "../../../src/assignments/02-shallow-network/assignment";
import { buildNotebook, type Edition } from "../../../src/builder/buildNotebook";

const folder = mkdtempSync(join(tmpdir(), "nablab-shallow-"));
let run: GradingRun;

beforeAll(async () => {
  const limits = { seconds: 10, memoryMB: 256 };
  run = await prepareRun(assignment, { hidden: true, seed: 11, limits, cache: false });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** Grades an edition of the notebook, with one piece of its code replaced. */
async function grade(edition: Edition, right = "", wrong = "") {
  const notebook = JSON.parse(await buildNotebook(assignment, edition)) as { cells: { source: string[] }[] };
  let replaced = 0;
  for (const cell of notebook.cells) {
    const source = cell.source.join("");
    if (right === "" || !source.includes(right)) continue;
    cell.source = [source.replace(right, wrong)];
    replaced++;
  }
  expect(replaced).toBe(right === "" ? 0 : 1);
  const file = join(folder, "student.ipynb");
  writeFileSync(file, JSON.stringify(notebook));
  const { result } = await gradeEntry({ id: "student", file }, run);
  const functions = Object.fromEntries(result.functions.map((each) => [each.name, each]));
  return { score: result.score, functions, states: result.functions.map(({ status }) => status) };
}

const misconceptionsOf = ({ checks }: FunctionResult) =>
  new Set(checks.flatMap(({ misconception }) => misconception ?? []));

test("the solution gets 100 points", async () => {
  expect((await grade("solutions")).score).toBe(100);
});

test("the starter gets none: nothing is implemented, and nothing has crashed", async () => {
  const { score, states } = await grade("starter");
  expect(score).toBe(0);
  expect(new Set(states)).toEqual(new Set(["not-implemented"]));
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
  ["shallow-print-modulo", "if (i % 1000 === 0)", "if (i % 1000)", 90],
])(
  "%s is named, and costs its own points once: what calls it is right given its inputs",
  async (id, right, wrong, score) => {
    const graded = await grade("solutions", right, wrong);
    expect(graded.score).toBe(score);
    const failing = Object.values(graded.functions).filter(({ points, maxPoints }) => points < maxPoints);
    expect(failing.map(({ name }) => name).length).toBe(1);
    expect(misconceptionsOf(failing[0])).toEqual(new Set([id]));
    expect(graded.functions.nnModel.followThrough).toBe(failing[0].name !== "nnModel");
  },
);
