import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type GradingRun, prepareRun } from "../../../graders/engine/GradingRun";
import { gradeEntry } from "../../../graders/engine/gradeSubmission";
import { assignment } from "../../../src/assignments/05-optimization/assignment";
import { buildNotebook, type Edition } from "../../../src/builder/buildNotebook";

const folder = mkdtempSync(join(tmpdir(), "nablab-optimization-"));
let run: GradingRun;

beforeAll(async () => {
  const limits = { seconds: 10, memoryMB: 256 };
  run = await prepareRun(assignment, { hidden: true, seed: 11, limits, cache: false });
}, 30_000);
afterAll(() => rmSync(folder, { recursive: true }));

interface Cell {
  metadata: { nablab?: { graded?: string } };
  source: string[];
}

/** One piece of code in the cell of a graded function, and what a learner wrote instead. */
interface Slip {
  in: string;
  right: string;
  wrong: string;
}

/** Grades an edition of the notebook, with a slip in it. */
async function grade(edition: Edition, slip?: Slip) {
  const notebook = JSON.parse(await buildNotebook(assignment, edition)) as { cells: Cell[] };
  if (slip) {
    const cell = notebook.cells.find(({ metadata }) => metadata.nablab?.graded === slip.in) as Cell;
    const source = cell.source.join("");
    expect(source.split(slip.right)).toHaveLength(2);
    cell.source = [source.replace(slip.right, slip.wrong)];
  }
  const file = join(folder, "student.ipynb");
  writeFileSync(file, JSON.stringify(notebook));
  return (await gradeEntry({ id: "student", file }, run)).result;
}

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
  ["ewa-uncorrected", ewa, "v / (1 - beta ** t)", "v", 90],
  ["ewa-exclusive-or", ewa, "beta ** t", "(beta ^ t)", 90],
  ["ewa-bias-correction-recursion", ewa, "v / (1 - beta ** t)", "(v /= 1 - beta ** t)", 90],
  ["opt-velocity-last-layer-missing", velocity, "l <= L", "l < L", 94],
  ["opt-rmsprop-not-squared", rmsprop, "np.square(grad)", "grad", 88],
  ["adam-uncorrected-s", adam, "np.divide(s, 1 - beta2 ** t)", "s", 82],
  // Right in epoch 0, where there is nothing to divide by.
  ["opt-decay-precedence", decay, "learningRate0 / (1 + ", "learningRate0 / 1 + (", 94.83],
])("%s is named, and costs the points of its function alone", async (id, name, right, wrong, score) => {
  const graded = await grade("solutions", { in: name, right, wrong });
  expect(graded.score).toBeCloseTo(score, 1);
  const failing = graded.functions.filter(({ points, maxPoints }) => points < maxPoints);
  expect(failing.map((each) => each.name)).toEqual([name]);
  const named = failing[0].checks.flatMap(({ misconception }) => misconception ?? []);
  expect(new Set(named)).toEqual(new Set([id]));
  const initializeAdam = graded.functions.find((each) => each.name === "initializeAdam");
  expect(initializeAdam?.followThrough).toBe(name === velocity);
});
