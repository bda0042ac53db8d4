import os from "node:os";
import { describe, expect, it } from "vitest";
import { runNotebook } from "../../graders/authoring/execution/runNotebook";
import { hasTopLevelAwait } from "../../src/kernel/compiler/hasTopLevelAwait";
import { parseCell } from "../../src/kernel/compiler/parseCell";

const waits = (code: string) => hasTopLevelAwait(parseCell(code));

/** What needs `await`, and what the cell shows. */
const forms: [code: string, result: string][] = [
  ["await (later(1))", "1"],
  ["await (await (later(later)))(2)", "2"],
  ["await [3]", "[ 3 ]"],
  ["await `text`", "'text'"],
  ["await +'4'", "4"],
  ["await -5", "-5"],
  ["await /a+/g.exec('caat')?.[0]", "'aa'"],
  ["await !0", "true"],
  ["await { a: 6 }", "{ a: 6 }"],
  ["await new Promise<number>((done) => done(7))", "7"],
  ["await await later(8)", "8"],
  ["await\nlater(9)", "9"],
  ["(await later({ b: 10 })).b", "10"],
  ["const seen: number[] = []; for (const x of await (later([11, 12]))) seen.push(x); seen", "[ 11, 12 ]"],
  ["let n13 = 0; for await (const x of [later(13)]) n13 = x; n13", "13"],
  ["let n14 = 0; while (n14 < (await (later(14)))) n14++; n14", "14"],
  ["let n15 = 0; outer: for (;;) { for await (n15 of [15]) break outer; } n15", "15"],
  ["const { a16 = await (later(16)) } = {} as { a16?: number }; a16", "16"],
  ["String.raw`$" + "{await (later(17))}`", "'17'"],
  ["class A18 extends (await (later(Object))) {} new A18() instanceof Object", "true"],
  ["class A19 { [await (later('b'))]() {} } Object.getOwnPropertyNames(A19.prototype)[1]", "'b'"],
  ["export const n20 = await (later(20)); n20", "20"],
  ["let log21 = ''; { await using x = { async [Symbol.asyncDispose]() { log21 = 'closed'; } }; } log21", "'closed'"],
  ["[...(await (later([22])))]", "[ 22 ]"],
  ["if (await (later(true))) { await (later(0)); } else throw 1; 23", "23"],
  ["true ? await (later(24)) : 0", "24"],
  ["'x' + (await (0, eval)('1'))", "'x1'"],
  ["await import('node:os').then((os) => typeof os.EOL)", "'string'"],
  ["const f27 = async () => await (later(27)); await (f27())", "27"],
  ["function sloppy() { var await = 28; return await; } sloppy()", "28"],
];

/** Where a module may not have it. */
const refused = [
  "function f() { return await (1); }",
  "class A { static { await (1); } }",
  "class B { x = await (1); }",
  "function g(x = await (1)) { return x; }",
];

it("runs await in every form that a module may have, and in no other", async () => {
  const later = "const later = async <T>(value: T): Promise<T> => value;";
  const cells = [later, ...forms.map(([code]) => code), ...refused];
  const [, ...results] = await runNotebook(cells, { directory: os.tmpdir(), keepGoing: true });
  expect(results.slice(forms.length).map(({ status }) => status)).toEqual(refused.map(() => "error"));
  const shown = results.map(({ result, evalue }) => evalue ?? result?.["text/plain"]);
  expect(Object.fromEntries(forms.map(([code], index) => [code, shown[index]]))).toEqual(Object.fromEntries(forms));
}, 60_000);

describe("A cell waits only where", () => {
  it.each([
    "class A { static x = f(); static { g(); } async m() { await (x); } }",
    "const f = async (x: number) => await (x);",
    "async function f() { for await (const x of y) await (x); }",
    "({ async m() { await using x = y; } });",
    "function f() { var await = 1; return await; }",
    "namespace N { export async function f() { await (1); } }",
    "using x = y;",
    "// await (x)\n'await (x)'",
  ])("not in %s", (code) => {
    expect(waits(code)).toBe(false);
  });

  it.each([
    "class A { [await (x)]() {} }",
    "class A { @(await (x)) m() {} }",
    "label: await (x);",
    "await using x = y;",
  ])("its own statements do, as in %s", (code) => {
    expect(waits(code)).toBe(true);
  });
});
