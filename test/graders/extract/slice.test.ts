import { Script } from "node:vm";
import { describe, expect, test } from "vitest";
import { extract } from "../../../graders/extract/parse/extract";
import { np } from "../../../src/np";

/** What `f(…)` gives when the program for it is all that runs. Cells are separated by a line of dashes. */
async function resultOf(notebook: string, ...args: unknown[]): Promise<unknown> {
  const cells = notebook.split(/^---$/m).map((source, i) => ({ number: i + 1, source }));
  const program = extract(cells, ["f", "g"]).program(["f"]);
  const factory = new Script(program).runInThisContext();
  const { f } = await factory({ np, default: { np } });
  return f(...args);
}

const boom = "throw new Error('an experiment was run');";

describe("What changes a name that f reaches belongs to the program", () => {
  test.each<[string, string, unknown]>([
    ["a method that is called", 'const m = new Map(); const f = () => m.get("a");\n---\nm.set("a", 7);', 7],
    ["a property that is set", "const s: any = {};\n---\ns.one = 7;\n---\nconst f = () => s.one;", 7],
    ["an element that is set", "const xs = [1]; xs[0] = 7; const f = () => xs[0];", 7],
    ["an entry of an array", "const K = np.zeros([1, 1]); K.set(0, 0, 7); const f = () => K.at(0, 0);", 7],
    ["a variable that is scaled", "let k = 3.5; k *= 2; const f = () => k;", 7],
    ["a variable that is counted up", "let k = 6; k++; const f = () => k;", 7],
    ["a property that is deleted", "const s: any = { k: 1 }; delete s.k; const f = () => s.k ?? 7;", 7],
    ["a loop", "const xs: number[] = []; for (let i = 0; i < 7; i++) xs.push(i); const f = () => xs.length;", 7],
    ["a while loop", "let k = 0; while (k < 7) k++; const f = () => k;", 7],
    ["a do loop", "let k = 0; do { k += 1; } while (k < 7); const f = () => k;", 7],
    ["a loop over a list", "const xs = [[1], [2]]; for (const x of xs) x.push(7); const f = () => xs[1][1];", 7],
    ["a loop over keys", "const s: any = { a: 1 }; for (const k in s) s[k] = 7; const f = () => s.a;", 7],
    ["a labelled loop", "let k = 0; outer: for (;;) { for (;;) { k = 7; break outer; } } const f = () => k;", 7],
    ["a labelled block", "let k = 0; block: { k = 7; if (k) break block; k = 1; } const f = () => k;", 7],
    ["forEach", "const s: any = {}; ['a'].forEach((k) => { s[k] = 7; }); const f = () => s.a;", 7],
    [
      "a function that forEach is given",
      "const s: any = {}; const put = (k: string) => { s[k] = 7; };\n---\n['a'].forEach(put); const f = () => s.a;",
      7,
    ],
    ["a condition", "let k = 0; if (1 < 2) { k = 7; } else { k = 1; } const f = () => k;", 7],
    ["a switch", 'let k = 0; switch ("a" as string) { case "a": k = 7; break; default: k = 1; } const f = () => k;', 7],
    ["try and catch", "let k = 0; try { k = JSON.parse('7'); } catch { k = 1; } const f = () => k;", 7],
    ["a block of its own", "let k = 0; { const seven = 7; k = seven; } const f = () => k;", 7],
    ["a logical assignment", "let k: any; k ??= 7; const f = () => k;", 7],
    ["another logical assignment", "const s: any = { k: 0 }; s.k ||= 7; const f = () => s.k;", 7],
    ["a destructuring assignment", "let a = 1, k = 1; [a, k] = [k, 7]; const f = () => k;", 7],
    ["nested destructuring with defaults", "let k = 1; ({ a: { k = 7 } } = { a: {} } as any); const f = () => k;", 7],
    ["destructuring into properties", "const s: any = {}; ({ a: s.k } = { a: 7 }); const f = () => s.k;", 7],
    ["names that are swapped", "let a = 7, k = 1; [a, k] = [k, a]; const f = () => k;", 7],
    ["an assignment in an assignment", "let a: any, k: any; a = k = 7; const f = () => k;", 7],
    ["a comma expression", "let k = 0; 1, k = 7; const f = () => k;", 7],
    ["void", 'const m = new Map(); void m.set("k", 7); const f = () => m.get("k");', 7],
    ["a call behind &&", 'const m = new Map(); true && m.set("k", 7); const f = () => m.get("k");', 7],
    ["an optional call", 'const m: any = new Map(); m?.set?.("k", 7); const f = () => m.get("k");', 7],
    ["a chain of calls", 'const m = new Map(); m.set("a", 1).set("k", 7); const f = () => m.get("k");', 7],
    ["a name in brackets", 'const s: any = {}; s["k" + 1] = 7; const f = () => s.k1;', 7],
    ["a symbol", 'const k = Symbol("k"); const s: any = {}; s[k] = 7; const f = () => s[k];', 7],
    ["Object.assign", "const s: any = {}; Object.assign(s, { k: 7 }); const f = () => s.k;", 7],
    [
      "Object.defineProperty",
      'const s: any = {}; Object.defineProperty(s, "k", { get: () => 7 }); const f = () => s.k;',
      7,
    ],
    ["Reflect.set", 'const s: any = {}; Reflect.set(s, "k", 7); const f = () => s.k;', 7],
    ["push.apply", "const xs: number[] = []; Array.prototype.push.apply(xs, [1, 7]); const f = () => xs[1];", 7],
    [
      "Array.from that fills",
      "const xs: number[] = []; Array.from({ length: 7 }, (_, i) => xs.push(i)); const f = () => xs.length;",
      7,
    ],
    [
      "a tagged template",
      "const xs: number[] = []; const t = { add() { xs.push(7); } }; t.add`a`; const f = () => xs[0];",
      7,
    ],
    [
      "a function that fills",
      "const xs: number[] = []; function fill() { xs.push(7); }\n---\nfill(); const f = () => xs[0];",
      7,
    ],
    [
      "a function that calls one that fills",
      "const xs: number[] = []; const put = () => xs.push(7); const fill = () => { put(); };\n---\nfill(); const f = () => xs[0];",
      7,
    ],
    [
      "a function that fills what it is given",
      "const xs: number[] = []; function fill(ys: number[]) { ys.push(7); } fill(xs); const f = () => xs[0];",
      7,
    ],
    [
      "a method that fills",
      "const xs: number[] = []; const setup = { run() { xs.push(7); } }; setup.run(); const f = () => xs[0];",
      7,
    ],
    ["a setter", "let k = 0; class S { set k(x: number) { k = x; } } new S().k = 7; const f = () => k;", 7],
    [
      "a constructor that registers",
      "const all: number[] = []; class R { constructor(x: number) { all.push(x); } } new R(7); const f = () => all[0];",
      7,
    ],
    [
      "a table that functions are registered in",
      "const table: any[] = []; const register = (h: any) => { table.push(h); }; function h() { return 7; }\n---\nregister(h); const f = () => table[0]();",
      7,
    ],
    ["a declaration that fills", "const xs: number[] = []; const count = xs.push(7); const f = () => xs[0];", 7],
    [
      "a function that is called where it stands",
      "const xs: number[] = []; (() => { function fill() { xs.push(7); } fill(); })(); const f = () => xs[0];",
      7,
    ],
    [
      "a parameter of such a function",
      "const xs: number[] = []; ((ys) => { ys.push(7); })(xs); const f = () => xs[0];",
      7,
    ],
    ["another name for it", "const xs: number[] = []; const ys = xs; ys.push(7); const f = () => xs[0];", 7],
    [
      "another name for a part of it",
      "const s = { xs: [] as number[] }; const { xs } = s; xs.push(7); const f = () => s.xs[0];",
      7,
    ],
    [
      "a part that a method gives",
      'const m = new Map([["a", [1]]]); const a = m.get("a")!; a.push(7); const f = () => m.get("a")![1];',
      7,
    ],
    [
      "what a function gives",
      "const xs: number[] = []; const all = () => xs; all().push(7); const f = () => xs[0];",
      7,
    ],
    [
      "something it became a part of",
      "const xs: number[] = []; const s: any = {}; s.xs = xs; s.xs.push(7); const f = () => xs[0];",
      7,
    ],
    ["a Proxy around it", "const s: any = {}; const p = new Proxy(s, {}); p.k = 7; const f = () => s.k;", 7],
    [
      "a closure that counts",
      "const next = (() => { let n = 5; return () => ++n; })(); next(); const f = () => next();",
      7,
    ],
    [
      "a function that counts before a constant is taken",
      "let n = 5; function next() { return ++n; } next(); const k = next(); const f = () => k;",
      7,
    ],
    [
      "a generator that has moved on",
      "function* count() { for (let i = 6; ; i++) yield i; } const it = count(); it.next(); const k = it.next().value; const f = () => k;",
      7,
    ],
    ["a property of a function", "function act() {} act.k = 7; const f = () => act.k;", 7],
    ["a static that is set later", "class Layer { static k: number; } Layer.k = 7; const f = () => Layer.k;", 7],
    [
      "a method of a prototype",
      "function Neuron(this: any) {} Neuron.prototype.k = () => 7; const f = () => new (Neuron as any)().k();",
      7,
    ],
    [
      "a method of every array",
      "(Array.prototype as any).seventh = () => 7; const f = () => ([] as any).seventh();\n---\ndelete (Array.prototype as any).seventh; const g = 1;\n---\n(Array.prototype as any).seventh = () => 7;",
      7,
    ],
    ["a global", "(globalThis as any).k7 = 7; const f = () => (globalThis as any).k7;", 7],
    ["await", "let k = 0; await (async () => { k = 7; })(); const f = () => k;", 7],
    ["for await", "let k = 0; for await (const x of [7]) k = x; const f = () => k;", 7],
    ["an export list", "const h = () => 7; export { h as f };", 7],
    ["a default export", "export default function f() { return 7; }", 7],
    [
      "a seed before a draw",
      "np.random.seed(3); const k = np.random.randn(2).at(1); const f = () => k;",
      np.random.seed(3) ?? np.random.randn(2).at(1),
    ],
    [
      "a draw before a draw",
      "np.random.seed(3); const other = np.random.randn(1); const k = np.random.randn(1).at(0); const f = () => k;",
      np.random.seed(3) ?? np.random.randn(2).at(1),
    ],
    [
      "a seed before a function that draws",
      "const draw = () => np.random.randn(1).at(0);\n---\nnp.random.seed(3); draw(); const k = draw(); const f = () => k;",
      np.random.seed(3) ?? np.random.randn(2).at(1),
    ],
    [
      "a shuffled list",
      "const xs = [1, 2, 3, 4]; np.random.seed(1); np.random.shuffle(xs); const f = () => xs.join('');",
      "4312",
    ],
  ])("%s", async (_, notebook, expected) => {
    expect(await resultOf(`import { np } from "nablab";\n---\n${notebook}`)).toBe(expected);
  });
});

describe("Declarations of all kinds are known", () => {
  test.each<[string, string]>([
    ["a namespace", "namespace N { export const k = 7; } const f = () => N.k;"],
    ["a namespace in a namespace", "namespace N.M { export const k = 7; } const f = () => N.M.k;"],
    ["a name for a namespace's part", "namespace N { export const k = 7; } import k = N.k; const f = () => k;"],
    [
      "namespaces that merge",
      "namespace N { export const a = 3; } namespace N { export const b = a + 4; } const f = () => N.b;",
    ],
    [
      "a function and a namespace",
      "function act() { return act.k; } namespace act { export const k = 7; } const f = () => act();",
    ],
    ["enums that merge", "enum E { A = 7 } enum E { B = 1 } const f = (): number => E.A;"],
    ["an enum that is declared anew", "enum E { A = 1 }\n---\nenum E { A = 7 }\n---\nconst f = (): number => E.A;"],
    ["var in a block", "{ var k = 7; } const f = () => k;"],
    ["var in a loop", "for (var k = 0; k < 7; k++); const f = () => k;"],
    ["var in a branch and outside", "var k = 1; if (k) { var k = 7; } const f = () => k;"],
    ["a conditional definition", "let f: any; if (1 > 2) f = () => 1; else f = () => 7;"],
    [
      "a conditional helper",
      "let h: any;\n---\nif (1 > 2) { h = () => 1; } else { h = () => 7; }\n---\nconst f = () => h();",
    ],
    ["a class with a static block", "class A { static k: number; static { this.k = 7; } } const f = () => A.k;"],
    [
      "a class that extends another",
      "class B extends class { k = 7; } {} class C extends B {} const f = () => new C().k;",
    ],
    ["a getter", "const s = { get k() { return one * 7; } }; const one = 1; const f = () => s.k;"],
    ["two names in one declaration", "const a = 3, k = a + 4; const f = () => k;"],
    ["nested destructuring", "const { a: [, { k = 7 } = {} as any] } = { a: [1] as any[] }; const f = () => k;"],
    ["a module in a function", "const { f, g } = (() => { const k = 7; return { f: () => k, g: () => 1 }; })();"],
    [
      "a table that uses what uses it",
      "const h = (x: number): number => (x ? table.k : 1); const table = { k: 7, h }; const f = () => h(1);",
    ],
    ["a using declaration", "using r = { k: 7, [Symbol.dispose]() {} }; const f = () => r.k;"],
    ["a top-level await", "const k = await Promise.resolve(7); const f = () => k;"],
    ["a generator", "function* count() { yield 7; } const f = () => count().next().value;"],
    [
      "a class expression with a name",
      "const A = class B { static k = 7; static get() { return B.k; } }; const f = () => A.get();",
    ],
    [
      "a function that is declared twice",
      "function h(): number { return 1; }\n---\nfunction h(): number { return 7; }\n---\nconst f = () => h();",
    ],
    ["a constant that is declared twice", "const k = 1;\n---\nconst k = 7;\n---\nconst f = () => k;"],
    [
      "a constant made of an earlier one of its name",
      "const a = 3; const k = a + 4;\n---\nconst a = 100;\n---\nconst f = () => k;",
    ],
    ["a value that was replaced afterwards", "let scale = 7; const k = scale; scale = 2; const f = () => k;"],
    [
      "a function that was replaced after its use",
      "const h = () => 7; const k = h();\n---\nconst h = () => 1;\n---\nconst f = () => (h() === 1 ? k : 0);",
    ],
    [
      "a helper that a load used in its earlier form",
      "let n = 7; const get = () => n; const k = get(); n = 1; const f = () => k;",
    ],
    [
      "a class that was replaced after its use",
      "class A { k = 7; }\n---\nconst a = new A();\n---\nclass A { k = 1; }\n---\nconst f = () => a.k;",
    ],
    [
      "a function that wraps itself",
      "let f = (x = 6): number => x;\n---\nconst plain = f;\n---\nf = () => plain() + 1;",
    ],
    [
      "a function that is wrapped",
      "const twice = (h: any) => () => 2 * h();\n---\nlet f = (): number => 3.5;\n---\nf = twice(f);",
    ],
    [
      "a declared function that is wrapped",
      "function f(): any { return 3.5; }\n// @ts-ignore\nf = ((h) => () => 2 * h())(f);",
    ],
    [
      "a recursive function that is wrapped with a memory",
      "let calls = 0; function fib(n: number): number { calls++; return n < 2 ? n : fib(n - 1) + fib(n - 2); }\n// @ts-ignore\nfib = ((h, known = new Map()) => (n: number) => { if (!known.has(n)) known.set(n, h(n)); return known.get(n); })(fib);\n---\nconst f = () => (fib(6), calls);",
    ],
    [
      "an import that is repeated",
      'import { np } from "nablab"; const k = np.zeros([7]).size;\n---\nimport { np } from "nablab";\n---\nconst f = () => np.zeros([k]).size;',
    ],
    [
      "a default and a namespace import",
      'import nablab from "nablab"; import * as all from "nablab"; const f = () => nablab.np.zeros([7]).size + 0 * all.np.pi;',
    ],
    ["a name that only a type shares", "type k = number; const k: k = 7; const f = () => k;"],
    [
      "declare is no declaration",
      "const k = 7;\n---\ndeclare const k: number; declare function f(): number; declare namespace N { const x: number; }\n---\nconst f = () => k;",
    ],
    ["a type-only namespace beside a function", "function f() { return 7; } namespace f { export type T = number; }"],
  ])("%s", async (_, notebook) => {
    expect(await resultOf(notebook)).toBe(7);
  });
});

describe("Of the values of a graded name, the last function counts", () => {
  test.each<[string, string]>([
    ["not an object", "const f = () => 7;\n---\nconst f = { accuracy: 0.97 };"],
    ["not a number", "const f = () => 7;\n---\nlet f = 0.5;"],
    [
      "not a list, a text or a product",
      "const f = () => 7;\n---\nconst f = [1];\n---\nconst f = `a`;\n---\nconst f = 2 * 3;",
    ],
    ["not the result of an experiment", "function f() { return 7; }\n---\nconst f = JSON.parse('{}');"],
    ["not one that is assigned", "let f: any = () => 7;\n---\nf = JSON.parse('{}');"],
    ["not one that is taken out of an object", "function f() { return 7; }\n---\nconst { f } = JSON.parse('{}');"],
    ["but the result of a call, if it is a function", "const f = () => 1;\n---\nconst f = ((h: any) => h)(() => 7);"],
  ])("%s", async (_, notebook) => {
    expect(await resultOf(notebook)).toBe(7);
  });
});

describe("Experiments are not run", () => {
  test.each<[string, string]>([
    ["a call of f", `const log: number[] = []; function f() { log.push(1); return log.length + 6; }\n---\nf(); f();`],
    [
      "a call of another graded function",
      `const log: number[] = []; const g = () => { log.push(1); }; const f = () => { g(); return log.length + 6; };\n---\ng();`,
    ],
    ["output", `const f = () => 7;\n---\nconsole.log(f(), (() => { ${boom} })());`],
    [
      "a plot of what f uses",
      `import { plot } from "nablab"; const xs = [7]; const f = () => xs[0];\n---\nplot.line(xs, (() => { ${boom} })());`,
    ],
    ["a helper of the experiments", `const f = () => 7; function show(h: any) { ${boom} }\n---\nshow(f);`],
    ["a result", `const f = () => 7;\n---\nconst best = (() => { ${boom} })();`],
    ["an endless loop", "const f = () => 7;\n---\nwhile (true) {}"],
    [
      "a loop over what f uses",
      `const xs = [7]; const f = () => xs[0];\n---\nfor (const x of xs) console.log(x, (() => { ${boom} })());`,
    ],
    ["an error", `const f = () => 7;\n---\n${boom}`],
    ["an early end", "const f = () => k; let k = 7;\n---\nif (k) { k = 1; return; }"],
    ["code for another variable", `let w = 1; const f = (w = 7) => w;\n---\nw = (() => { ${boom} })();`],
    [
      "draws, when f draws by itself",
      `const f = () => np.random.randn(2).size + 5;\n---\nconst X = np.random.randn((() => { ${boom} })());`,
    ],
  ])("%s", async (_, notebook) => {
    expect(await resultOf(`import { np } from "nablab";\n---\n${notebook}`)).toBe(7);
  });
});
