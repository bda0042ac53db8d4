import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { buildNotebook } from "../../../graders/authoring/notebook/buildNotebook";
import { folderOf } from "../../../graders/course/folderOf";
import { withRemarks } from "../../../graders/engine/judgeRules";
import type { FunctionResult } from "../../../graders/engine/results";
import { extract } from "../../../graders/extract/parse/extract";
import { createGrader } from "../../../graders/index";
import { assignments } from "../../../src/assignments";
import type { Assignment } from "../../../src/check/contract";
import { ownCourse } from "../../ownCourse";
import { alternativesIn } from "./alternativesIn";

const functions = [
  { name: "f", points: 5, rules: [{ id: "f.vectorized", message: "It loops.", loopDepth: 0 }] },
  { name: "g", points: 5 },
];
const resultOf = (name: string, status: FunctionResult["status"] = "correct"): FunctionResult => ({
  name,
  status,
  points: 5,
  maxPoints: 5,
  followThrough: false,
  checks: [],
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

  test("cannot hide a loop over examples in a helper that it calls for each layer", () => {
    const rules = [{ id: "f.vectorized", message: "It loops.", loopDepth: 1 }];
    const depth1 = [{ name: "f", points: 5, rules }];
    const on = (source: string) =>
      withRemarks([resultOf("f")], depth1, extract([{ number: null, source }], ["f"]))[0].remarks?.length ?? 0;
    const helper = "const h = (xs: any) => { for (const x of xs) x; };";
    expect(on(`${helper} const f = (xs: any) => h(xs);`)).toBe(0);
    expect(on(`${helper} const f = (xs: any) => { for (const x of xs) h(x); };`)).toBe(1);
    expect(on(`${helper} const k = (xs: any) => h(xs); const f = (xs: any) => { while (xs) k(xs); };`)).toBe(1);
    expect(on("const f = (xs: any) => { for (const x of xs) for (const y of x) y; };")).toBe(1);
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

/** Alternatives that go through examples, entries or features one at a time: what the rules are about. */
const loopVersions = ["explicitLoops", "layerByLayer"];

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
    const solved = await buildNotebook(ownCourse, assignments[0], "solutions");
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

  const ruled = assignments.flatMap((assignment) =>
    assignment.functions.flatMap(({ name, rules = [] }) => rules.map((rule) => ({ assignment, name, ...rule }))),
  );

  test("every rule has an id of its own, which names its function", () => {
    for (const { assignment, name, id } of ruled) {
      expect(id).toMatch(new RegExp(`^${name}\\.`));
      expect(ruled.filter((other) => other.assignment === assignment && other.id === id)).toHaveLength(1);
    }
  });

  test.each(ruled)("$id of assignment $assignment.number notices a loop too many, and no fewer", (rule) => {
    const nested = (depth: number): string => `function ${rule.name}() { ${"for (;;) ".repeat(depth)}{} }`;
    expect(ruleIds(rule.assignment, nested(rule.loopDepth))).toEqual([]);
    expect(ruleIds(rule.assignment, nested(rule.loopDepth + 1))).toEqual([rule.id]);
  });

  test.each(assignments)("$slug: the reference and other solutions break no rule", async (assignment) => {
    const folder = join(folderOf(ownCourse, assignment), "staff");
    expect(ruleIds(assignment, readFileSync(join(folder, "solution.ts"), "utf8"))).toEqual([]);
    for (const { name, source } of alternativesIn(folder)) {
      if (!loopVersions.includes(name))
        expect({ name, broken: ruleIds(assignment, source) }).toEqual({ name, broken: [] });
    }
  });

  test.each<[number, string[]]>([
    [1, ["propagate"]],
    [2, ["forwardPropagation", "computeCost", "backwardPropagation"]],
    [3, ["linearForward", "linearActivationForward", "computeCost", "linearBackward", "linearActivationBackward"]],
    [4, ["normalizeInputs", "forwardPropagationWithDropout", "forwardPropagationN"]],
    [
      5,
      [
        "updateParametersWithGd",
        "randomMiniBatches",
        "updateParametersWithMomentum",
        "updateParametersWithRmsprop",
        "updateParametersWithAdam",
      ],
    ],
    [6, ["zeroPad", "convSingleStep", "createMaskFromWindow"]],
  ])("a solution of assignment %i with explicit loops is told about them", (number, names) => {
    const assignment = assignments[number - 1];
    const loops = alternativesIn(join(folderOf(ownCourse, assignment), "staff")).find(
      ({ name }) => name === "explicitLoops",
    );
    expect(ruleIds(assignment, loops?.source ?? "")).toEqual(names.map((name) => `${name}.vectorized`));
  });
});

/** Ids of the rules that a solution breaks. */
function ruleIds({ functions: graded }: Assignment, source: string): string[] {
  const names = graded.map(({ name }) => name);
  const extraction = extract([{ number: null, source: source.replace(/ from "[^"]+"/g, ' from "nablab"') }], names);
  const results = withRemarks(
    names.filter((name) => extraction.has(name)).map((name) => resultOf(name)),
    graded,
    extraction,
  );
  return results.flatMap(({ remarks = [] }) => remarks.map(({ id }) => id));
}
