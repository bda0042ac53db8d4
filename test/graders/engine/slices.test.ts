import { beforeAll, describe, expect, test, vi } from "vitest";
import type { GradingRun } from "../../../graders/engine/GradingRun";
import { gradeSubmission } from "../../../graders/engine/gradeSubmission";
import { ProgramLoader } from "../../../graders/engine/ProgramLoader";
import { prepareRun } from "../../../graders/engine/prepareRun";
import type { SubmissionResult } from "../../../graders/engine/results";
import { extract } from "../../../graders/extract/parse/extract";
import { assignments } from "../../../src/assignments";
import type { Outcome } from "../../../src/check/contract";
import { ownCourse } from "../../ownCourse";

const limits = { seconds: 2, memoryMB: 256 };
let run: GradingRun;
let deep: GradingRun;

beforeAll(async () => {
  const options = { hidden: true, seed: 7, limits, cache: false };
  run = await prepareRun(ownCourse, assignments[0], options);
  deep = await prepareRun(ownCourse, assignments[2], options);
});

/** @param notebook cells, separated by a line of dashes */
async function grade(notebook: string, grading = run): Promise<SubmissionResult> {
  const cells = notebook.split("\n---\n").map((source) => ({ cell_type: "code", metadata: {}, outputs: [], source }));
  const file = JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells });
  const handedIn = { extension: ".ipynb", load: () => Buffer.from(file) };
  return (await gradeSubmission({ id: "ada", file: "ada.ipynb" }, handedIn, grading)).result;
}

const np = 'import { np } from "nablab";';
const sigmoid = "const sigmoid = (z: any): any => np.divide(s.one, np.add(s.one, np.exp(np.negative(z))));";
const zeros = "const initializeWithZeros = (dim: number) => ({ w: np.zeros([dim, 1]), b: 0 });";

function find({ functions }: SubmissionResult, name: string) {
  const found = functions.find((one) => one.name === name);
  return {
    points: found?.points,
    message: found?.checks[0].message,
    remarks: found?.remarks?.map((one) => one.message),
  };
}

describe("A statement that fails is left out, and a remark names it", () => {
  test.each<[string, string, string]>([
    ["one that throws", "s.two = JSON.parse('{');", "it threw an error: SyntaxError: "],
    ["one that does not end", "for (;;) s.two = 2;", "the program had to be stopped while it was loaded."],
    ["one that uses another module", 'import fs from "node:fs"; s.two = fs;', "it uses code that cannot be run."],
    [
      "one that needs what the sandbox lacks",
      "const data = noSuchData(); s.two = data;",
      "it threw an error: ReferenceError: ",
    ],
  ])("%s", async (_, statement, reason) => {
    const result = await grade(`${np}\n---\nconst s: any = { one: 1 };\n---\n${statement}\n---\n${sigmoid}\n${zeros}`);
    const { points, remarks } = find(result, "sigmoid");
    expect(points).toBe(10);
    expect(remarks?.[0]).toContain(`The statement in code cell 3, line 1 was left out: ${reason}`);
    expect(find(result, "initializeWithZeros")).toMatchObject({ points: 10, remarks: undefined });
  });

  test("the others stay", async () => {
    const s = "const s: any = {};\n---\ns.two = JSON.parse('{');\n---\ns.one = 1;\n---\ns.three = JSON.parse('}');";
    const { points, remarks } = find(await grade(`${np}\n---\n${s}\n---\n${sigmoid}`), "sigmoid");
    expect(points).toBe(10);
    expect(remarks?.[0]).toMatch(/code cell 3, line 1 .* code cell 5, line 1 /);
  });

  test("an endless one is stopped once, however many functions need it", async () => {
    const names = ["sigmoid", "propagate", "predict"];
    const source = `const s: any = {};\nfor (;;) s.two = 2;\n${names.map((name) => `const ${name} = () => s;`).join("\n")}`;
    const extraction = extract([{ number: 1, source }], names);
    const load = vi.fn(
      async (program: string): Promise<Outcome | null> =>
        program.includes("for (;;)") ? { kind: "stopped", cause: "time", seconds: 2 } : null,
    );
    const loader = new ProgramLoader(extraction, { load });
    for (const loaded of [names, ...names.map((name) => [name])]) expect(await loader.load(loaded)).toBeNull();
    const stopped = await Promise.all(load.mock.results.map(({ value }) => value));
    expect(stopped.filter((outcome) => outcome !== null)).toHaveLength(1);
    expect(loader.shortenedFor("predict")).toMatchObject({ isAlone: true, statements: [{ position: 0 }] });
  });
});

describe("A fault costs the functions that it is in", () => {
  test.each<[string, string, string]>([
    ["a syntax error in another cell", `${zeros} const x = (;`, "It was not run: syntax error in code cell 3, line 1"],
    [
      "an import",
      `import fs from "fs"; const initializeWithZeros = () => fs;`,
      'It was not run: imports "fs" in code cell 3, line 1',
    ],
    [
      "a name that is declared twice",
      "function initializeWithZeros() { let a; let a; }",
      "It was not run: syntax error in the declaration",
    ],
    [
      "what V8 reads as a comment",
      "function initializeWithZeros(a: any) {\n  return a\n<!--a;\n}",
      "It was not run: syntax error in the declaration at code cell 3, line 1: `<!--` begins a comment",
    ],
    [
      "a value that is no function",
      "const initializeWithZeros = { w: 1 };",
      "It was not run: `initializeWithZeros` is not a function in code cell 3, line 1",
    ],
  ])("%s", async (_, cell, message) => {
    const result = await grade(`${np}\n---\nconst s = { one: 1 };\n${sigmoid}\n---\n${cell}`);
    expect(result.status).toBe("graded");
    expect(find(result, "sigmoid")).toMatchObject({ points: 10, remarks: undefined });
    const { points, message: said } = find(result, "initializeWithZeros");
    expect(points).toBe(0);
    expect(said).toContain(message);
  });

  test("and a helper that got lost in one, those that need it", async () => {
    const result = await grade(`${np}\n---\nconst s = { one: 1 }; const x = (;\n---\n${sigmoid}\n---\n${zeros}`);
    expect(find(result, "sigmoid").message).toContain("It was not run: syntax error in code cell 2, line 1");
    expect(find(result, "initializeWithZeros").points).toBe(10);
  });

  test("a broken cell changes nothing that works", async () => {
    const result = await grade(`${np}\n---\n${zeros}\n---\nfunction initializeWithZeros( { return 1; }`);
    expect(find(result, "initializeWithZeros")).toMatchObject({ points: 10 });
  });

  test("when no function can be read, the file is not gradable", async () => {
    expect(await grade(`${zeros} const x = (;`)).toMatchObject({
      status: "not-gradable",
      error: expect.stringContaining("syntax error in code cell 1, line 1"),
    });
  });
});

test("The name of a graded function that stands for something else later is named with both cells", async () => {
  const result = await grade(`${np}\n---\n${zeros}\n---\nconst initializeWithZeros = { accuracy: 0.97 };`);
  const { points, remarks } = find(result, "initializeWithZeros");
  expect(points).toBe(10);
  expect(remarks?.[0]).toBe(
    "`initializeWithZeros` is declared again in code cell 3, line 1, where it is not a function. " +
      "The function in code cell 2, line 1 was graded.",
  );
});

describe("What the assignment's notebook gives", () => {
  const linear =
    "const linearForward = (A: any, W: any, b: any) => ({ Z: np.add(np.dot(W, A), b), cache: { APrev: A, W, b } });";
  const active =
    "const linearActivationForward = (A: any, W: any, b: any, kind: string) => { const { Z } = linearForward(A, W, b); return { A: kind === 'relu' ? relu(Z) : sigmoid(Z), cache: { APrev: A, W, b, Z } }; };";

  test("is filled in where the submission lacks it", async () => {
    const result = await grade(`${np}\n---\n${linear}\n---\n${active}`, deep);
    const found = result.functions.find(({ name }) => name === "linearActivationForward");
    expect(found).toMatchObject({ status: "correct" });
    expect(found?.remarks?.[0].message).toBe(
      "`sigmoid` and `relu` are not declared in the submission, and were taken from the assignment's notebook.",
    );
  });

  test("does not replace what the submission declares", async () => {
    const own = "const relu = (Z: any) => Z; const sigmoid = (Z: any) => Z;";
    const result = await grade(`${np}\n---\n${own}\n---\n${linear}\n---\n${active}`, deep);
    const found = result.functions.find(({ name }) => name === "linearActivationForward");
    expect(found?.status).not.toBe("correct");
    expect(found?.remarks).toBeUndefined();
  });
});
