/**
 * Attacks from within a submission. Each hands in a `sigmoid` that tries to gain by other means than being correct.
 * None may earn a point, disturb the submissions graded beside it, or leave anything behind.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { GradingRun } from "../../../graders/engine/GradingRun";
import { gradeEntry } from "../../../graders/engine/gradeSubmission";
import { prepareRun } from "../../../graders/engine/prepareRun";
import type { SubmissionResult } from "../../../graders/engine/results";
import { assignments } from "../../../src/assignments";
import { ownCourse } from "../../ownCourse";
import { wallUnderTest } from "../wallUnderTest";
import { type Attack, attacks, sourceOf } from "./attacks";

const folder = mkdtempSync(join(tmpdir(), "nablab-attacks-"));
let run: GradingRun;

beforeAll(async () => {
  run = await prepareRun(ownCourse, assignments[0], {
    hidden: true,
    seed: 3,
    limits: { seconds: 1, memoryMB: 96, ...wallUnderTest() },
    cache: false,
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

async function grade(source: string): Promise<SubmissionResult> {
  const file = join(folder, "attacker.ts");
  writeFileSync(file, source);
  return (await gradeEntry({ id: "attacker", file }, run)).result;
}

const honest =
  'import { np, NDArray } from "nablab";\nfunction honest(z: any) { return np.divide(1, np.add(1, np.exp(np.negative(z)))); }\n';

/** The message of the first public check, after making sure that nothing was gained. */
async function attack(tried: Attack): Promise<string> {
  const result = await grade(sourceOf(tried));
  expect(result.status).toBe("graded");
  expect(result.score).toBe(0);
  return result.functions[0].checks[0].message;
}

describe.each(attacks)("%s", (_, ofClass) => {
  test.each(ofClass)("%s", async (...given) => {
    expect(await attack(given)).toMatch(given[2]);
  });
});

describe("Files that are refused", () => {
  test.each<[string, string, RegExp]>([
    ["an import of Node's", 'import fs from "fs";\nconst sigmoid = () => fs;', /imports "fs"/],
    [
      "an import by a path",
      'import { sigmoid as s } from "../../src/assignments/01-logistic-regression/staff/solution";\nconst sigmoid = s;',
      /imports "..\/..\/src/,
    ],
    [
      "an import when called",
      'const sigmoid = () => import("node:child_process");',
      /imports "import\(node:child_process\)"/,
    ],
    ["an import of data", 'const sigmoid = () => import("data:text/javascript,1");', /imports/],
    ["a name that looks like the function's", "const sigmоid = () => 1;", /defines none of the graded functions/],
    ["code that closes its wrapper", "}); process.exit(); (function () { function sigmoid() {}", /syntax error/],
    [
      "a message in colours",
      'import x from "\\u001b[31mred\\u0007";\nconst sigmoid = () => x;',
      /^imports " \[31mred "/,
    ],
  ])("%s", async (_, source, message) => {
    const { status, score, error } = await grade(source);
    expect({ status, score }).toEqual({ status: "not-gradable", score: null });
    expect(error).toMatch(message);
  });
});

describe("What the others notice of it", () => {
  test("nothing: an honest function beside a patched world gets its points, in the same submission", async () => {
    const patch =
      "function initializeWithZeros() { Math.exp = () => 0; (Object.prototype as any).w = 1; (np as any).divide = () => 0; return { w: 0, b: 0 }; }";
    const { functions } = await grade(
      `${honest}${patch}\nfunction sigmoid(z: any) { return honest(z); }\nfunction predict(w: NDArray, b: number, X: NDArray) { return np.greater(honest(np.add(np.dot(w.T, X), b)), 0.5); }`,
    );
    const points = Object.fromEntries(functions.map((one) => [one.name, one.points]));
    expect(points).toMatchObject({ sigmoid: 10, initializeWithZeros: 0, predict: 15 });
  });

  test("memory that one function fills and keeps is there again for the next", async () => {
    const hoard =
      "const hoard: any[] = [];\nfunction initializeWithZeros() { try { for (;;) hoard.push(new Float64Array(1e5).fill(1)); } catch {} return 0; }";
    const { functions } = await grade(`${honest}${hoard}\nfunction sigmoid(z: any) { return honest(z); }
function predict(w: NDArray, b: number, X: NDArray) { return np.greater(honest(np.add(np.dot(w.T, X), b)), 0.5); }`);
    const points = Object.fromEntries(functions.map((one) => [one.name, one.points]));
    expect(points).toMatchObject({ sigmoid: 10, initializeWithZeros: 0, predict: 15 });
  });

  test("text in messages cannot colour a terminal or break a line", async () => {
    const message = await attack([
      "",
      'const sigmoid = () => { throw new Error("\\u001b[31m\\nred\\u202Eder\\u0000"); };',
      /./,
    ]);
    expect(message).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  test("no process is left, and no file", async () => {
    // A process that was killed a moment ago may still be listed.
    await expect.poll(sandboxProcesses, { timeout: 10_000 }).toEqual([]);
    expect(readdirSync(folder)).toEqual(["attacker.ts"]);
  });
});

/** Command lines of sandboxes that this process has started. */
function sandboxProcesses(): string[] {
  const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, "utf8").trim().split(" ");
  const commands = children.filter(Boolean).map((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8");
    } catch {
      return "";
    }
  });
  return commands.filter((command) => command.includes("nablab/sandbox-"));
}

test("the sandbox's file holds no solutions, no expected results and no misconceptions", () => {
  const text = readFileSync(run.sandboxBundle, "utf8");
  expect(text).toContain("matmul");
  for (const secret of ["lr-forgot-m", "logLikelihood", "sigmoid.course", "hiddenChecks", "initializeWithZeros"]) {
    expect(text).not.toContain(secret);
  }
});
