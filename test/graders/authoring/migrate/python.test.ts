import { describe, expect, test } from "vitest";
import { findImports } from "../../../../graders/authoring/migrate/python/findImports";
import { isSetup } from "../../../../graders/authoring/migrate/python/isSetup";
import { literalCalls } from "../../../../graders/authoring/migrate/python/literalCalls";
import { answerFor, numpyUses } from "../../../../graders/authoring/migrate/python/numpyUses";
import { parsePython } from "../../../../graders/authoring/migrate/python/PythonCode";
import { findFunctions } from "../../../../graders/authoring/migrate/python/PythonFunction";

const functionsIn = (source: string) => findFunctions(parsePython(source));

describe("findFunctions", () => {
  test("finds those at the top level, with decorators, and neither methods nor inner ones", () => {
    const source =
      "@cache\ndef f():\n    def inner():\n        pass\n\nclass C:\n    def method(self): pass\n\nasync def g(): pass\n";
    const found = functionsIn(source).map(({ name, decorated, isAsync, lines }) => [name, decorated, isAsync, lines]);
    expect(found).toEqual([
      ["f", true, false, [1, 4]],
      ["g", false, true, [9, 9]],
    ]);
  });

  test("reads parameters with annotations and defaults", () => {
    const [{ parameters }] = functionsIn("def f(a, b: int = 3, *c, d=-1.5e3, e=g(1), **h): pass");
    expect(
      parameters.map(({ name, kind, annotation, fallback, literal }) => [name, kind, annotation, fallback, literal]),
    ).toEqual([
      ["a", "plain", null, null, null],
      ["b", "plain", "int", "3", "3"],
      ["c", "rest", null, null, null],
      ["d", "plain", null, "-1.5e3", "-1500"],
      ["e", "plain", null, "g(1)", null],
      ["h", "keywords", null, null, null],
    ]);
  });

  test.each([
    ["True", "true"],
    ["None", "null"],
    ["1_000", "1000"],
    ["0x10", "16"],
    ["'it'", '"it"'],
    ["'a\"b'", '"a\\"b"'],
    ["[1, 'x', (2, None)]", '[1, "x", [2, null]]'],
    ["()", "[]"],
    ["{}", "{}"],
    ["1e999", null],
    ["3j", null],
    ["'\\n'", null],
    ["f'{x}'", null],
    ["{'a': 1}", null],
    ["not True", null],
    ["[x for x in y]", null],
  ])("the default %s is %s in TypeScript", (python, typescript) => {
    expect(functionsIn(`def f(a=${python}, b=1): pass`)[0].parameters[0].literal).toBe(typescript);
  });

  test("does not follow a default into any depth", () => {
    const source = `def f(a=${"[".repeat(1000)}${"]".repeat(1000)}): pass`;
    expect(functionsIn(source)[0].parameters[0].literal).toBeNull();
  });

  test("takes the indentation off the documentation, and knows where it stands", () => {
    const source =
      'def f():\n    """First.\n\n    Second:\n      deeper.\n    """\n    # BEGIN SOLUTION\n    return 1\n    # END SOLUTION\n\nx = 1\n';
    const [{ docstring, lines }] = functionsIn(source);
    expect(docstring).toEqual({ text: "First.\n\nSecond:\n  deeper.", lines: [2, 6] });
    expect(lines).toEqual([1, 9]);
  });

  test("finds functions around lines that are no Python", () => {
    const source = "%%time\n!ls\ndef f(a):\n    return a +\n\n)))\ndef g(b): return b\n";
    expect(functionsIn(source).map(({ name }) => name)).toEqual(["f", "g"]);
  });

  test("tells generators from functions", () => {
    expect(
      functionsIn("def f():\n    yield 1\ndef g():\n    return 1\n").map(({ isGenerator }) => isGenerator),
    ).toEqual([true, false]);
  });
});

test("findImports reads every form", () => {
  const source = "import a.b, c as d\nfrom e.f import (g as h, i)\nfrom . import j\nfrom k import *\n";
  expect(findImports(parsePython(source))).toEqual([
    { module: "a.b", name: null, alias: "a" },
    { module: "c", name: null, alias: "d" },
    { module: "e.f", name: "g", alias: "h" },
    { module: "e.f", name: "i", alias: "i" },
    { module: ".", name: "j", alias: "j" },
    { module: "k", name: "*", alias: "*" },
  ]);
});

test("numpyUses follows what NumPy and its modules are called", () => {
  const source =
    "import numpy as np\nfrom numpy import linalg as la, dot\nimport numpy.random as r\nnp.random.randn(2).shape\nla.norm(dot(x, y.T))\nr.seed(1)\nother.norm(1)\n";
  const code = parsePython(source);
  expect(numpyUses(code, findImports(code))).toEqual([
    { path: "random.randn", line: 4 },
    { path: "linalg.norm", line: 5 },
    { path: "dot", line: 5 },
    { path: "random.seed", line: 6 },
  ]);
});

test.each([
  ["expand_dims", "expandDims"],
  ["random.randn", "random.randn"],
  ["linalg.norm", "linalg.norm"],
  ["pi", "pi"],
  ["convolve", null],
  ["linalg.svd", "linalg.svd"],
  ["linalg.qr", null],
  ["c_", "c_"],
  ["add.reduce", null],
  ["random.nothing.more", null],
])("what answers to np.%s is %s", (python, answer) => {
  expect(answerFor(python)).toBe(answer);
});

test("literalCalls finds calls with arguments that are written out", () => {
  const source =
    "assert f(1) == 2\nnp.allclose(f([1, 2], (3, -1), 'a'), f(np.array([[1, 2]]), True))\nf(x)\nf(a=1)\nf(*[1])\ng(f())\nf(1)\nf(f(2))\nm.f(3)\n";
  expect(literalCalls(parsePython(source), "f")).toEqual([
    ...["[1]", '[[1, 2], [3, -1], "a"]', "[np.array([[1, 2]]), true]", "[]", "[2]"],
  ]);
});

test.each([
  ["import numpy as np\n%matplotlib inline\n# a comment\n", true],
  ["import otter\ngrader = otter.Notebook()\ngrader.check('q1')", true],
  ["...", true],
  ["x = 1", false],
  ["import numpy as np\nnp.random.seed(1)", false],
])("%j is nothing but setting up: %s", (source, expected) => {
  expect(isSetup(source)).toBe(expected);
});
