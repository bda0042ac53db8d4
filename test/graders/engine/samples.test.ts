import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020";
import { beforeAll, describe, expect, test } from "vitest";
import type { GradingRun } from "../../../graders/engine/GradingRun";
import { gradeAll } from "../../../graders/engine/gradeAll";
import { prepareRun } from "../../../graders/engine/prepareRun";
import type { FunctionResult, Results, SubmissionResult } from "../../../graders/engine/results";
import { assignments } from "../../../src/assignments";
import { ownCourse } from "../../ownCourse";
import { entriesIn } from "../intake/entriesIn";

const folder = join(__dirname, "../../../graders/cli/demo/class");
const limits = { seconds: 2, memoryMB: 256 };
let run: GradingRun;
let results: SubmissionResult[];

async function gradeSamples(jobs: number): Promise<SubmissionResult[]> {
  const entries = await entriesIn(folder);
  const graded: SubmissionResult[] = [];
  await gradeAll(entries, run, jobs, ({ result }, index) => {
    graded[index] = result;
  });
  return graded;
}

beforeAll(async () => {
  run = await prepareRun(ownCourse, assignments[0], { hidden: true, seed: 7, limits, cache: false });
  results = await gradeSamples(2);
});

function find(id: string): SubmissionResult {
  const result = results.find((one) => one.id.startsWith(id));
  if (!result) throw new Error(`no result for ${id}`);
  return result;
}

function functionOf(id: string, name: string): FunctionResult {
  const result = find(id).functions.find((one) => one.name === name);
  if (!result) throw new Error(`no result for ${name}`);
  return result;
}

const pointsOf = (id: string): number[] => find(id).functions.map(({ points }) => points);

describe("The sample class", () => {
  test("gets the marks it deserves", () => {
    expect(results.map(({ id, status, score }) => [id, status, score])).toEqual([
      ["ada-perfect", "graded", 100],
      ["ben-partly-right", "graded", 55],
      ["cleo-misconception", "graded", 52],
      ["dan-syntax-error", "graded", 70],
      ["eve-endless-loop", "graded", 75],
    ]);
  });

  test("a function that is not written yet is no crash", () => {
    expect(functionOf("ben", "optimize").status).toBe("not-implemented");
    expect(functionOf("ben", "optimize").checks[0].message).toBe("optimize is not implemented yet.");
  });

  test("misconceptions are named", () => {
    expect(functionOf("ben", "initializeWithZeros").checks[0].misconception).toBe("lr-init-rank-1");
    expect(functionOf("cleo", "propagate").checks[0].misconception).toBe("lr-forgot-m");
    expect(functionOf("cleo", "optimize").checks[1].misconception).toBe("lr-costs-modulo");
  });

  test("one mistake costs its own points once: what calls it is judged with the reference in its place", () => {
    expect(pointsOf("cleo")).toEqual([10, 10, 6, 1, 15, 10]);
    expect(functionOf("cleo", "model")).toMatchObject({ status: "correct", followThrough: true });
    expect(functionOf("cleo", "predict")).toMatchObject({ status: "correct", followThrough: false });
  });

  test("an endless loop costs the function that it is in, and says so", () => {
    expect(pointsOf("eve")).toEqual([10, 10, 30, 0, 15, 10]);
    expect(functionOf("eve", "optimize").checks[0].message).toBe("It was stopped after 2 s.");
  });

  test("a syntax error costs the function that it is in, and says where to look", () => {
    expect(pointsOf("dan")).toEqual([10, 10, 0, 25, 15, 10]);
    for (const { status, message } of functionOf("dan", "propagate").checks) {
      expect(status).toBe("incorrect");
      expect(message).toMatch(/^It was not run: syntax error in code cell \d+, line 27: '\)' expected/);
    }
    expect(functionOf("dan", "optimize")).toMatchObject({ status: "correct", followThrough: true });
  });

  test("the same submissions get the same results on any number of jobs, apart from the time it takes", async () => {
    const timeless = (all: SubmissionResult[]) => all.map((one) => ({ ...one, durationMs: 0 }));
    const expected = JSON.stringify(timeless(results));
    for (const jobs of [1, 8]) expect(JSON.stringify(timeless(await gradeSamples(jobs)))).toBe(expected);
  });

  test("the results keep to the published schema, which refuses others", () => {
    const schema = JSON.parse(readFileSync(join(__dirname, "../../../graders/engine/results.schema.json"), "utf8"));
    const validate = new Ajv2020().compile(schema);
    const versions = { nablab: "1.0.0", node: "v26.0.0" };
    const all: Results = { schema: "nablab.results/1", assignment: "a", seed: 7, versions, submissions: results };
    validate(all);
    expect(validate.errors).toBeNull();
    const zeroForNothing = { ...results[3], status: "not-gradable", error: "is empty", functions: [], score: 0 };
    expect(validate({ ...all, submissions: [zeroForNothing] })).toBe(false);
  });
});
