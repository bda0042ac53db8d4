/**
 * The time that a whole submission may take: many calls, each within its own limit, must not add up to half an hour.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { gradeEntry } from "../../../graders/engine/gradeSubmission";
import { prepareRun } from "../../../graders/engine/prepareRun";
import type { SubmissionResult } from "../../../graders/engine/results";
import { assignments } from "../../../src/assignments";
import { ownCourse } from "../../ownCourse";
import { wallUnderTest } from "../wallUnderTest";

const folder = mkdtempSync(join(tmpdir(), "nablab-time-"));
afterAll(() => rmSync(folder, { recursive: true }));

const message = (seconds: number): string =>
  `It was stopped: the submission has used its ${seconds} s of processor time.`;

async function grade(source: string, submissionSeconds: number): Promise<SubmissionResult> {
  const file = join(folder, "slow.ts");
  writeFileSync(file, `import { np } from "nablab";\nlet x = 0;\n${source}`);
  const limits = { seconds: 1, memoryMB: 128, submissionSeconds, ...wallUnderTest() };
  const run = await prepareRun(ownCourse, assignments[0], { hidden: true, seed: 1, limits, cache: false });
  const { result } = await gradeEntry({ id: "slow", file }, run);
  expect(result.status).toBe("graded");
  return result;
}

function messagesOf({ functions }: SubmissionResult, name: string): string[] {
  return functions.filter((one) => one.name === name).flatMap(({ checks }) => checks.map((check) => check.message));
}

const sigmoid = "function sigmoid(z: any): any { return np.divide(1, np.add(1, np.exp(np.negative(z)))); }";
/** Takes a fifth of a second a call, or more: within the limit for one call. */
const slowly = "for (let i = 0; i < 1e8; i++) x += i % 7;";
const others = ["initializeWithZeros", "propagate", "optimize", "predict", "model"];

describe("A submission whose every call takes just less than is allowed", () => {
  test("ends about when its time is over, and the functions not yet judged say so", async () => {
    const start = performance.now();
    const slow = ["sigmoid", ...others].map((name) => `function ${name}() { ${slowly} return 0; }`).join("\n");
    const result = await grade(slow, 1);
    expect(performance.now() - start).toBeLessThan(20_000);
    expect(result.score).toBe(0);
    expect(result.functions.map(({ status }) => status)).toEqual(Array(6).fill("incorrect"));
    expect(messagesOf(result, "model")).toContain(message(1));
  });

  test("keeps what its functions earned before", async () => {
    const slow = others.map((name) => `function ${name}() { ${slowly} return 0; }`).join("\n");
    const result = await grade(`${sigmoid}\n${slow}`, 3);
    expect(result.functions[0]).toMatchObject({ name: "sigmoid", status: "correct", points: 10 });
    expect(result.score).toBe(10);
    const hidden = "It was stopped: the submission has used its processor time.";
    expect(new Set(messagesOf(result, "model"))).toEqual(new Set([message(3), hidden]));
  });

  test.each([
    ["loops in each function", (name: string) => `function ${name}() { for (;;); }`],
    [
      "processes that die late",
      (name: string) =>
        `function ${name}() { ${slowly} const all: any[] = []; for (;;) all.push(Array(1000).fill(1.5)); }`,
    ],
    [
      "slow constants",
      (name: string) => `const for${name} = (() => { ${slowly} return 0; })();
function ${name}() { return for${name}; }`,
    ],
    [
      "slow getters in its results",
      (name: string) =>
        `function ${name}() { return { get w() { ${slowly} return 0; }, get b() { ${slowly} return 0; } }; }`,
    ],
    [
      "one that calls the others",
      (name: string) => `function ${name}(...args: any[]): any { ${slowly} return sigmoid(0); }`,
    ],
  ])("ends then with %s, too", async (_, write) => {
    const start = performance.now();
    const result = await grade(["sigmoid", ...others].map(write).join("\n"), 1);
    expect(performance.now() - start).toBeLessThan(20_000);
    expect(messagesOf(result, "model")).toContain(message(1));
  });
});
