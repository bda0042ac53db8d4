import { Script } from "node:vm";
import { describe, expect, test } from "vitest";
import { extract } from "../../../../graders/extract/parse/extract";
import { inWords } from "../../inWords";

const cellsOf = (...sources: string[]) => sources.map((source, i) => ({ number: i + 1, source }));

/** The JavaScript for `f`, without the wrapper, empty lines and the blanks that replace types. */
function bodyOf(...sources: string[]): string[] {
  const program = extract(cellsOf(...sources), ["f", "g"]).program(["f"]);
  return program
    .split("\n")
    .slice(2, -1)
    .map((line) => line.trim().replace(/ +/g, " ").replaceAll(" )", ")"))
    .filter((line) => line !== "");
}

describe("What is taken along", () => {
  test.each<[string, string[], string[]]>([
    ["types are dropped", ["function f(a: number): void {}"], ["function f(a) {}", "return { f };"]],
    [
      "the last declaration of a name counts",
      ["const f = () => 1;", "const f = () => 2;"],
      ["const f = () => 2;", "return { f };"],
    ],
    [
      "a helper from another cell comes along",
      ["const two = 2;", "const f = () => two;"],
      ["const two = 2;", "const f = () => two;", "return { f };"],
    ],
    [
      "declarations keep their order",
      ["const f = () => h();", "const h = () => k;", "const k = 1;"],
      ["const f = () => h();", "const h = () => k;", "const k = 1;", "return { f };"],
    ],
    [
      "a parameter is no use of a global",
      ["const w = train();", "const f = (w: number) => w;"],
      ["const f = (w) => w;", "return { f };"],
    ],
    [
      "a local variable is no use of a global",
      ["const cost = boom();", "function f() { const cost = 1; return { cost }; }"],
      ["function f() { const cost = 1; return { cost }; }", "return { f };"],
    ],
    [
      "a property name is no use of a global",
      ["const data = boom();", "const f = (a: any) => a.data;"],
      ["const f = (a) => a.data;", "return { f };"],
    ],
    [
      "a shorthand property is a use",
      ["const data = 1;", "const f = () => ({ data });"],
      ["const data = 1;", "const f = () => ({ data });", "return { f };"],
    ],
    [
      "a default argument is a use",
      ["const rate = 1;", "const f = (a = rate) => a;"],
      ["const rate = 1;", "const f = (a = rate) => a;", "return { f };"],
    ],
    [
      "a base class is a use",
      ["class A {}", "class f extends A {}"],
      ["class A {}", "class f extends A {}", "return { f };"],
    ],
    ["a type is no use", ["class A {}", "function f(a?: A) {}"], ["function f(a) {}", "return { f };"]],
    [
      "one variable of a list is enough",
      ["const a = 1, b = boom();", "const f = () => a;"],
      ["const a = 1;", "const f = () => a;", "return { f };"],
    ],
    [
      "destructuring comes as a whole",
      ["const { a, b: [c] } = { a: 1, b: [2] };", "const f = () => c;"],
      ["const { a, b: [c] } = { a: 1, b: [2] };", "const f = () => c;", "return { f };"],
    ],
    ["a later assignment counts", ["let f = () => 1;", "f = () => 2;"], ["let f = () => 2;", "return { f };"]],
    [
      "an import gives what it names",
      ['import { np as n } from "nablab";', "const f = () => n;"],
      ['const n = $nablab["np"];', "const f = () => n;", "return { f };"],
    ],
    ["export is taken off", ["export default function f() {}"], ["function f() {}", "return { f };"]],
    [
      "calls between functions are not run",
      ["const f = () => 1; while (true) {}", "boom();"],
      ["const f = () => 1;", "return { f };"],
    ],
    [
      "overloads leave their implementation",
      ["function f(a: 1): 1;\nfunction f(a: 2): 2;\nfunction f(a: any) { return a; }"],
      ["function f(a) { return a; }", "return { f };"],
    ],
    [
      "an import that nothing graded uses is left behind",
      ['import fs from "fs";', "const f = () => 1;"],
      ["const f = () => 1;", "return { f };"],
    ],
    ["a magic line does not matter", ["%%time\nconst f = () => 1;"], ["const f = () => 1;", "return { f };"]],
    [
      "a broken experiment does not matter",
      ["const x = (;", "const f = () => 1;"],
      ["const f = () => 1;", "return { f };"],
    ],
  ])("%s", (_, sources, expected) => {
    expect(bodyOf(...sources)).toEqual(expected);
  });

  test.each<[string, string[], string]>([
    ["an enum", ["enum E { A = 7 }", "const f = (): number => E.A;"], "7"],
    [
      "a parameter property",
      ["class A { constructor(private x: number) {} y() { return this.x; } }", "const f = () => new A(7).y();"],
      "7",
    ],
    ["a type in angle brackets", ["const f = () => <number>7;"], "7"],
    [
      "a decorator",
      [
        "const double = (m: () => number) => () => 2 * m(); class A { @double m() { return 3; } }",
        "const f = () => new A().m();",
      ],
      "6",
    ],
  ])("%s is compiled, as leaving types out is not enough", (_, sources, returned) => {
    const program = new Script(extract(cellsOf(...sources), ["f"]).program(["f"]));
    expect(String(program.runInThisContext()().f())).toBe(returned);
  });

  test("code that waits at its top level is put into an async function", () => {
    expect(extract(cellsOf("const k = await 1;", "const f = () => k;"), ["f"]).program(["f"])).toMatch(
      /^\(async function/,
    );
    expect(extract(cellsOf("const f = async () => await 1;"), ["f"]).program(["f"])).toMatch(/^\(function/);
  });

  test("a stand-in takes the place of another graded function and of what only that one uses", () => {
    const extraction = extract(cellsOf("const k = boom();", "const g = () => k;", "const f = () => g();"), ["f", "g"]);
    expect(extraction.calls("f")).toEqual(["g"]);
    const program = extraction.program(["f"], ["g"]);
    expect(program).toContain("const g = $standIns.g;");
    expect(program).not.toContain("boom");
  });
});

describe("What cannot be graded, and the line that says so", () => {
  test.each<[string, string[], string]>([
    [
      "a syntax error in a graded function",
      ["const a = 1;", "function f() {\n  return (1;\n}"],
      "syntax error in code cell 2, line 2: ')' expected, near `return (1;`",
    ],
    [
      "a syntax error in a helper",
      ["const h = (;", "const f = () => h;"],
      "syntax error in code cell 1, line 1: Expression expected, near `const h = (;`",
    ],
    [
      "a graded function that got lost in a syntax error",
      ["functoin f() { }}", "const h = 1;"],
      "syntax error in code cell 1, line 1",
    ],
    [
      "a name declared twice in a function",
      ["function f() { let a; let a; }"],
      "syntax error in the declaration at code cell 1, line 1: Identifier 'a' has already been declared",
    ],
    [
      "an import of something else",
      ['import fs from "fs";', "const f = () => fs;"],
      'imports "fs" in code cell 1, line 1; graded code may import "nablab" only',
    ],
    [
      "a call of require",
      ['const f = () => require("child_process");'],
      'imports "child_process" in code cell 1, line 1',
    ],
    ["a dynamic import", ['const f = () => import("node:fs");'], 'imports "import(node:fs)" in code cell 1, line 1'],
    ["none of the functions", ["const x = 1;"], "defines none of the graded functions (f, g)"],
    [
      "too much nesting",
      [`const f = ${"(".repeat(50_000)}1${")".repeat(50_000)};`],
      "holds code that is nested too deeply to be read",
    ],
    [
      "too much code",
      [`const f = "${"x".repeat(2 ** 19)}";`],
      "holds 524301 characters of code; at most 524288 are read",
    ],
  ])("%s", (_, sources, message) => {
    expect(() => extract(cellsOf(...sources), ["f", "g"])).toThrow(message);
  });

  test("a later declaration that is right makes up for a broken one", () => {
    expect(bodyOf("const f = () => (1;", "const f = () => 2;")).toEqual(["const f = () => 2;", "return { f };"]);
  });

  test("a statement that must not run costs nothing", () => {
    const extraction = extract(cellsOf("const s: any = {}; const f = () => s;", 's.fs = require("fs"); s.one = 1;'), [
      "f",
    ]);
    expect(extraction.faultIn(["f"])).toBe(null);
    expect(extraction.faultyStatements(["f"]).map(({ place }) => place)).toEqual([{ cell: 2, line: 1 }]);
    expect(extraction.program(["f"])).toContain("s.one = 1;");
    expect(extraction.program(["f"])).not.toContain("require(");
  });

  test("of a script, the statements around a syntax error are read", () => {
    const script = "const k = 1;\nconst x = (;\nfunction f() { return k; }\nfunction g() { return x; }";
    const extraction = extract([{ number: null, source: script }], ["f", "g"]);
    expect(extraction.faultIn(["f"])).toBe(null);
    expect(inWords(extraction.faultIn(["g"]))).toContain("syntax error in line 2");
  });

  test("lines of a script are numbered without a cell", () => {
    const script = [{ number: null, source: "\nconst f = (;" }];
    expect(() => extract(script, ["f"])).toThrow("syntax error in line 2: Expression expected");
  });
});

test.each([8800, 20_000])("a chain of %i constants is put into order", (length) => {
  const chain = Array.from({ length }, (_, i) => `const c${i} = ${i === 0 ? "7" : `c${i - 1}`};`).reverse();
  const source = [`const f = () => c${length - 1};`, "const g = () => f();", ...chain].join("\n");
  const extraction = extract([{ number: null, source }], ["f", "g"]);
  expect(extraction.calls("g")).toEqual(["f"]);
  expect(extraction.ownUnits("f").length).toBe(length + 1);
  expect(new Script(extraction.program(["f", "g"], [], true)).runInThisContext()().g()).toBe(7);
});
