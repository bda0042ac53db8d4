import { extname } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { tongueOf } from "../../../graders/course/tongueOf";
import type { GradingRun } from "../../../graders/engine/GradingRun";
import { type GradedSubmission, gradeSubmission } from "../../../graders/engine/gradeSubmission";
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
  let run: GradingRun;

  beforeAll(async () => {
    run = await prepareRun(ownCourse, assignment, {
      ...{ hidden: false, seed: 1, limits: defaultLimits, cache: true },
      tongue,
    });
  }, 30_000);

  /** What a file is told in both languages when it is graded with the public checks. */
  function told(file: string, source: string): Promise<GradedSubmission> {
    const load = (): Buffer => Buffer.from(source);
    return gradeSubmission({ id: "x", file }, { extension: extname(file), load }, run);
  }

  it.each([
    ["a.ipynb", "{", /^is cut off/, /^文件不完整：缺少笔记本的末尾$/],
    ["a.ts", "const x = 1;", /^defines none of the graded functions \(sigmoid, /, /^一个评分函数也没有定义（sigmoid、/],
    ["a.ts", "function sigmoid(z) { return (; }", /^syntax error in line 1: /, /^第 1 行有语法错误：应为表达式，在 `/],
    [
      "a.ts",
      'import fs from "fs";\nconst sigmoid = () => fs;',
      /^imports "fs"/,
      /^第 1 行导入了 `fs`；评分的代码只能导入 `nablab`/,
    ],
  ])(
    "that cannot be graded is told why in both languages: %s %s",
    async (file, source, english, chinese) => {
      const graded = await told(file, source);
      expect(graded.result.error).toMatch(english);
      expect(graded.said).toMatch(chinese);
      expect(verdictFor(graded, run)).toContain(`无法评分：${graded.said}`);
      expect(formatVerdict(graded.result, { ...run, tongue: undefined })).toContain(
        `not gradable: ${graded.result.error}`,
      );
    },
    30_000,
  );

  it("is told in both languages why a function was not run, and which statements were left out", async () => {
    const source = `import { np } from "nablab";
      import fs from "fs";
      const table = new Map<string, number>();
      table.set("a", missing);
      function sigmoid(z: any): any { return table.size >= 0 ? np.divide(1, np.add(1, np.exp(np.negative(z)))) : 0; }
      function initializeWithZeros(dim: number) { return fs; }`;
    const graded = await told("x.ts", source);
    const [sigmoid, initialize] = graded.result.functions;
    const [inChinese, alsoInChinese] = graded.translated ?? [];
    expect(sigmoid.remarks?.[0].message).toMatch(/^The statement in line 4 was left out: it threw an error: Ref/);
    expect(inChinese.remarks?.[0].message).toMatch(/^第 4 行的语句没有采用：它抛出了错误：ReferenceError/);
    expect(initialize.checks[0].message).toMatch(/^It was not run: imports "fs" in line 2/);
    expect(alsoInChinese.checks[0].message).toMatch(/^它没有运行：第 2 行导入了 `fs`/);
  }, 30_000);

  it("has English results, and beside them what its learner is told", async () => {
    const source = `import { np } from "nablab";
      function sigmoid(z: any): any { for (;;) return np.divide(1, np.add(1, np.exp(z))); }
      function initializeWithZeros(dim: number) { return missing(dim); }`;
    const graded = await told("x.ts", source);
    expect(JSON.stringify(graded.result)).not.toMatch(/\p{Script=Han}/u);
    const [sigmoid, initialize, propagate] = graded.translated ?? [];
    expect(sigmoid.checks[0].message).toMatch(/^指数少了负号/);
    expect(initialize.checks[0].message).toMatch(/^它抛出了错误 ReferenceError: missing is not defined/);
    expect(propagate.status).toBe("not-defined");
    expect(verdictFor(graded, run)).toContain("x.ts：Logistic 回归：只有一个神经元的网络");
    expect(formatVerdict(graded.result, { ...run, tongue: undefined })).not.toMatch(/\p{Script=Han}/u);
  }, 30_000);
});
