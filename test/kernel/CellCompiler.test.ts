import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { beforeEach, describe, expect, it } from "vitest";
import { CellCompiler } from "../../src/kernel/compiler/CellCompiler";
import { complete } from "../../src/kernel/compiler/complete";
import { formatDiagnostics } from "../../src/kernel/compiler/formatDiagnostics";
import { inspect } from "../../src/kernel/compiler/inspect";
import { diskFiles } from "../../src/kernel/node/compiler/diskFiles";

const directory = path.resolve(__dirname, "../fixtures/kernel");
const shared = new CellCompiler(directory, diskFiles(directory));

/** Compiles a cell and makes its names visible; the messages of its errors otherwise. */
function cell(code: string): string[] {
  const compilation = shared.compile(code);
  if (!compilation.ok) return compilation.diagnostics.map(({ message, code: number }) => `TS${number}: ${message}`);
  shared.commit(compilation.cell);
  return [];
}

beforeEach(() => shared.reset());

describe("across cells", () => {
  it("checks a call against the types of the cell that declares the function", () => {
    expect(cell("function half(x: number) { return x / 2; }")).toEqual([]);
    expect(cell('half("4")')).toEqual([
      "TS2345: Argument of type 'string' is not assignable to parameter of type 'number'.",
    ]);
  });

  it("lets a variable be assigned anew, with its type", () => {
    cell("let rate = 0.1;");
    expect(cell("rate = 0.2;")).toEqual([]);
    expect(cell('rate = "fast";')).toEqual(["TS2322: Type 'string' is not assignable to type 'number'."]);
  });

  it("calls a constant a constant", () => {
    cell("const rate = 0.1;");
    expect(cell("rate = 0.2;")).toEqual(["TS2588: Cannot assign to 'rate' because it is a constant."]);
  });

  it("lets every name be declared again, with another type", () => {
    cell("const x = 1; class A { a = 1 }; function f() { return 1; } type T = number;");
    expect(cell('const x = "s"; class A { b = 1 }; function f() { return "s"; } type T = string;')).toEqual([]);
    expect(cell("const t: T = x + f(); new A().b;")).toEqual([]);
  });

  it("keeps classes generic, enums, interfaces, namespaces and what was imported", () => {
    cell('import { readFileSync as read } from "node:fs"; import * as path from "node:path";');
    cell("class Box<T> { constructor(readonly value: T) {} } enum Color { Red } interface P { x: number }");
    cell("namespace Geo { export const one = 1; }");
    const use = "const p: P = { x: new Box(3).value + Geo.one }; read; path.sep; Color.Red;";
    expect(cell(use)).toEqual([]);
    expect(cell('new Box("s").value * 2;')).toHaveLength(1);
  });

  it("takes declarations of every form", () => {
    const forms = [
      "export const shared = 1; export default 5;",
      "const { a, b: [c], ...rest } = { a: 1, b: [2], d: 3 }; var v = 1, w = 2;",
      "function over(x: number): number; function over(x: string): string; function over(x: unknown): unknown { return x; }",
      "abstract class Shape { abstract area(): number } async function later() {} function* many() { yield 1; }",
      "declare global { interface Number { half(): number } } declare function outside(x: number): void;",
      'import type { Stats } from "node:fs"; type Pair<T> = [T, T]; export type Id = string;',
      "using handle = { [Symbol.dispose]() {} };",
      "// nothing but a comment",
      "",
    ];
    for (const form of forms) expect(cell(form)).toEqual([]);
    const use =
      "a + c + rest.d + v + w + over(1) + shared; later(); [...many()]; const p: Pair<Id> = ['a', over('b')];";
    expect(cell(use)).toEqual([]);
    expect(cell("let s: Stats | undefined; class Square extends Shape { area() { return 1; } }")).toEqual([]);
    expect(cell("handle;")).toEqual(["TS2304: Cannot find name 'handle'."]);
  });

  it("accepts values that only later statements give a type", () => {
    expect(cell("let best; const costs = []; let last = null; best = 1; costs.push(1); last = 2;")).toEqual([]);
    expect(cell("costs.push(best + last);")).toEqual([]);
  });
});

describe("in a long notebook", () => {
  /** The files that TypeScript has read for a cell. */
  const filesFor = (code: string) => {
    const { service } = shared.open(code);
    return new Set(service.getProgram()!.getSourceFiles());
  };

  it("keeps types, whatever fails, is declared again or runs again in between", () => {
    cell(
      "let total: number = 0; const start = { at: 1 }; type Row = { a: number }; function first(): Row { return { a: 1 }; }",
    );
    for (let i = 1; i <= 40; i++) {
      expect(cell(`const v${i} = ${i > 1 ? `v${i - 1}` : "start"}; total += v${i}.at; first().a;`)).toEqual([]);
      if (i % 5 === 0) expect(cell(`const w${i}: string = v${i};`)).toHaveLength(1);
      if (i === 20) expect(cell("type Row = { b: string }; const start = 'now';")).toEqual([]);
      if (i % 7 === 0) cell("declare global { var counted: number; } 1 + 1;");
    }
    expect(cell("v40.at + first().a + total + counted;")).toEqual([]);
    expect(cell("const row: Row = first();")).toHaveLength(1);
    expect(cell("w5;")).toHaveLength(1);
  });

  it("reads again what has changed only: one cell, and nothing of the library or of packages", () => {
    cell('import { np } from "nablab"; let rate = 1; function half(x: number) { return x / 2; }');
    cell("half(np.zeros([2]).size); rate;");
    const before = filesFor("rate = half(3);");
    const after = filesFor("const other = half(rate);");
    expect(after.size).toBe(before.size);
    expect([...after].filter((file) => !before.has(file))).toHaveLength(1);
    cell("const other = half(rate);");
    const later = filesFor("other + 1;");
    expect(later.size).toBe(before.size);
    expect([...later].filter((file) => !after.has(file)).length).toBeLessThanOrEqual(2);
  });

  it("forgets an extension that a cell has replaced, also where other cells have used it", () => {
    cell("declare global { interface Number { as: string } var mode: string }");
    cell("const two = { as: (2).as, mode };");
    expect(cell("declare global { interface Number { as: number } var mode: string }")).toEqual([]);
    expect(cell("const three: number = (3).as; two.mode;")).toEqual([]);
  });
});

describe("a long declaration", () => {
  const rows = Array.from({ length: 500 }, (_, a) => `{ a: ${a}, b: "${a}" }`).join(", ");

  it.each([
    ["constant", `const table = [${rows}];`, "table[0].b.length", "table[0].c"],
    ["variable", `let table = [${rows}];`, "table = []; table.push({ a: 1, b: '1' });", "table = 5"],
    ["pattern", `const { first, rest } = { first: [${rows}], rest: 1 };`, "first[1].a + rest", "first[1].a.b"],
    [
      "function",
      `/** Doc. */ function f<T>(x: T) { return { x, rows: [${rows}] }; }`,
      "f(2).x + f(1).rows[0].a",
      "f(1).rows[0].q",
    ],
    ["class", `class Table<T> { rows = [${rows}]; t?: T; }`, "new Table<number>().rows[0].b", "new Table().q"],
    [
      "derived class",
      `class D extends (class { p = 1; }) { rows = [${rows}]; }`,
      "new D().p + new D().rows[0].a",
      "new D().q",
    ],
    [
      "overloaded function",
      `function g(x: number): number; function g(x: string): string; function g(x: any): any { void [${rows}]; return x; }`,
      "g(1) + 1",
      "g(true)",
    ],
  ])("is a type to later cells: a %s", (_, code, use, misuse) => {
    expect(cell(code)).toEqual([]);
    expect(cell(use)).toEqual([]);
    expect(cell(misuse)).toHaveLength(1);
    const { service } = shared.open(use);
    const read = service.getProgram()!.getSourceFiles();
    const lengths = read.filter(({ fileName }) => /__cell-\d+__/.test(fileName)).map(({ text }) => text.length);
    expect(Math.max(...lengths) < 1000).toBe(!code.includes("function g"));
  });

  it("keeps its documentation", () => {
    cell(`/** The table. */ const table = [${rows}];`);
    const found = inspect(shared, "table", 2)?.plain;
    expect(found).toContain("The table.");
    expect(found).toContain("const table: {");
  });
});

describe("checking", () => {
  it("keeps extensions of global types and of modules, until a cell extends them anew", () => {
    cell("declare global { interface Array<T> { last: T } var isVerbose: boolean }");
    expect(cell("const n: number = [1, 2].last; isVerbose = true;")).toEqual([]);
    expect(cell("declare global { interface Array<T> { last: () => T } var isVerbose: boolean }")).toEqual([]);
    expect(cell("const m: number = [1, 2].last();")).toEqual([]);
    cell('import "node:os"; declare module "node:os" { function mood(): string; }');
    expect(cell('import os from "node:os"; os.mood().length;')).toEqual([]);
  });

  it("is strict", () => {
    expect(cell("function f(x) { return x; }")).toEqual(["TS7006: Parameter 'x' implicitly has an 'any' type."]);
    expect(cell("const n: number = [1].find((x) => x > 1);")).toHaveLength(1);
  });

  it("knows what the pinned Node has", () => {
    expect(cell("[2, 1].toSorted(); Object.groupBy([1], () => 'a'); new Set([1]).union(new Set([2]));")).toEqual([]);
    expect(cell("console.log(process.version, Buffer.from('a')); await fetch;")).toEqual([]);
  });

  it("allows await outside functions, and only there", () => {
    const compilation = shared.compile("for await (const x of [1]) await x;");
    expect(compilation.ok && compilation.cell.hasTopLevelAwait).toBe(true);
    expect(cell("function f() { await 1; }")).toHaveLength(1);
  });

  it("reports an error in a file beside the notebook under that file's name", () => {
    const compilation = shared.compile('import { wrong } from "./wrong"; wrong;');
    const [diagnostic] = compilation.ok ? [] : compilation.diagnostics;
    expect(diagnostic).toMatchObject({ file: "wrong.ts", code: 2322, start: { line: 1 } });
  });

  it("shows place, code, message, the line and a caret", () => {
    const compilation = shared.compile('const a = 1;\n\tlet b: number = "x";');
    const { traceback, evalue } = formatDiagnostics(compilation.ok ? [] : compilation.diagnostics, "Cell [3]");
    expect(stripVTControlCharacters(traceback.join("\n"))).toBe(
      [
        "Cell [3], line 2: error TS2322: Type 'string' is not assignable to type 'number'.",
        "",
        '  2 | \tlet b: number = "x";',
        "    | \t    ^",
      ].join("\n"),
    );
    expect(evalue).toBe("TS2322: Type 'string' is not assignable to type 'number'. (Cell [3], line 2)");
  });
});

describe("completion", () => {
  it("offers members, earlier names and keywords, the fitting ones only, and says what they replace", () => {
    cell("const learningRate = 0.1;");
    const { items, start, end } = complete(shared, "const y = 2 * lear;", 18);
    expect({ items, start, end }).toEqual({ items: [{ text: "learningRate", type: "const" }], start: 14, end: 18 });
    expect(complete(shared, "Math.ab", 7).items.map(({ text }) => text)).toEqual(["abs"]);
  });

  it("knows the parts of the library, with their types", () => {
    cell('import * as tf from "nablab/tf"; const W = tf.ones([2, 3]);');
    expect(complete(shared, "tf.matM", 7).items.map(({ text }) => text)).toEqual(["matMul"]);
    expect(complete(shared, "W.logS", 6).items.map(({ text }) => text)).toEqual([
      "logSigmoid",
      "logSoftmax",
      "logSumExp",
    ]);
    expect(cell("const Z: tf.Tensor = tf.matMul(W, W, false, true);")).toEqual([]);
    expect(cell("tf.registerKernel")).toEqual([expect.stringContaining("TS2339")]);
  });

  it("offers the files beside the notebook in an import", () => {
    expect(complete(shared, 'import { x } from "./wr"', 23).items.map(({ text }) => text)).toEqual(["wrong"]);
  });
});

describe("documentation", () => {
  const declaration = "/** Halves.\n * @param x any number */\nfunction half(x: number) { return x / 2; }";

  it("shows signature, comment and parameters of a function from an earlier cell", () => {
    cell(declaration);
    const found = inspect(shared, "half(2)", 2);
    expect(found?.plain).toMatch(/^half\(x: number\): number\n\nHalves/);
    expect(found?.markdown).toContain("Halves.");
    expect(found?.markdown).toContain("*@param* `x` any number");
  });

  it("shows the function called, between its parentheses", () => {
    cell(declaration);
    expect(inspect(shared, "half()", 5)?.plain).toContain("Halves.");
  });

  it.each([
    ["z.exp()", "np.exp(z)", "`e ** a`, element by element"],
    ["z.sum(1, true)", "np.sum(z, 1, true)", "The sum of the elements"],
    ["z.argmax(0)", "np.argmax(z, 0)", "The position of the first largest element"],
    ["z.var()", "np.var(z)", "The variance"],
  ])("shows the same documentation for %s and %s", (method, call, beginning) => {
    expect(cell('import { np } from "nablab";\nconst z = np.zeros([2, 3]);')).toEqual([]);
    const [ofMethod, ofFunction] = [method, call].map((code) => {
      const { plain, markdown } = inspect(shared, code, code.indexOf("("))!;
      return { plain: plain.split("\n\n").slice(1), markdown: markdown.split("\n\n").slice(1) };
    });
    expect(ofMethod).toEqual(ofFunction);
    expect(ofMethod.plain[0]).toContain(beginning);
    expect(ofMethod.plain[1]).toContain("@throws RangeError");
    expect(ofMethod.markdown[2]).toMatch(/^\*@example\*\n```typescript\nnp\.[\s\S]*\n```$/);
  });

  it("shows the documentation of np itself, and of what it groups", () => {
    expect(cell('import { np } from "nablab";')).toEqual([]);
    expect(inspect(shared, "np", 2)?.plain).toContain("NumPy's functions in camelCase");
    expect(inspect(shared, "np.linalg", 9)?.plain).toContain("Linear algebra.");
    expect(inspect(shared, "np.linalg.norm([[1]], 2, 1)", 14)?.plain).toContain("The norm of a vector");
  });

  it("has nothing to say about nothing", () => {
    expect(inspect(shared, "  ", 1)).toBeUndefined();
  });
});
