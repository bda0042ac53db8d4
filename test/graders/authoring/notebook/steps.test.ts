import { describe, expect, test } from "vitest";
import { dropMarkers } from "../../../../graders/authoring/notebook/dropMarkers";
import { nameCells } from "../../../../graders/authoring/notebook/nameCells";
import { parsePercent } from "../../../../graders/authoring/notebook/parsePercent";
import { pullInGraded } from "../../../../graders/authoring/notebook/pullInGraded";
import { stripSolutions } from "../../../../graders/authoring/notebook/stripSolutions";
import { toNotebook } from "../../../../graders/authoring/notebook/toNotebook";
import { useTslabFirst } from "../../../../graders/authoring/notebook/useTslabFirst";
import { writeOutShorthand } from "../../../../graders/authoring/notebook/writeOutShorthand";

const script = `// The lesson.

// %% [markdown]
// # Title
//
// Text with $\\sigma$.

// %%
import { np } from "nablab";

np.zeros(3);

// %% [graded] half

// %% [markdown]
// No heading here.
`;

const solution = `import { np } from "x";

/** Half of x. */
export function half(x: number): number;
export function half(x: string): string;
export function half(x: number | string) {
  const two = 2;
  // BEGIN SOLUTION
  return Number(x) / two;
  // END SOLUTION
}

export function other() {}
`;

const starter = `/** Half of x. */
function half(x: number): number;
function half(x: string): string;
function half(x: number | string) {
  const two = 2;
  // YOUR CODE HERE
  throw new NotImplemented("half");
}`;

describe("parsePercent", () => {
  test("reads markdown, code and graded cells, and skips the header", () => {
    expect(parsePercent(script)).toEqual([
      { type: "markdown", source: "# Title\n\nText with $\\sigma$." },
      { type: "code", source: 'import { np } from "nablab";\n\nnp.zeros(3);' },
      { type: "code", source: "", graded: "half" },
      { type: "markdown", source: "No heading here." },
    ]);
  });

  test("a folded cell opens with its code out of sight", () => {
    const cells = nameCells(parsePercent("// %% [folded]\nlong();\n// %%\nshort();\n"));
    const { cells: made } = JSON.parse(toNotebook(cells, "any"));
    expect(made.map(({ metadata }: { metadata: object }) => metadata)).toEqual([
      { jupyter: { source_hidden: true } },
      {},
    ]);
  });

  test("Windows line ends make no difference", () => {
    expect(parsePercent(script.replaceAll("\n", "\r\n"))).toEqual(parsePercent(script));
  });

  test.each([
    ["line 1: expected // %%", "// %% [mardown]\n"],
    ["line 1: only a graded cell has a name", "// %% [graded]\n"],
    ["line 1: only a graded cell has a name", "// %% [markdown] intro\n"],
    ["line 2: a line of a markdown cell starts with //", "// %% [markdown]\nplain text"],
    ["line 2: the cell of f is filled in from staff/solution.ts", "// %% [graded] f\nfunction f() {}"],
  ])("%s", (message, text) => {
    expect(() => parsePercent(text)).toThrow(message);
  });
});

describe("graded cells", () => {
  const [pulled] = pullInGraded(solution)([{ type: "code", source: "", graded: "half" }]);

  test("hold the documentation, the overloads and the body, not exported", () => {
    expect(pulled.source).toBe(
      solution.slice(solution.indexOf("/**"), solution.indexOf("}\n") + 1).replaceAll("export ", ""),
    );
  });

  test("lose the solution and nothing else in the starter", () => {
    expect(stripSolutions([pulled])[0].source).toBe(starter);
  });

  test("lose the markers and nothing else in the notebook with solutions", () => {
    expect(dropMarkers([pulled])[0].source).toBe(pulled.source.replace(/ {2}\/\/ (BEGIN|END) SOLUTION\n/g, ""));
  });

  test("name a function that the solution has", () => {
    expect(() => pullInGraded(solution)([{ type: "code", source: "", graded: "third" }])).toThrow("no function third");
  });

  test("have a solution region, and every region ends", () => {
    const strip = (source: string) => stripSolutions([{ type: "code", source, graded: "f" }]);
    expect(() => strip("function f() {}")).toThrow("got 0");
    expect(() => strip(`${pulled.source}\n// BEGIN SOLUTION\n`)).toThrow("got 1 that end");
  });

  test("keep what stands between two regions, and throw in the first", () => {
    const lines = ["  let b = 1;", "  // BEGIN SOLUTION", "  b = 2;", "  // END SOLUTION", "  let c = b;"];
    const source = [...lines, "  // BEGIN SOLUTION", "  c = 3;", "  // END SOLUTION", "  return c;"].join("\n");
    expect(stripSolutions([{ type: "code", source, graded: "f" }])[0].source.split("\n")).toEqual([
      "  let b = 1;",
      "  // YOUR CODE HERE",
      '  throw new NotImplemented("f");',
      "  let c = b;",
      "  // YOUR CODE HERE",
      "  return c;",
    ]);
  });
});

describe("nameCells", () => {
  const ids = (cells: ReturnType<typeof parsePercent>) => nameCells(cells).map(({ id }) => id);

  test("ids come from headings and functions", () => {
    expect(ids(parsePercent(script))).toEqual(["title", "title-2", "graded-half", "title-3"]);
  });

  test("a new section leaves the ids of the others alone", () => {
    const longer = script.replace("// %%\nimport", "// %% [markdown]\n// ## New: ∇ & co.\n\n// %%\nimport");
    expect(ids(parsePercent(longer))).toEqual(["title", "new-co", "new-co-2", "graded-half", "new-co-3"]);
  });

  test("headings that are the same still give different ids, valid in a notebook", () => {
    const same = `// %% [markdown]\n// # ${"Long heading ".repeat(9)}\n`.repeat(3);
    const named = ids(parsePercent(same));
    expect(new Set(named).size).toBe(3);
    for (const id of named) expect(id).toMatch(/^[a-zA-Z0-9-_]{1,64}$/);
  });
});

describe("for tslab", () => {
  const codeOf = (source: string) => writeOutShorthand([{ type: "code", source }])[0].source;

  test.each([
    ["check({ f, g });", "check({ f: f, g: g });"],
    ["plot.line({ x, y: h({ x }) });", "plot.line({ x: x, y: h({ x: x }) });"],
    ["const { W1, b1 } = parameters;", "const { W1, b1 } = parameters;"],
    ["({ a = 1 } = b);", "({ a = 1 } = b);"],
    ["f({ ...rest, async, get });", "f({ ...rest, async: async, get: get });"],
  ])("%s becomes %s", (source, expected) => {
    expect(codeOf(source)).toBe(expected);
  });

  test("text keeps its braces, and the first code cell starts with tslab's display", () => {
    const [text, first, second] = useTslabFirst(
      writeOutShorthand([
        { type: "markdown", source: "`check({ f })`" },
        { type: "code", source: "1;" },
        { type: "code", source: "2;" },
      ]),
    );
    expect(text.source).toBe("`check({ f })`");
    expect(first.source).toMatch(/^import \* as tslab from "tslab";[\s\S]*useTslab\(tslab\);\n\n1;$/);
    expect(second.source).toBe("2;");
  });

  test("the notebook names its kernel", () => {
    expect(JSON.parse(toNotebook([], "x", "tslab")).metadata.kernelspec).toMatchObject({ name: "tslab" });
  });
});

test("toNotebook writes what Jupyter would save: sorted keys, lines, no outputs", () => {
  const text = toNotebook(nameCells(parsePercent(script)), "x");
  const notebook = JSON.parse(text);
  expect(notebook.metadata.nablab).toEqual({ assignment: "x" });
  expect(notebook.cells[1]).toEqual({
    cell_type: "code",
    execution_count: null,
    id: "title-2",
    metadata: {},
    outputs: [],
    source: ['import { np } from "nablab";\n', "\n", "np.zeros(3);"],
  });
  const sorted = JSON.stringify(
    notebook,
    (_key, value) => (value?.constructor === Object ? Object.fromEntries(Object.entries(value).sort()) : value),
    1,
  );
  expect(text).toBe(`${sorted}\n`);
});
