import { beforeAll, describe, expect, it } from "vitest";
import { tongueOf } from "../../../graders/course/tongueOf";
import { gradeSubmission } from "../../../graders/engine/gradeSubmission";
import { judgeFunction, missingFunction } from "../../../graders/engine/judgeFunction";
import { prepareRun } from "../../../graders/engine/prepareRun";
import type { Tongue } from "../../../graders/engine/Tongue";
import { formatVerdict, verdictFor } from "../../../graders/report/verdict";
import { defaultLimits } from "../../../graders/sandbox/host/limits";
import { assignments } from "../../../src/assignments";
import type { Outcome } from "../../../src/check/contract";
import { recordedChecks } from "../../../src/check/prepare";
import { np } from "../../../src/np";
import { languageInUse } from "../../../src/words/language";
import { ownCourse } from "../../ownCourse";

const [assignment] = assignments;
let tongue: Tongue;

beforeAll(async () => {
  tongue = (await tongueOf(ownCourse, assignment, "zh-CN")) as Tongue;
});

function judged(name: string, outcome: (args: readonly unknown[]) => Outcome, hidden = false) {
  const checks = recordedChecks(assignment, name).map((check) => ({ ...check, hidden }));
  const outcomes = checks.map(({ cases }) => cases.map(({ args }) => outcome(args)));
  const { message, said } = judgeFunction(name, checks, outcomes, [], tongue).checks[0];
  return [message, said];
}

describe("A judgement in two languages", () => {
  it("names a misconception in both", () => {
    const row = ([dim]: readonly unknown[]): Outcome => ({
      kind: "returned",
      value: { w: np.zeros([1, Number(dim)]), b: 0 },
      mutatedArgs: [],
    });
    expect(judged("initializeWithZeros", row)).toEqual([
      expect.stringMatching(/^w is a row of shape/),
      expect.stringMatching(/^w 是一行，形状为 \(1, n\)。/),
    ]);
  });

  it("explains a difference, and gives the hint, in both", () => {
    const number = ([dim]: readonly unknown[]): Outcome => ({
      kind: "returned",
      value: { w: Number(dim), b: 0 },
      mutatedArgs: [],
    });
    expect(judged("initializeWithZeros", number)).toEqual([
      "w: expected an array of shape (2, 1), got a number. np.zeros takes the shape as a list: np.zeros([rows, columns]).",
      "w 应为形状为 (2, 1) 的数组，得到的却是一个数。np.zeros 的形状写成列表：np.zeros([rows, columns])。",
    ]);
    expect(judged("initializeWithZeros", number, true)).toEqual([
      "Something in the result is of another type than expected. np.zeros takes the shape as a list: np.zeros([rows, columns]).",
      "结果中的某个值的类型不对。np.zeros 的形状写成列表：np.zeros([rows, columns])。",
    ]);
  });

  it("says only English where nobody asked for more", () => {
    const check = missingFunction("sigmoid", recordedChecks(assignment, "sigmoid")).checks[0];
    expect(check).not.toHaveProperty("said");
    expect(languageInUse()).toBe("en");
  });
});

describe("A submission", () => {
  it("has English results, and beside them what its learner is told", async () => {
    const options = { hidden: false, seed: 1, limits: defaultLimits, cache: true, tongue };
    const run = await prepareRun(ownCourse, assignment, options);
    const source = `import { np } from "nablab";
      function sigmoid(z: any): any { for (;;) return np.divide(1, np.add(1, np.exp(z))); }
      function initializeWithZeros(dim: number) { return missing(dim); }`;
    const load = (): Buffer => Buffer.from(source);
    const graded = await gradeSubmission({ id: "x", file: "x.ts" }, { extension: ".ts", load }, run);
    expect(JSON.stringify(graded.result)).not.toMatch(/\p{Script=Han}/u);
    const [sigmoid, initialize, propagate] = graded.translated ?? [];
    expect(sigmoid.checks[0].message).toMatch(/^指数少了负号/);
    expect(initialize.checks[0].message).toMatch(/^它抛出了错误 ReferenceError: missing is not defined/);
    expect(propagate.status).toBe("not-defined");
    expect(verdictFor(graded, run)).toContain("x.ts：Logistic 回归：只有一个神经元的网络");
    expect(formatVerdict(graded.result, { ...run, tongue: undefined })).not.toMatch(/\p{Script=Han}/u);
  }, 30_000);
});
