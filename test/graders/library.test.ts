import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createGrader, grade } from "../../graders";

const samples = join(__dirname, "../../graders/cli/demo/class");
const sample = (name: string): string => readFileSync(join(samples, name), "utf8");

test("source goes in, and a result comes out", async () => {
  const result = await grade(sample("ada-perfect.ipynb"), "logistic-regression");
  expect(result).toMatchObject({ status: "graded", score: 100, maxScore: 100, file: "submission.ipynb" });
});

test("a grader grades one source after the other, notebooks and scripts", async () => {
  const grader = await createGrader("logistic-regression", { hidden: false });
  expect(await grader.grade(sample("ben-partly-right.ts"), "ben")).toMatchObject({
    id: "ben",
    file: "ben.ts",
    score: 26,
  });
  expect(await grader.grade("{ const f = 1; }")).toMatchObject({ status: "not-gradable" });
  const bytes = Buffer.from(sample("ada-perfect.ipynb"));
  const named = await grader.grade(bytes, "ada", "my homework.ipynb");
  expect(named).toMatchObject({ id: "ada", file: "my homework.ipynb", score: named.maxScore });
  expect(await grader.grade(bytes, "ada", "homework.ts")).toMatchObject({ status: "not-gradable" });
  const latin = Buffer.concat([bytes, Buffer.from([0xff])]);
  expect(await grader.grade(latin, "ada", "a.ipynb")).toMatchObject({ status: "not-gradable" });
  await grader.end();
});

test("another assignment's notebook is not graded for the names that both have; one that only says so is", async () => {
  const grader = await createGrader("logistic-regression", { hidden: false });
  const notebook = JSON.parse(sample("ada-perfect.ipynb"));
  notebook.metadata.nablab = { assignment: "deep-network" };
  expect(await grader.grade(JSON.stringify(notebook))).toMatchObject({ status: "graded" });
  notebook.cells = [{ cell_type: "code", source: "const predict = () => 1;" }];
  expect(await grader.grade(JSON.stringify(notebook))).toMatchObject({
    status: "not-gradable",
    error: 'is a notebook of the assignment "deep-network", not of "logistic-regression"',
  });
});

test("an assignment that there is not is answered with the nearest", async () => {
  await expect(grade("", "logistic")).rejects.toThrow("did you mean logistic-regression?");
});
