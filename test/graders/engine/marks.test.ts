import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { folderOf } from "../../../graders/course/folderOf";
import type { GradingRun } from "../../../graders/engine/GradingRun";
import { gradeEntry } from "../../../graders/engine/gradeSubmission";
import { prepareRun } from "../../../graders/engine/prepareRun";
import type { FunctionResult, SubmissionResult } from "../../../graders/engine/results";
import { assignments } from "../../../src/assignments";
import { ownCourse } from "../../ownCourse";

/** The reference as a learner would hand it in. */
const perfect = readFileSync(join(folderOf(ownCourse, assignments[0]), "staff/solution.ts"), "utf8").replace(
  /"[./]+\/(core\/NDArray|np)"/g,
  '"nablab"',
);
const folder = mkdtempSync(join(tmpdir(), "nablab-marks-"));
let run: GradingRun;

beforeAll(async () => {
  run = await prepareRun(ownCourse, assignments[0], {
    hidden: true,
    seed: 7,
    limits: { seconds: 2, memoryMB: 256 },
    cache: false,
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

async function grade(source: string): Promise<SubmissionResult> {
  const file = join(folder, "student.ts");
  writeFileSync(file, source);
  const { result } = await gradeEntry({ id: "student", file }, run);
  return result;
}

/** The reference with one function replaced: the given one comes last, and therefore counts. */
async function gradeWith(replacement: string): Promise<Record<string, FunctionResult>> {
  const { functions } = await grade(`${perfect}\n${replacement}`);
  return Object.fromEntries(functions.map((one) => [one.name, one]));
}

describe("Marks", () => {
  test("the reference itself gets all of them, and 100 is all there are", async () => {
    expect(await grade(perfect)).toMatchObject({ status: "graded", score: 100, maxScore: 100 });
  });

  test("a missing function gets none, and others that need it are judged without it", async () => {
    const result = await grade(perfect.replaceAll("function sigmoid", "function renamed"));
    const [sigmoid, , propagate] = result.functions;
    expect(sigmoid).toMatchObject({ status: "not-defined", points: 0 });
    expect(sigmoid.checks[0].message).toBe("sigmoid is not defined.");
    expect(propagate).toMatchObject({ status: "correct", followThrough: true });
  });

  test("what a function breaks in its realm does not count against the others", async () => {
    const { sigmoid, propagate, model } = await gradeWith(
      "function sigmoid(z: any) { np.exp = () => 7 as any; Array.prototype.map = () => []; return 7; }",
    );
    expect(sigmoid).toMatchObject({ status: "incorrect", points: 0 });
    expect(propagate).toMatchObject({ status: "correct", followThrough: true });
    expect(model).toMatchObject({ status: "correct" });
  });

  test("a function that ends only by itself, after what a wrong one has left behind, is right", async () => {
    const { initializeWithZeros, predict } = await gradeWith(
      `let end = 1;
       function initializeWithZeros(n: number) { end = Infinity; return null; }
       const written = predict;
       function predict(...args: any[]) { for (let i = 0; i < end; i++); return (written as any)(...args); }`.replace(
        "const written = predict;",
        perfect
          .slice(perfect.indexOf("export function predict("))
          .replace("export function predict", "function written")
          .split("\n}\n")[0]
          .concat("\n}"),
      ),
    );
    expect(initializeWithZeros).toMatchObject({ status: "incorrect", points: 0 });
    expect(predict).toMatchObject({ status: "correct", followThrough: false });
  });

  test("functions whose helpers cannot stand side by side are run by themselves", async () => {
    const { sigmoid, initializeWithZeros } = await gradeWith(
      `const [one, two] = [1, 2];
       function sigmoid(z: any) { return np.divide(one, np.add(one, np.exp(np.negative(z)))); }
       const [two, three] = [0.5, 3];
       function initializeWithZeros(n: number) { return { w: np.zeros([n, 1]), b: three - 3 }; }`,
    );
    expect(sigmoid).toMatchObject({ status: "correct" });
    expect(initializeWithZeros).toMatchObject({ status: "correct" });
  });

  test("a function that is right only for one of a check's cases gets that case's share", async () => {
    const { sigmoid } = await gradeWith("function sigmoid(z: any) { return z === 0 ? 0.5 : 7; }");
    expect(sigmoid.checks[0]).toMatchObject({ status: "partial", points: 1, maxPoints: 3 });
  });

  test("changing an argument in place is found", async () => {
    const { predict } = await gradeWith(
      "const honest = predict2;\nfunction predict2(w: NDArray, b: number, X: NDArray) { return np.greater(sigmoid(np.add(np.dot(w.T, X), b)), 0.5); }\n" +
        "function predict(w: NDArray, b: number, X: NDArray) { const A = honest(w, b, X); X.set(0, 0, 99); return A; }",
    );
    expect(predict.checks[0]).toMatchObject({ status: "incorrect" });
    expect(predict.checks[0].message).toContain("changed its third argument in place");
  });

  test("the reference does not stand in for a function that the assignment does not say is used", async () => {
    // model is not written; to hand its call's result out as optimize's would be a way to the answer.
    const { optimize, model } = await gradeWith(
      'function model(): any { throw new NotImplemented("model"); }\n' +
        "function optimize(w: any, b: any, X: any, Y: any, n: number, rate: number) { const r = model(X, Y, X, Y, n, rate); return { params: { w: r.w, b: r.b }, costs: r.costs, grads: {} }; }",
    );
    expect(model.points).toBe(0);
    expect(optimize).toMatchObject({ points: 0, followThrough: false });
  });

  test("the arguments of a stand-in may be anything: the reference's process is limited too", async () => {
    const { optimize, model } = await gradeWith(
      "function optimize(): any { return 0; }\nfunction model(X: NDArray, Y: NDArray) { return optimize(np.zeros([X.shape[0], 1]), 0, X, Y, 1e15, 1); }",
    );
    expect(optimize.points).toBe(0);
    expect(model).toMatchObject({ points: 0 });
    expect(model.checks[0].message).toBe("It was stopped after 2 s.");
  });

  test("hidden checks never show what they ask or expect", async () => {
    const { sigmoid } = await gradeWith('function sigmoid(z: any) { throw new Error("secret " + z); }');
    const hidden = sigmoid.checks.filter((check) => check.hidden);
    expect(hidden.map(({ message }) => message)).toEqual(["It threw an error."]);
    expect(sigmoid.checks[0].message).toContain("secret 0");
  });
});

describe("Random inputs", () => {
  test("another seed asks for other values, the same one for the same", async () => {
    const options = { hidden: true, limits: { seconds: 2, memoryMB: 256 }, cache: false };
    const inputsOf = async (seed: number) => {
      const { checks } = await prepareRun(ownCourse, assignments[0], { ...options, seed });
      return checks.filter(({ hidden }) => hidden).flatMap(({ inputs }) => inputs);
    };
    expect(await inputsOf(7)).toEqual(await inputsOf(7));
    expect(await inputsOf(8)).not.toEqual(await inputsOf(7));
  });
});
