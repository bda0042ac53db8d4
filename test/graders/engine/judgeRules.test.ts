import { describe, expect, test } from "vitest";
import { withRemarks } from "../../../graders/engine/judgeRules";
import type { FunctionResult } from "../../../graders/engine/results";
import { extract } from "../../../graders/extract/extract";
import { createGrader } from "../../../graders/index";
import { assignments } from "../../../src/assignments";
import { buildNotebook } from "../../../src/builder/buildNotebook";

const functions = [
  { name: "f", points: 5, rules: [{ id: "f.vectorized", message: "It loops.", noLoops: true as const }] },
  { name: "g", points: 5 },
];
const resultOf = (name: string, status: FunctionResult["status"] = "correct"): FunctionResult => ({
  ...{ name, status, points: 5, maxPoints: 5, followThrough: false, checks: [] },
});

/** The messages of the remarks on f and g, for a notebook of these cells. */
function remarksOn(...sources: string[]): string[] {
  const cells = sources.map((source, i) => ({ number: i + 1, source }));
  const results = withRemarks([resultOf("f"), resultOf("g")], functions, extract(cells, ["f", "g"]));
  return results.flatMap(({ remarks = [] }) => remarks.map(({ message }) => message));
}

describe("A function that must not loop", () => {
  test("is told where its first loop is, and how many more there are", () => {
    expect(remarksOn("1;", "\n/** Doc. */\nexport function f() {\n  for (;;) g();\n  while (1);\n}")).toEqual([
      "It loops. (`for` in code cell 2, line 4, and 1 more)",
    ]);
  });

  test("cannot hide one in a helper, or in a helper's helper", () => {
    const helpers = "const k = (xs: any) =>\n  xs.map(String);\nconst h = (xs: any) => k(xs);";
    expect(remarksOn(helpers, "const f = (xs: any) => h(xs);")).toEqual([
      "It loops. (`.map(…)` in code cell 1, line 2)",
    ]);
  });

  test("nor in a class", () => {
    const tools = "class Tools {\n  static sum(xs: any) {\n    for (const x of xs) x;\n  }\n}";
    expect(remarksOn(tools, "const f = (xs: any) => Tools.sum(xs);")).toEqual([
      "It loops. (`for` in code cell 1, line 3)",
    ]);
  });

  test("is not blamed for another graded function, or for a helper that only that one uses", () => {
    const others = "const h = () => { for (;;); }; const g = () => { while (1) h(); };";
    expect(remarksOn(others, "const f = () => g();")).toEqual([]);
  });

  test("is not blamed for code that it does not reach, or that was replaced later", () => {
    expect(remarksOn("const h = () => { for (;;); };", "const f = () => { for (;;); };", "const f = () => 1;")).toEqual(
      [],
    );
  });

  test("is left alone while it is not written", () => {
    const extraction = extract([{ number: 1, source: "const f = () => { for (;;); };" }], ["f"]);
    expect(withRemarks([resultOf("f", "not-implemented")], functions, extraction)[0].remarks).toBeUndefined();
  });
});

describe("In the course", () => {
  const looping = `
    function propagate(w: any, b: any, X: any, Y: any) {
      const m = X.shape[1];
      let [db, cost] = [0, 0];
      let dw = np.zerosLike(w);
      for (let j = 0; j < m; j++) {
        const x = X.slice(":", \`\${j}:\${j + 1}\`);
        const a = sigmoid(np.add(np.dot(w.T, x), b)).at(0, 0);
        cost -= Y.at(0, j) * Math.log(a) + (1 - Y.at(0, j)) * Math.log(1 - a);
        db += a - Y.at(0, j);
        dw = np.add(dw, np.multiply(x, a - Y.at(0, j)));
      }
      return { grads: { dw: np.divide(dw, m), db: db / m }, cost: cost / m };
    }`;

  test("propagate with a loop over examples gets all its points, and a remark", async () => {
    const grader = await createGrader("logistic-regression", { seed: 5, cache: true });
    const solved = await buildNotebook(assignments[0], "solutions");
    // The second has the same code some lines further down: it is not run again, but its place is its own.
    for (const [above, place] of [
      ["", "line 6)"],
      ["\n\n", "line 8)"],
    ]) {
      const notebook = JSON.parse(solved);
      const source = above + looping;
      notebook.cells.push({ cell_type: "code", metadata: {}, source, outputs: [], execution_count: null });
      const { score, functions: results } = await grader.grade(JSON.stringify(notebook));
      const remarks = results.flatMap(({ name, remarks = [] }) => remarks.map((remark) => ({ name, ...remark })));
      const message = expect.stringMatching(/^It loops over examples .* \(`for` in code cell \d+, /);
      expect({ score, remarks }).toEqual({
        score: 100,
        remarks: [{ name: "propagate", id: "propagate.vectorized", message }],
      });
      expect(remarks[0].message).toContain(place);
    }
  });

  test("the reference breaks no rule of any assignment", async () => {
    const ruled = assignments.filter((assignment) => assignment.functions.some(({ rules }) => rules));
    expect(ruled.length).toBeGreaterThan(0);
    for (const assignment of ruled) {
      const { functions: graded } = assignment;
      const { cells } = JSON.parse(await buildNotebook(assignment, "solutions"));
      const sources = cells.filter((cell: { cell_type: string }) => cell.cell_type === "code");
      const code = sources.map(({ source }: { source: string | string[] }, i: number) => ({
        ...{ number: i + 1, source: [source].flat().join("") },
      }));
      const names = graded.map(({ name }) => name);
      const results = withRemarks(
        names.map((name) => resultOf(name)),
        graded,
        extract(code, names),
      );
      expect(results.flatMap(({ remarks = [] }) => remarks)).toEqual([]);
    }
  });
});
