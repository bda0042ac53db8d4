import os from "node:os";
import { expect, it } from "vitest";
import { runNotebook } from "../../graders/authoring/execution/runNotebook";

/** Cells of one notebook, and what each shows. */
const cells: [code: string, shown: string | RegExp][] = [
  ["var v = 1; var v = 2; v", "2"],
  ["v = 3; v", "3"],
  [
    "if (v) { var nested = 4; } else { var nested = 5; } for (var i = 0, last = 0; i < 3; i++) { last = i; } [nested, i, last]",
    "[ 4, 3, 2 ]",
  ],
  ["nested + i + last", "9"],
  ["try { var tried = 1; } finally { switch (v) { default: var cased = 2; } }", ""],
  ["label: for (var key of ['a']) { do { var inner = key; } while (false); } tried! + cased + inner!", "'3a'"],
  ["function f() { var hidden = 1; return hidden; } f(); key", "'a'"],
  ["var one = 1, both = 2; { var both = 3; } one + both", "4"],
  ["one + both", "4"],
  ["{ a: 1, b: 2 }", "{ a: 1, b: 2 }"],
  ["const x = 5;\n{ x, y: { z: await (Promise.resolve(x)) } } // an object", "{ x: 5, y: { z: 5 } }"],
  ["{ a: 1 };", ""],
  ["{ const inBlock = 1; inBlock; }", ""],
  ["if (x) { x }", ""],
  ["const cast = <any>5; cast", "5"],
  ["const generic = <T>(value: T) => value; generic(<number>6)", "6"],
  ["WebAssembly.validate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))", "true"],
  [
    "const { instance } = await WebAssembly.instantiate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])); typeof instance.exports",
    "'object'",
  ],
  ["const el = <b>hi</b>;", /JSX is not supported/],
  ["const broken = ;", /Expression expected/],
  ["namespace NS { export const one = 1; } enum E { A = 1 }", ""],
  ["namespace NS { export const two = 2; }", ""],
  ["Object.keys(NS)", "[ 'two' ]"],
  [
    "const bytes = new TextEncoder().encode('é∇'); for (const byte of bytes) process.stdout.write(Uint8Array.of(byte));",
    "é∇",
  ],
  ["function deep() { console.trace('here', 1); } deep();", /^Trace: here 1\n\s+at deep \(Cell \[\d+\]:1:\d+\)\n/],
  ["interface Both { a: number } const Both = { a: 7 };", ""],
  ["const both: Both = Both; both.a", "7"],
];

it("reads what JavaScript and TypeScript allow, across cells", async () => {
  const results = await runNotebook(
    cells.map(([code]) => code),
    { directory: os.tmpdir(), keepGoing: true },
  );
  const shown = results.map(({ evalue, text, result }) => evalue ?? `${text}${result?.["text/plain"] ?? ""}`);
  const expected = cells.map(([code, text]) => [code, typeof text === "string" ? text : expect.stringMatching(text)]);
  expect(cells.map(([code], index) => [code, shown[index]])).toEqual(expected);
}, 60_000);
