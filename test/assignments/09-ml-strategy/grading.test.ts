// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are parts of programs, as text.
import { expect, test } from "vitest";
import { assignment } from "../../../src/assignments/09-ml-strategy/assignment";
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

test("half of the work gets the points of its functions, and the rest is not implemented", async () => {
  const done = assignment.functions.slice(0, 5);
  const { score, functions } = await grade("solutions", (cells) => {
    for (const cell of cells) {
      const name = cell.metadata.nablab?.graded;
      if (!name || done.some((each) => each.name === name)) continue;
      cell.source = [`function ${name}(): never {\n  throw new NotImplemented("${name}");\n}`];
    }
  });
  expect(score).toBe(done.reduce((sum, { points }) => sum + points, 0));
  const statuses = functions.map(({ status }) => status);
  expect(statuses).toEqual(functions.map((_, i) => (i < 5 ? "correct" : "not-implemented")));
});

test.each([
  ["ml-confusion-transposed", "confusionMatrix", "set(row, column,", "set(column, row,"],
  ["ml-zero-by-zero", "precisionRecallF1", "np.where(np.equal(whole, 0), 1, whole)", "whole"],
  ["ml-satisficing-strict", "satisficingBest", "<=", "<"],
  ["ml-satisficing-last-tie", "satisficingBest", "> models[best]", ">= models[best]"],
  ["ml-split-share-of-rest", "trainDevTestSplit", "test * members.size", "test * (members.size - devEnd)"],
  ["ml-traindev-still-in-train", "mismatchSplit", "rest.slice(`${trainDevEnd}:`)", "rest"],
  ["ml-weighted-by-m", "weightedError", "np.sum(weights)", "actual.size"],
  ["ml-bayes-first", "diagnoseErrors", "Math.min(...human)", "human[0]"],
  ["ml-ceiling-wrong-axis", "errorAnalysisCeiling", "np.mean(tags, 0)", "np.mean(tags, 1)"],
  ["ml-clean-one-sided", "cleanedErrors", "errorBy(cleaned)", "errorBy(halfCleaned)"],
  ["ml-missing-is-no", "multiTaskCost", "np.logicalNot(np.isnan(Y))", "true"],
  ["ml-gradient-not-averaged", "multiTaskGradient", "np.divide(np.subtract(A, Y), m)", "np.subtract(A, Y)"],
])("%s is named, and costs points of its function alone", async (id, name, right, wrong) => {
  const graded = await grade("solutions", replaceIn(name, right, wrong));
  const failing = graded.functions.filter(({ points, maxPoints }) => points < maxPoints);
  expect(failing.map((each) => each.name)).toEqual([name]);
  expect(misconceptionsOf(failing[0])).toEqual(new Set([id]));
});
