import { afterEach, describe, expect, it, vi } from "vitest";
import * as builds from "../../../../graders/authoring/build";
import * as building from "../../../../graders/authoring/notebook/buildNotebook";
import { filesAreFresh } from "../../../../graders/authoring/proofs/filesAreFresh";
import { solutionEarnsAll, solvedNotebookEarnsAll } from "../../../../graders/authoring/proofs/fullMarks";
import { notebookHasExercises } from "../../../../graders/authoring/proofs/notebookHasExercises";
import type { Proof } from "../../../../graders/authoring/proofs/Proof";
import { referenceReturns } from "../../../../graders/authoring/proofs/referenceReturns";
import { starterEarnsNothing } from "../../../../graders/authoring/proofs/starterEarnsNothing";
import { np } from "../../../../src/np";
import { hiddenHalf, tinySubject } from "./tinySubject";

afterEach(() => vi.restoreAllMocks());

async function problemsOf(proof: Proof, changed: Parameters<typeof tinySubject>[0] = {}): Promise<string[]> {
  return [await proof(await tinySubject(changed))].flat().flatMap(({ problems }) => problems);
}

const check = "check({ half });";
const written = "function half(x) { return np.divide(x, 2); }";
const starter = 'function half(x) { throw new NotImplemented("half"); }';

/** Both editions of the notebook contain these cells: the one for `half`, and others before and after it. */
function notebookOf(
  half: string,
  { before = [], after = [check] }: { before?: string[]; after?: string[] } = {},
): void {
  const code = (source: string, metadata = {}) => ({ cell_type: "code", metadata, source: [source] });
  const graded = code(half, { nablab: { graded: "half" } });
  const cells = [...before.map((source) => code(source)), graded, ...after.map((source) => code(source))];
  vi.spyOn(building, "buildNotebook").mockResolvedValue(JSON.stringify({ cells }));
}

describe("referenceReturns", () => {
  it("finds a case for which the reference gives NaN", async () => {
    const hiddenCheck = { ...hiddenHalf, cases: () => [{ args: [1] }, { args: [Number.NaN] }] };
    const [problem, ...others] = await problemsOf(referenceReturns, { hiddenCheck });
    expect(problem).toMatch(/^half\.random, case 2: .*NaN/);
    expect(others).toEqual([]);
  });
});

describe("solutionEarnsAll", () => {
  it("finds a reference that gives something else the second time", async () => {
    const { staff } = await tinySubject();
    let calls = 0;
    const solution = { ...staff.solution, half: () => np.array([[calls++]]) };
    const problems = await problemsOf(solutionEarnsAll, { staff: { ...staff, solution } });
    expect(problems[0]).toMatch(/^half\.public, case 1: incorrect: The result at \[0, 0\] is 2, expected 0\.$/);
  });
});

describe("solvedNotebookEarnsAll", () => {
  it("finds no problem with functions that do with what the notebook gives", async () => {
    notebookOf("function half(x) { return np.divide(x, two()); }", { before: ["function two() { return 2; }"] });
    expect(await problemsOf(solvedNotebookEarnsAll)).toEqual([]);
  });

  it("finds a function that needs more than the notebook gives", async () => {
    notebookOf("function half(x) { return np.divide(x, two()); }");
    const [problem] = await problemsOf(solvedNotebookEarnsAll);
    expect(problem).toBe("half.public, case 1: incorrect: It threw ReferenceError: two is not defined");
  });
});

describe("starterEarnsNothing", () => {
  it("finds no problem with a function that says that it is not written", async () => {
    notebookOf(starter);
    expect(await problemsOf(starterEarnsNothing)).toEqual([]);
  });

  it.each([
    ["is right already", written, "half.public: correct"],
    ["fails in another way", "function half(x) { return y; }", "half.public: incorrect"],
  ])("finds a function that %s", async (_, source, problem) => {
    notebookOf(source);
    expect((await problemsOf(starterEarnsNothing))[0]).toBe(`${problem}, not "not-implemented"`);
  });
});

describe("notebookHasExercises", () => {
  it("finds a function without a cell, and one whose check does not follow", async () => {
    notebookOf(starter, { after: ["half(np.ones([1]));", check] });
    expect(await problemsOf(notebookHasExercises)).toEqual([
      "the cell of half is not followed by check({ half })",
      "notebook.ts has no cell // %% [graded] quarter",
    ]);
  });
});

describe("filesAreFresh", () => {
  it("finds a file that is missing or not what a build makes now", async () => {
    vi.spyOn(builds, "build").mockResolvedValue([
      { path: __filename, content: "something else" },
      { path: `${__filename}.missing`, content: "" },
    ]);
    expect(await problemsOf(filesAreFresh)).toEqual([
      "test/graders/authoring/proofs/editions.test.ts is stale: run nablab build tiny",
      "test/graders/authoring/proofs/editions.test.ts.missing is stale: run nablab build tiny",
    ]);
  });
});
