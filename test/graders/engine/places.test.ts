import { beforeAll, describe, expect, test } from "vitest";
import { extract } from "../../../graders/extract/parse/extract";
import { createGrader, type Grader } from "../../../graders/index";

const np = 'import { np } from "nablab";';
const sigmoid = "const sigmoid = (z: any) => np.divide(1, np.add(1, np.exp(np.negative(z))));";
let grader: Grader;

beforeAll(async () => {
  grader = await createGrader("logistic-regression", { seed: 1, cache: true });
});

/** The messages of one function's public and hidden checks, for a notebook of these cells. */
async function messagesOf(name: string, ...sources: string[]): Promise<{ open: string; hidden: string }> {
  const cells = sources.map((source) => ({ cell_type: "code", metadata: {}, outputs: [], source }));
  const { functions } = await grader.grade(JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells }));
  const checks = functions.find((one) => one.name === name)?.checks ?? [];
  const [open, hidden] = [false, true].map((which) => checks.find((check) => check.hidden === which)?.message ?? "");
  return { open, hidden };
}

describe("The message about an error names the place where it was thrown", () => {
  test.each<[string, string, string[], string]>([
    [
      "in a helper in another cell, below lines that are types only",
      "sigmoid",
      [
        "interface Z {\n  x: number;\n}\n\n/** Doc. */\nconst helper = (\n  z: any,\n): Z => {\n  return z.foo.bar;\n};",
        "const sigmoid = (z: any) => helper(z);",
      ],
      "It threw TypeError: Cannot read properties of undefined (reading 'bar'). What `.bar` is read from is undefined or null. Is an argument missing in a call, a name misspelt, or a `return` forgotten? (in `helper`, code cell 1, line 9)",
    ],
    [
      "at the call of the library that failed",
      "initializeWithZeros",
      [
        np,
        "\nfunction initializeWithZeros(dim: number) {\n  type Row = number[];\n  const w: any = np.zeros([dim, 1]);\n  return np.dot(w, np.ones([3, 3]));\n}",
      ],
      "It threw RangeError: np.dot: shapes (2, 1) and (3, 3) do not fit together (in `initializeWithZeros`, code cell 2, line 5)",
    ],
    [
      "at the call of another graded function, for which the reference answers",
      "propagate",
      ["function sigmoid(): any {\n  return 7;\n}", "const propagate = () => sigmoid();"],
      "It threw ArgumentError: np.negative: a is missing (undefined) (in `propagate`, code cell 2, line 1)",
    ],
    [
      "beside the reference in another's place",
      "propagate",
      [
        "const sigmoid = () => 0;",
        "let n = 0;\n\nfunction propagate(): any {\n  sigmoid(0);\n  throw new Error('no');\n}",
      ],
      "It threw Error: no (in `propagate`, code cell 2, line 5)",
    ],
    [
      "in a class",
      "predict",
      ["class Tools {\n  static go(): any {\n    return null!.x;\n  }\n}\nconst predict = () => Tools.go();"],
      "It threw TypeError: Cannot read properties of null (reading 'x'). What `.x` is read from is undefined or null. Is an argument missing in a call, a name misspelt, or a `return` forgotten? (in `Tools`, code cell 1, line 3)",
    ],
    [
      "in code that has to be compiled, behind other such code",
      "predict",
      [
        "enum Level {\n  Low,\n}",
        "class Tools {\n  constructor(private level: Level) {}\n\n  interface!: {\n    a: 1;\n  };\n\n  go(): any {\n    return this.level.x.y;\n  }\n}\nconst predict = () => new Tools(Level.Low).go();",
      ],
      "It threw TypeError: Cannot read properties of undefined (reading 'y'). What `.y` is read from is undefined or null. Is an argument missing in a call, a name misspelt, or a `return` forgotten? (in `Tools`, code cell 2, line 9)",
    ],
    [
      "in what runs before the function is called",
      "predict",
      ["1;", "const table = (() => {\n  throw new RangeError('no');\n})();\nconst predict = () => table;"],
      "It threw RangeError: no (in `table`, code cell 2, line 2)",
    ],
  ])("%s", async (_, name, cells, message) => {
    const { open, hidden } = await messagesOf(name, ...cells);
    expect(open).toBe(message);
    // The line could tell something about the inputs.
    expect(hidden).toMatch(/^It threw an error[.:]/);
    expect(hidden).not.toMatch(/\d|bar|\bx\b|\by\b/);
  });

  test("for each submission its own, where the same code is run once", async () => {
    const code = "function sigmoid() {\n  throw new Error('no');\n}";
    expect((await messagesOf("sigmoid", code)).open).toContain("code cell 1, line 2)");
    expect((await messagesOf("sigmoid", "1;", `\n\n${code}`)).open).toContain("code cell 2, line 4)");
  });
});

describe("No place is named", () => {
  test.each<[string, string, string]>([
    ["for what is no error", 'const sigmoid = () => { throw "12:5"; };', "It threw 12:5"],
    [
      "where it would be by chance: in a full stack",
      "const sigmoid = (): any => sigmoid();",
      "It threw RangeError: Maximum call stack size exceeded",
    ],
    [
      "that the submission made up, outside of its code",
      "const sigmoid = () => { const e = new Error('no'); e.stack = '1:1'; throw e; };",
      "It threw Error: no",
    ],
    [
      "that is none",
      "const sigmoid = () => { const e = new Error('no'); e.stack = '/etc/passwd'; throw e; };",
      "It threw Error: no",
    ],
    [
      "where looking for it fails",
      "const sigmoid = () => { const e = new Error('no'); Object.defineProperty(e, 'stack', { get() { throw 1; } }); throw e; };",
      "It threw Error: no",
    ],
  ])("%s", async (_, code, message) => {
    expect((await messagesOf("sigmoid", code)).open).toBe(message);
  });
});

test("a place is found in a program with stand-ins and imports in front", () => {
  const cells = [np, `\n${sigmoid}`, "function propagate() {\n  sigmoid();\n}"].map((source, i) => ({
    number: i + 1,
    source,
  }));
  const extraction = extract(cells, ["sigmoid", "propagate"]);
  for (const standIns of [[], ["sigmoid"]]) {
    const lines = extraction.program(["propagate"], standIns).split("\n");
    const line = lines.findIndex((text) => text.includes("sigmoid();")) + 1;
    expect(extraction.locate("propagate", standIns, line, 5)).toEqual({
      name: "propagate",
      place: { cell: 3, line: 2 },
    });
  }
  for (const line of [0, 1, 2, 3, 999]) expect(extraction.locate("propagate", [], line, 1)).toBeNull();
});
