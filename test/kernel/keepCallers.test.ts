import ts from "typescript";
import { describe, expect, it } from "vitest";
import { keepCallers } from "../../src/kernel/browser/compiler/keepCallers";

function keep(code: string): string {
  const compilerOptions = { target: ts.ScriptTarget.ES2024, module: ts.ModuleKind.CommonJS };
  const transformers = { before: [keepCallers("cell.ts")] };
  return ts.transpileModule(code, { fileName: "cell.ts", compilerOptions, transformers }).outputText;
}

/** How many calls are kept from taking the place of their caller. */
function keptIn(code: string): number {
  return keep(code).match(/\bresult_\d+ = /g)?.length ?? 0;
}

describe("a function that returns what it calls", () => {
  it.each([
    ["function f(n: number) { if (n > 0) return g(n); return g(0)!; }", 2],
    ["const f = (x: number) => g(x) as number;", 1],
    ["const f = (x: number) => (x > 0 ? 1 : g(x));", 1],
    ["class A { get a() { return g(1) || g(2); } static { (() => g(3))(); } }", 2],
    ["const f = (x = () => g(1)) => { for (const y of [1]) return (y, x()); };", 2],
    ["function f() { return g`x`; }", 1],
    ["const f = () => xs.map((x) => o?.g(x));", 2],
  ])("stays on the stack: %s", (code, count) => expect(keptIn(code)).toBe(count));

  it.each([
    "const f = (n: number) => g(n) + 1;",
    "function f() { g(); return; }",
    "const f = () => [g()];",
    "const f = () => g() && 5;",
    "const f = () => new G();",
    "g();",
  ])("is left alone where it stays in any case: %s", (code) => expect(keptIn(code)).toBe(0));

  it("does what it did", () => {
    const program = `
const log: unknown[] = [];
function sum(n: number): number { "use strict"; return n > 0 ? add(n, sum(n - 1)) : 0; }
const add = (a: number, b = (() => sum(0))()) => id(a + b);
const id = <T>(x: T): T => x;
const compose = (f: Function, g: Function) => (...args: unknown[]) => f(g.apply(null, args));
class Net { w = 3; out = () => this.scaled(2); scaled(k: number) { return id(k * this.w); } get g() { return this.out(); } }
function* steps() { const first: unknown = yield 1; return id(first); }
const iterator = steps(); iterator.next();
log.push(sum(4), add(1), compose(id, add)(1, 2), new Net().g, iterator.next("sent").value, (() => log.length || id(0))());
log`;
    const run = (code: string): unknown => new Function("exports", code.replace(/log;?\s*$/, "return log;"))({});
    expect(run(keep(program))).toEqual([10, 1, 3, 6, "sent", 0]);
  });
});
