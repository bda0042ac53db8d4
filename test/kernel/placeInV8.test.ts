import vm from "node:vm";
import { describe, expect, it } from "vitest";
import { placeFromFirefox } from "../../src/kernel/engine/positions/placeFromFirefox";
import { placeInV8 } from "../../src/kernel/engine/positions/placeInV8";

/** What the statements below use. */
const prelude = `
const [u, n] = [undefined, null];
function f() { throw new Error("f"); }

const fn = () => f;
const f2 = () => 1;
function π() { f(); }
function* gen() { yield f(); }
class K { constructor() { f(); } }
class E extends Error { constructor(text) { super(text); } }
class K2 {
  #q() { f(); }
  static s() { f(); }
  p() { return this.#q() + 1; }
  m() { f(); }
  get get() { f(); }
}
const fr = Object.freeze({ a: 1 });
const o2 = { a: 1 };
const m = { data: [1] };
const a = {};
const o = {
  f, f2, fn, K, u, g: () => ({ f }), m: () => 5, p: { f }, 0: f, delete: f, catch: f, of: f, async: f, π: f, arr: [[1]], i: 0,
  get get() { f(); },
  set set(v) { f(); },
};
`;

/** Statements that fail. ▸ is where WebKitGTK 2.50.6 says that they do. */
const statements = [
  "f▸();",
  "o.f▸();",
  "o . f▸ ();",
  "o?.f▸();",
  "o.p.f▸();",
  'o["f"]▸();',
  "o[0]▸();",
  "(0, o.f)▸();",
  "o.f▸(o.g());",
  "o.g().f▸();",
  "o\n  .g()\n  .f▸();",
  "o\n.f▸\n();",
  "throw new E▸('x');",
  "throw new RangeError▸('x');",
  "throw RangeError▸('x');",
  "new o.K▸(1, 2);",
  "▸new K;",
  "new K▸();",
  "new (class { constructor() { f(); } })▸();",
  "throw new (class X extends RangeError {})▸('x');",
  "u▸.x;",
  "u▸.x.y;",
  "u▸[0];",
  "o.u▸.x;",
  "o.u▸.x();",
  "o.g().x▸.y;",
  "o.u▸[0][1];",
  "o['u']▸['x'];",
  "o.g()[0]▸.x;",
  "o\n  .u\n  ▸.x;",
  "o.nof▸();",
  "nof▸();",
  "o.u▸();",
  "u▸();",
  "o[3]▸();",
  "o[3]▸[1];",
  "o?.u▸.x;",
  "u▸.x = 1;",
  "u▸[0] = 1;",
  "o.u▸.x += 1;",
  "o.u▸.x++;",
  "n▸.x = 1;",
  "Object.freeze(o2)▸.a = 5;",
  "fr▸.a = 5;",
  "fr▸[0] = 5;",
  "fr.a +▸= 1;",
  "fr.a▸++;",
  "zz▸;",
  "zz▸ + 1;",
  "1 + zz▸;",
  "zz▸();",
  "zz▸.x;",
  "o.f2(zz▸);",
  "for (const x ▸of 5) {}",
  "((a, [b]) => 1)▸(1);",
  "(({ b }) => 1)▸();",
  "BigInt▸(1.5);",
  "▸+sym;",
  "'x' in ▸5;",
  "1 instanceof ▸5;",
  "1 instanceof ▸{};",
  "new u▸();",
  "new o.u▸();",
  "new 5▸();",
  "class A extends ▸u {}",
  "new Array▸(-1);",
  "'x'.repeat▸(-1);",
  "[].reduce▸((a, b) => a);",
  "JSON.parse▸('{');",
  "null▸[Symbol.iterator];",
  "Symbol.iterator▸();",
  "new Symbol▸();",
  "[1, 2].map▸((x) => f());",
  "[1].forEach▸(f);",
  "[3, 1].sort▸(() => f());",
  "o▸.get;",
  "o▸.get + 1;",
  "o▸.set = 1;",
  "o▸['get'];",
  "f▸`x`;",
  "o.f▸`x`;",
  "(() => { f(); })▸();",
  "(function () { f(); })▸();",
  "(() => f())▸();",
  "for (const x of f▸()) {}",
  "throw f▸();",
  "await f▸();",
  "f▸()();",
  "o.m()▸();",
  "fn()▸();",
  "o.fn().u▸.x;",
  "a.b▸.c.d.e;",
  "o.delete▸();",
  "o.catch▸();",
  "o.async▸();",
  "o.π▸();",
  "π▸();",
  "for (let i = 0; i < f▸(); i++) {}",
  "[...gen▸()];",
  "for (const x ▸of gen()) {}",
  "o.f▸(\n 1,\n 2);",
  "f▸ /* c */ ();",
  "f▸\n();",
  "o. /* c */ f▸();",
  "typeof u▸.x;",
  "f▸() ? 1 : 2;",
  "o.arr[5]▸.x;",
  "o.arr[5]▸[o.i].x;",
  "m.data[3]▸.toFixed();",
  "m.data[3]▸.x.toFixed(2);",
  "new K2().m▸();",
  "K2.s▸();",
  "new K2().p▸();",
  "new K2()▸.get;",
  "class B extends K2 { constructor() { super(); f(); } } new B▸();",
  "f.call▸(null);",
  "f.apply▸(null, []);",
  "f.bind(null)▸();",
  "Reflect.apply▸(f, null, []);",
  "o.f?.▸();",
  "o.u▸.f?.();",
  "o?.['f']▸();",
  "(o.f)▸();",
  "(f)▸();",
  "((f))▸();",
  "o.f;o.u\n▸.x;",
  "undefined▸.x;",
  "o.u▸.u.u;",
  "-o.u▸.x;",
  "1 + o.u▸.x;",
  "o.u▸.x + 1;",
  "o.u▸.x.f();",
  "o[f▸()];",
  "o.arr.map▸((r) => r.map((c) => c.x.y));",
];

/** Statements that fail, where Firefox ESR 153.8 says that they do, and what it says about it. */
const inFirefox: [string, string][] = [
  ["▸u.x;", 'can\'t access property "x", u is undefined'],
  ["▸u.x.y;", 'can\'t access property "x", u is undefined'],
  ["▸u[0];", "can't access property 0, u is undefined"],
  ["▸o.u.x;", 'can\'t access property "x", o.u is undefined'],
  ["▸o.u.x();", 'can\'t access property "x", o.u is undefined'],
  ["o.▸g().x.y;", 'can\'t access property "y", o.g().x is undefined'],
  ["▸o.u[0][1];", "can't access property 0, o.u is undefined"],
  ["o.▸g()[0].x;", 'can\'t access property "x", o.g()[0] is undefined'],
  ["▸o\n  .u\n  .x;", 'can\'t access property "x", o.u is undefined'],
  ["▸o[3][1];", "can't access property 1, o[3] is undefined"],
  ["▸o?.u.x;", 'can\'t access property "x", o.u is undefined'],
  ["▸u.x = 1;", 'can\'t access property "x", u is undefined'],
  ["▸u[0] = 1;", "can't access property 0, u is undefined"],
  ["▸o.u.x += 1;", 'can\'t access property "x", o.u is undefined'],
  ["▸o.u.x++;", 'can\'t access property "x", o.u is undefined'],
  ["▸n.x = 1;", 'can\'t access property "x", n is null'],
  ["Object.▸freeze(o2).a = 5;", '"a" is read-only'],
  ["▸fr.a = 5;", '"a" is read-only'],
  ["o.▸fn().u.x;", 'can\'t access property "x", o.fn().u is undefined'],
  ["▸a.b.c.d.e;", 'can\'t access property "c", a.b is undefined'],
  ["▸typeof u.x;", 'can\'t access property "x", u is undefined'],
  ["▸o.arr[5].x;", 'can\'t access property "x", o.arr[5] is undefined'],
  ["▸o.arr[5][o.i].x;", "can't access property 0, o.arr[5] is undefined"],
  ["▸m.data[3].toFixed();", 'can\'t access property "toFixed", m.data[3] is undefined'],
  ["▸m.data[3].x.toFixed(2);", 'can\'t access property "x", m.data[3] is undefined'],
  ["u?.x; ▸o.u.y;", 'can\'t access property "y", o.u is undefined'],
  ["▸o.u.f?.();", 'can\'t access property "f", o.u is undefined'],
  ["o.f;▸o.u\n.x;", 'can\'t access property "x", o.u is undefined'],
  ["▸undefined.x;", 'can\'t access property "x" of undefined'],
  ["▸o.u.u.u;", 'can\'t access property "u", o.u is undefined'],
  ["▸-o.u.x;", 'can\'t access property "x", o.u is undefined'],
  ["1 + ▸o.u.x;", 'can\'t access property "x", o.u is undefined'],
  ["▸o.u.x + 1;", 'can\'t access property "x", o.u is undefined'],
  ["f2(▸o.u.x);", 'can\'t access property "x", o.u is undefined'],
  ["▸o.u.x.f();", 'can\'t access property "x", o.u is undefined'],
  ["▸o[o.u.x];", 'can\'t access property "x", o.u is undefined'],
  ["▸o.arr[o.u.x];", 'can\'t access property "x", o.u is undefined'],
  ["o.f(▸o.u.x);", 'can\'t access property "x", o.u is undefined'],
  ["o.arr.▸map((r) => r.map((c) => c.x.y));", 'can\'t access property "y", c.x is undefined'],
  ["f▸();", "f"],
  ["o▸.u['x'];", 'can\'t access property "y", nowhere.to.be.seen is undefined'],
];

/** Where V8 says that a statement fails, and what it says of that place. */
async function failureOf(statement: string) {
  const file = "nablab:failing";
  const run = vm.runInThisContext(`(async function () { "use strict"; ${prelude} //\n${statement}\n})`, {
    filename: file,
  });
  const error: Error = await run().then(
    () => new Error("it does not fail"),
    (thrown: Error) => thrown,
  );
  const lines = error.stack!.split("\n").filter((line) => line.startsWith("    at "));
  const before = prelude.split("\n").length;
  const calls = lines.flatMap((line) => {
    const found = /nablab:failing:(\d+):(\d+)/.exec(line);
    return found && Number(found[1]) > before
      ? [{ line, row: Number(found[1]) - before - 1, column: Number(found[2]) - 1 }]
      : [];
  });
  const { line, row, column } = calls.at(-1)!;
  const at = statement.split("\n").slice(0, row).join("\n").length + (row > 0 ? 1 : 0) + column;
  return { at, frame: { isInnermost: line === lines[0], isReference: error instanceof ReferenceError } };
}

function withMark(statement: string, at: number | undefined): string {
  return `${statement.slice(0, at)}▸${statement.slice(at)}`;
}

describe("the place of a call in WebKit's stacks", () => {
  it.each(statements)("is moved to where V8's have it: %s", async (marked) => {
    const statement = marked.replace("▸", "");
    const { at, frame } = await failureOf(statement);
    const moved = placeInV8(statement, marked.indexOf("▸"), frame);
    expect(withMark(statement, moved)).toBe(withMark(statement, at));
  });

  it("is nowhere for what starts an asynchronous function", () => {
    const text = "const later = async () => { f(); };";
    expect(placeInV8(text, text.indexOf("};") + 1, { isInnermost: false, isReference: false })).toBeUndefined();
  });
});

describe("the place of a call in Firefox's stacks", () => {
  it.each(inFirefox.slice(0, -2))("is moved to where V8's have it: %s", async (marked, message) => {
    const statement = marked.replace("▸", "");
    const { at, frame } = await failureOf(statement);
    const moved = placeFromFirefox(statement, marked.indexOf("▸"), { ...frame, message });
    expect(withMark(statement, moved)).toBe(withMark(statement, at));
  });

  it.each(inFirefox.slice(-2))("stays where it is: %s", (marked, message) => {
    const place = marked.indexOf("▸");
    expect(placeFromFirefox(marked.replace("▸", ""), place, { isInnermost: true, isReference: false, message })).toBe(
      place,
    );
  });
});
