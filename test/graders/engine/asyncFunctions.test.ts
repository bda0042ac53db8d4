/** A made-up assignment: `load` and `twice` (which calls it) may return promises, `plain` may not. */
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Staff } from "../../../graders/course/loadStaff";
import { assembleRun } from "../../../graders/engine/assembleRun";
import type { GradingRun } from "../../../graders/engine/GradingRun";
import { gradeSubmission } from "../../../graders/engine/gradeSubmission";
import type { FunctionResult } from "../../../graders/engine/results";
import { bundleReferee, bundleSandbox } from "../../../graders/sandbox/host/bundle";
import { openReaders } from "../../../graders/sandbox/host/openReaders";
import { directStarter } from "../../../graders/sandbox/host/ProcessStarter";
import type { Assignment } from "../../../src/check/contract";
import * as solution from "../../fixtures/async-assignment/solution";
import { wallUnderTest } from "../wallUnderTest";

const functions = [
  { name: "load", points: 10, async: true },
  { name: "twice", points: 10, async: true, uses: ["load"] },
  { name: "plain", points: 10 },
];
const checks = functions.map(({ name }) => ({
  id: `${name}.check`,
  function: name,
  title: name,
  points: 10,
  cases: () => [{ args: [1] }, { args: [5] }],
}));
const assignment: Assignment = { number: 99, slug: "waiting", title: "Waiting", functions, checks, recorded: {} };
const forgot = {
  id: "forgot-one",
  function: "load",
  message: "1 is not added",
  implementation: async (n: number) => n,
};
const staff: Staff = { solution: { ...solution }, misconceptions: [forgot], alternatives: [], hiddenChecks: [] };
const reference = join(__dirname, "../../fixtures/async-assignment/solution.ts");
const limits = { seconds: 1, memoryMB: 128, ...wallUnderTest() };
let run: GradingRun;

beforeAll(async () => {
  run = await assembleRun(
    {
      assignment,
      staff,
      readers: await openReaders(limits),
      sandboxBundle: await bundleSandbox(),
      refereeBundle: await bundleReferee(reference),
      starter: directStarter,
    },
    { hidden: false, seed: 0, limits, cache: false },
  );
});

async function grade(source: string): Promise<FunctionResult[]> {
  const handedIn = { extension: ".ts", load: () => Buffer.from(source) };
  const { result } = await gradeSubmission({ id: "ada", file: "ada.ts" }, handedIn, run);
  return result.functions;
}

const load = "async function load(n: number) { await new Promise((done) => setTimeout(done, 5e6)); return n + 1; }";
const twice = "const twice = (n: number) => load(n).then((m) => 2 * m);";
const messageOf = ({ checks: [{ message }] }: FunctionResult): string => message;

describe("A function that may return a promise", () => {
  test("is waited for, and gets its points without a promise too", async () => {
    const results = await grade(`${load}\n${twice}\nconst plain = (n: number) => n;`);
    expect(results.map(({ points }) => points)).toEqual([10, 10, 10]);
    const [direct] = await grade("const load = (n: number) => n + 1;");
    expect(direct.status).toBe("correct");
  });

  test("is stood in for by a promise, when what calls it is judged", async () => {
    const [first, second] = await grade(`const load = async (n: number) => n + 7;\n${twice}`);
    expect(first.status).toBe("incorrect");
    expect(second).toMatchObject({ status: "correct", followThrough: true });
  });

  test("has its misconceptions named", async () => {
    const [first] = await grade("async function load(n: number) { await null; return n; }");
    expect(first.checks[0]).toMatchObject({ misconception: "forgot-one", message: "1 is not added" });
  });

  test.each<[string, string, string]>([
    [
      "a promise that rejects is an error",
      'const load = async () => {\n  await null;\n  throw new RangeError("no data");\n};',
      "It threw RangeError: no data (in `load`, line 3)",
    ],
    [
      "a promise that nothing will ever settle is told so at once",
      "const load = () => new Promise(() => {});",
      "It returned a Promise that is never settled, which is neither a number, an array, a list nor an object.",
    ],
    [
      "endless microtasks are stopped",
      "const load = async () => { for (;;) await null; };",
      "It was stopped after 1 s.",
    ],
    [
      "endless timers are stopped",
      "const load = () => new Promise(() => { const again = () => setTimeout(again, 1); again(); });",
      "It was stopped after 1 s.",
    ],
    [
      "a timer that throws breaks the call",
      'const load = () => new Promise(() => { setTimeout(() => { throw new Error("!"); }); });',
      "It threw an error that broke out of its call (a full stack, for example)",
    ],
    [
      "a patched `then` gains nothing",
      "const load = () => { Promise.prototype.then = function (this: any) { return this; } as any; return null; };",
      "It returned a Promise that is never settled, which is neither a number, an array, a list nor an object.",
    ],
  ])("%s", async (_, source, message) => {
    const [first] = await grade(source);
    expect(first.points).toBe(0);
    expect(messageOf(first)).toBe(message);
  });

  test("cannot have an earlier call answer for a later one", async () => {
    const source = `let answer = (n: number) => {};
      const load = (n: number) => new Promise((done) => { answer(n + 1); answer = done as any; });`;
    expect((await grade(source))[0]).toMatchObject({ status: "incorrect", points: 0 });
  });

  test("leaves nothing behind that disturbs the next function", async () => {
    const source = `const load = () => { setTimeout(() => { throw 1; }); (async () => { for (;;) await null; })(); return 0; };
      const plain = (n: number) => n;`;
    const [, , plain] = await grade(source);
    expect(plain.status).toBe("correct");
  });
});

test("from any other function, a promise is a wrong result", async () => {
  const [, , plain] = await grade("const plain = async (n: number) => n;");
  expect(plain.points).toBe(0);
  expect(messageOf(plain)).toMatch(/^It returned a Promise, which is neither/);
});
