import { describe, expect, test } from "vitest";
import { migrate } from "../../../../graders/authoring/migrate/migrate";
import { cell, migrateFixture, migrateText, notebookOf } from "./migrateFixture";

const solution = { schema_version: 3, grade: false, solution: true, locked: false, grade_id: "s" };
const tests = (points: unknown) => ({
  schema_version: 3,
  grade: true,
  solution: false,
  locked: true,
  grade_id: "t",
  points,
});
const written = { schema_version: 3, grade: true, solution: true, locked: false, grade_id: "w", points: 2 };

function functionsOf(files: Record<string, string>): string[] {
  return Array.from(files["assignment.ts"].matchAll(/^ {4}\{ (name: .*) \},$/gm), ([, fields]) => fields);
}

describe("points of nbgrader's test cells", () => {
  const f = cell("code", "def f():\n    return 1\n", solution);
  const g = cell("code", "def g():\n    return f()\n", { ...solution, grade_id: "s2" });

  test("go to the function before them", () => {
    const files = migrateText(
      notebookOf(f, cell("code", "assert f()", tests(3)), g, cell("code", "assert 1", tests(0.5))),
    );
    expect(functionsOf(files)).toEqual(['name: "f", points: 3', 'name: "g", points: 0.5, uses: ["f"]']);
  });

  test("are shared by the functions since the tests before, or go to those that the test calls", () => {
    const files = migrateText(notebookOf(f, g, cell("code", "assert 1", tests(3)), cell("code", "g()", tests(1))));
    expect(functionsOf(files)).toEqual(['name: "f", points: 1.5', 'name: "g", points: 2.5, uses: ["f"]']);
  });

  test("may be text, as before the first schema, and are none where they are nonsense", () => {
    const cells = ["2", "", "many", -1, null].map((points) => cell("code", "f()", tests(points)));
    expect(functionsOf(migrateText(notebookOf(f, ...cells)))).toEqual(['name: "f", points: 2']);
  });

  test("of answers that a person reads are for no function, and the report says so", () => {
    const files = migrateText(notebookOf(f, cell("code", "f()", tests(3)), cell("markdown", "My answer", written)));
    expect(files["MIGRATION.md"]).toContain("2 points more belong to what is no function");
    expect(files["staff/manual.md"]).toContain("My answer");
    expect(files["notebook.ts"]).not.toContain("My answer");
  });
});

describe("points of otter-grader's questions", () => {
  const question = (points: string, ...test: string[]) => {
    const raw = (text: string) => cell("raw", text);
    return functionsOf(
      migrateText(
        notebookOf(
          raw(`# BEGIN QUESTION\nname: q1\n${points}`),
          ...[raw("# BEGIN SOLUTION"), cell("code", "def f():\n    return 1 # SOLUTION"), raw("# END SOLUTION")],
          ...[raw("# BEGIN TESTS"), ...test.map((text) => cell("code", text)), raw("# END TESTS")],
          raw("# END QUESTION"),
        ),
      ),
    );
  };
  const withPoints = (points: number) => `""" # BEGIN TEST CONFIG\npoints: ${points}\n""" # END TEST CONFIG\nf()`;

  test.each([
    ["are those of the question", "points: 4", ["f()", "f()"], 4],
    ["are 1 where nobody names any", "", ["f()"], 1],
    ["are those that the tests name, and nothing for the others", "", [withPoints(2), "f()", withPoints(3)], 5],
    ["may be named for each test", "points:\n  each: 2", ["f()", "f()", "f()"], 6],
    ["may be a list", "points:\n  - 1\n  - 0.5", ["f()", "f()"], 1.5],
    ["are shared out over the tests that name none", "points: 6", [withPoints(2), "f()", "f()"], 6],
    ["stand in settings that are no YAML for nothing", "points: [", ["f()"], 1],
  ])("%s", (_, points, cells, expected) => {
    expect(question(points, ...cells)).toEqual([`name: "f", points: ${expected}`]);
  });
});

describe("graded functions", () => {
  const graded = (source: string, metadata: object = solution) =>
    functionsOf(migrateText(notebookOf(cell("code", source, metadata))));

  test("are those with a solution in them, where a cell marks any", () => {
    const helper = "def helper():\n    return 1\n\n";
    expect(graded(`${helper}def f():\n    ### BEGIN SOLUTION\n    return 2\n    ### END SOLUTION\n`)).toHaveLength(1);
    expect(graded(`${helper}def f():\n    # YOUR CODE HERE\n    raise NotImplementedError()\n`)).toHaveLength(1);
    expect(graded(`${helper}def f():\n    return 2\n`)).toHaveLength(2);
  });

  test("are those that a course's comment names", () => {
    const source = "# GRADED FUNCTION: f, h\ndef f():\n    return 1\ndef g():\n    return 2\ndef h():\n    return 3\n";
    const files = migrateText(notebookOf(cell("code", source)));
    expect(functionsOf(files)).toEqual(['name: "f", points: 0', 'name: "h", points: 0']);
    expect(files["notebook.ts"]).not.toContain("return 1");
  });

  test("count once: the last definition", () => {
    const twice = ["1", "2"].map((value) => cell("code", `def f():\n    return ${value}\n`, solution));
    const files = migrateText(notebookOf(...twice));
    expect(files["notebook.ts"].match(/\[graded\] f/g)).toHaveLength(1);
    expect(files["staff/solution.ts"]).toContain("//     return 2");
    expect(files["MIGRATION.md"]).toContain("`f` is defined again in a later cell, which counts");
  });

  test("may be none at all: then the text comes over, and the summary says what is missing", () => {
    const text = notebookOf(
      cell("markdown", "# Question"),
      cell("code", "x = 1", solution),
      cell("code", "assert x", tests(1)),
    );
    const { files, summary } = migrate(text, { fileName: "a.ipynb", slug: "a", number: 1 });
    expect(summary).toContain("no solution cell defines a function, and nablab grades functions only");
    const contents = Object.fromEntries(files.map(({ path, content }) => [path, content]));
    expect(contents["notebook.ts"]).toContain("// # Question");
    expect(contents["assignment.ts"]).toContain("functions: [],");
    expect(contents["checks.ts"]).toContain("// TODO: these tests are of no function.");
  });

  test("do not take names that the generated files import", () => {
    expect(graded("def check(np):\n    return np\n")).toEqual(['name: "check2", points: 0']);
  });

  test("show their documentation to learners, unless it was a part of the solution", () => {
    const open = 'def f():\n    """Seen."""\n    return 1 # SOLUTION\n';
    const secret = 'def g():\n    ### BEGIN SOLUTION\n    """Not seen."""\n    return 1\n    ### END SOLUTION\n';
    const files = migrateText(notebookOf(cell("code", open + secret, solution)));
    expect(files["staff/solution.ts"]).toContain("/**\n * Seen.\n */\nexport function f");
    expect(files["staff/solution.ts"]).toContain('//     """Not seen."""\n');
    expect(files["staff/solution.ts"]).toContain("/**\n * TODO: say what g does");
  });

  test("that wait in Python may return a promise", () => {
    const files = migrateText(notebookOf(cell("code", "async def f(n: int) -> float:\n    return 1\n", solution)));
    expect(functionsOf(files)).toEqual(['name: "f", points: 0, async: true']);
    expect(files["staff/solution.ts"]).toContain("export async function f(n: number): Promise<number> {");
  });
});

test("otter-grader's format v0 has its questions in fences within markdown", () => {
  const files = migrateText(
    notebookOf(
      cell("markdown", "```\nBEGIN ASSIGNMENT\ninit_cell: false\n```"),
      cell("markdown", "**1.** Square it.\n\n```\nBEGIN QUESTION\nname: q1\npoints: 2\n```"),
      cell("code", "def square(x):\n    return x ** 2 # SOLUTION"),
      cell("code", "# TEST\nsquare(1) == 1"),
      cell("code", "## Hidden Test ##\nsquare(2.5) == 6.25"),
      cell("code", "square(3)"),
      cell("markdown", "**2.** Why?\n\n```\nBEGIN QUESTION\nname: q2\nmanual: true\n```"),
      cell("markdown", "**SOLUTION:** so that it is never negative"),
    ),
  );
  expect(functionsOf(files)).toEqual(['name: "square", points: 2']);
  expect(files["checks.ts"]).toContain("square(1) == 1");
  expect(files["checks.ts"]).not.toContain("6.25");
  expect(files["staff/hidden-checks.ts"]).toContain("6.25");
  expect(files["notebook.ts"]).toContain("// **1.** Square it.\n\n");
  expect(files["notebook.ts"]).not.toMatch(/BEGIN QUESTION|never negative/);
});

test("parameters keep their defaults, and the types that they tell", () => {
  const solutionText = migrateFixture("smoothing-nbgrader-v3")["staff/solution.ts"];
  expect(solutionText).toContain("export function movingAverage(values: Value, windowSize = 3): Value {");
  expect(solutionText).toContain("// TODO: the default of using is np.max.");
  const files = migrateText(
    notebookOf(
      cell(
        "code",
        "def f(a: np.ndarray, default=-1.5, *rest, b='x', c=[1, (2, None)], d=True, **more):\n    return 1\n",
        solution,
      ),
    ),
  );
  const lines = ["a: NDArray,", "default_ = -1.5,", 'b = "x",', "c: Value = [1, [2, null]],", "d = true,"];
  const written = files["staff/solution.ts"].split("\n").map((line) => line.trim());
  const start = written.indexOf("export function f(") + 1;
  expect(written.slice(start, start + 8)).toEqual([...lines, "more: Value = {},", "...rest: Value[]", "): Value {"]);
});
