import fc from "fast-check";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { interruptible } from "../../src/kernel/compiler/interrupt/interruptible";
import { standIns } from "../../src/kernel/compiler/standIns";

function compile(code: string, before: ts.TransformerFactory<ts.SourceFile>[] = []): string {
  const compilerOptions = { target: ts.ScriptTarget.ES2024, module: ts.ModuleKind.CommonJS };
  return ts.transpileModule(code, { fileName: "cell.ts", compilerOptions, transformers: { before } }).outputText;
}

function guard(code: string): string {
  return compile(code, [interruptible("cell.ts")]);
}

class Stop extends Error {}

/** What a program leaves in its `log`, or how it ends, with some answer to each question of its loops. */
function outcomeOf(program: string, tick: () => number = () => 0): unknown {
  const log: unknown[] = [];
  const passOn = (error: unknown): void => {
    if (error instanceof Stop) throw error;
  };
  try {
    new Function("log", "exports", standIns.tick, standIns.passOn, program)(log, {}, tick, passOn);
  } catch (error) {
    return { log, error: error instanceof Stop ? "stopped" : String(error) };
  }
  return { log };
}

/** Statements that end by themselves: `fuel` runs out. `d` numbers what each nesting declares. */
const { statements } = fc.letrec<{ statement: string; statements: string }>((tie) => {
  const value = fc.constantFrom("x", "y", "fuel", "log.length", "1", "2", "-3");
  const condition = fc.tuple(value, fc.constantFrom("<", ">=", "!=="), value).map(([a, op, b]) => `${a} ${op} ${b}`);
  const leaf = fc.oneof(
    value.map((a) => `log.push(${a});`),
    fc.tuple(fc.constantFrom("x", "y"), value).map(([name, a]) => `${name} = (${name} + ${a}) % 7;`),
    fc.constantFrom("if (fuel-- < 0) throw new Error('fuel');", "if (x > 4) throw { message: x };", "x++;", ";"),
  );
  const body = tie("statements");
  const inLoop = (head: string) =>
    fc
      .tuple(body, condition, fc.constantFrom("break", "continue", "continue outer", "break outer", "y++"))
      .map(([inner, test, jump]) => `outer: ${head} { if (fuel-- < 0) break; ${inner} if (${test}) ${jump}; }`);
  const nested = fc.oneof(
    inLoop("for (let i = 0; i < 3; i++)"),
    inLoop("for (let i = 5, n = 2; i > n; i -= 2)"),
    inLoop("for (const [i, each] of [4, 5].entries())"),
    inLoop("for (const key in { a: 1, b: 2 })"),
    inLoop("while (fuel > 0)"),
    inLoop("for (;;)"),
    fc.tuple(body, condition).map(([inner, test]) => `do { if (fuel-- < 0) break; ${inner} } while (${test});`),
    fc.constantFrom("for (const each of [1, 2]) for (let i = 0; i < each; i++) x += i;", "while (fuel-- > 20) y++;"),
    fc.tuple(condition, body, body).map(([test, yes, no]) => `if (${test}) { ${yes} } else { ${no} }`),
    fc.tuple(body, body).map(([tried, caught]) => `try { ${tried} } catch { ${caught} }`),
    fc
      .tuple(body, body)
      .map(([tried, last]) => `try { ${tried} } catch (e) { log.push(e.message); } finally { ${last} }`),
    body.map((tried) => `try { ${tried} } catch ({ message }) { log.push(message); }`),
    body.map((inner) => `(function () { "use strict"; ${inner} })();`),
    body.map((inner) => `for (const each of (function* () { ${inner} yield x; yield y; })()) log.push(each);`),
    body.map((inner) => `(() => class { static { ${inner} } })();`),
    body.map((inner) => `switch (x) { case 1: ${inner} break; default: log.push("default"); }`),
  );
  return {
    statement: fc.oneof({ depthSize: "small", withCrossShrink: true }, leaf, nested),
    statements: fc.array(tie("statement"), { minLength: 1, maxLength: 3 }).map((all) => all.join("\n")),
  };
});

/** Loops that compute and assign only, and end by themselves. */
const { quickLoop } = fc.letrec<{ quick: string; quickLoop: string }>((tie) => {
  const leaf = fc.constantFrom(
    "x = (x + y) % 7;",
    "y = (y * 3 + 1) % 11;",
    "if (x > 4) continue;",
    "if (y > 8) break;",
    "if (x < 2) { y++; continue; }",
    "{ let i = x; x = i % 5; }",
    "x += [1, 2].at(y % 2);",
    "if (y === 7) throw { message: x };",
    "switch (x) { case 1: y++; break; case 2: continue; default: x += 2; }",
    "for (let j = 0; j < 3; j++) y += j;",
    "trace = (31 * trace + x - y) | 0;",
  );
  return {
    quick: fc.oneof({ depthSize: "small" }, { weight: 5, arbitrary: leaf }, tie("quickLoop")),
    quickLoop: fc
      .tuple(
        fc.constantFrom(
          ["while (fuel-- > 0) {", "}"],
          ["do { if (fuel-- < 0) break;", "} while (x !== y);"],
          ["do {", "} while (fuel-- > 0);"],
          ["for (let i = 0, step = 1; i < 5; i += step) { if (fuel-- < 0) break;", "x += i; }"],
          ["for (; fuel > 0; fuel--) {", "}"],
          ["for (x = 9; x > y; x -= y % 2 + 1) { if (fuel-- < 0) break;", "}"],
          ["for (;;) { if (fuel-- < 0) break;", "}"],
          ["labelled: while (fuel-- > 0) {", "if (x > 3) continue labelled; }"],
          ["while (fuel-- > 0) { y++; }", ""],
        ),
        fc.array(tie("quick"), { maxLength: 3 }),
      )
      .map(([[head, end], body]) => (end === "" ? head : `${head} ${body.join(" ")} ${end}`)),
  };
});
/** Some follow each other in a function that is called often, as its loops ask across its calls. */
const quickPrograms = fc.array(quickLoop, { minLength: 1, maxLength: 3 }).map(
  (loops) => `let x = 0, y = 1, fuel = 0, trace = 0;
function loops() { ${loops.join("\n")} }
for (const most of [0, 1, 2, 7, 30]) {
  fuel = most;
  try { loops(); } catch ({ message }) { log.push("thrown", message); }
  log.push(x, y, fuel, trace);
}`,
);
const programs = statements.map((text) => `let x = 0, y = 1, fuel = 40;\n${text}\nlog.push(x, y, fuel);`);

describe("a guarded program", () => {
  it("does what the plain one does where it calls nothing", () => {
    fc.assert(
      fc.property(quickPrograms, fc.integer({ min: 0, max: 5 }), (program, budget) => {
        expect(outcomeOf(guard(program), () => budget)).toEqual(outcomeOf(compile(program)));
      }),
      { numRuns: 150, seed: 24 },
    );
  });

  it("does what the plain one does, however often it is asked", () => {
    fc.assert(
      fc.property(programs, fc.integer({ min: 0, max: 3 }), (program, budget) => {
        expect(outcomeOf(guard(program), () => budget)).toEqual(outcomeOf(compile(program)));
      }),
      { numRuns: 150, seed: 24 },
    );
  });

  it.each([
    "while (true) x++;",
    "while (x < Infinity) { x++; if (x > 5) continue; }",
    "do x++; while (true);",
    "do { if (x++ > 5) continue; } while (x !== 0.5);",
    "for (;;) { switch (x++) { case 5: break; default: continue; } }",
    "for (let i = 0; i < 10; i += x) ;",
    "for (; x < 10; ) for (let i = 0; i < 3; i++) y += i;",
    "for (;;) { while (x < 10) { while (y < 10) y++; x++; } }",
  ])("ends when it is told to, though it has no end: %s", (loop) => {
    let asked = 0;
    const stop = () => {
      if (asked++ > 20) throw new Stop();
      return asked % 3;
    };
    expect(outcomeOf(guard(`let x = 0, y = 0; ${loop}`), stop)).toEqual({ log: [], error: "stopped" });
  });

  it("ends at once where it is told to, past every catch", () => {
    fc.assert(
      fc.property(programs, fc.nat(20), (program, at) => {
        let asked = 0;
        const stopAt = () => {
          if (asked++ >= at) throw new Stop();
          return 0;
        };
        const outcome = outcomeOf(guard(program), stopAt);
        // What `finally` asks is told to stop, too.
        if (asked > at) expect(outcome).toMatchObject({ error: expect.stringMatching(/^(stopped|Error: fuel)$/) });
        else expect(outcome).toEqual(outcomeOf(compile(program)));
      }),
      { numRuns: 150, seed: 24 },
    );
  });
});

/** Whether a loop asks, in a function that has a list `xs` and a number `n`. */
function asks(loop: string): boolean {
  return guard(`function f(xs: number[], n: number, a: any) { let s = 0; ${loop} return s; }`).includes(standIns.tick);
}

it.each([
  "for (let i = 0; i < xs.length; i++) s += xs[i];",
  "for (let i = 0; i < n; i++) s += a.at(i);",
  "for (let i = 0; i < xs.length; i++) xs[i] = 2 * xs[i];",
  "for (let i = xs.length - 1; i >= 0; i -= 2) s += Math.exp(xs[i]) * a.at(i, 0);",
  "for (let i = -5; i < 1000; ++i) a.set(i, a.row(i).at(0));",
])("leaves a loop alone that ends soon: %s", (loop) => {
  expect(asks(loop)).toBe(false);
});

it.each([
  "while (true) s++;",
  "for (;;) s++;",
  "for (let i = 0; i < 10; i--) s++;",
  "for (let i = 0; i < 10; i += 0) s++;",
  "for (let i = 0; i < 10; i += n) s++;",
  "for (let i = 0; i < 1e12; i++) s++;",
  "for (let i = 1e12; i > 0; i--) s++;",
  "for (let i = 0; i < Infinity; i++) s++;",
  "for (let i = 0; i < 10; i++) { s++; i = 0; }",
  "for (let i = 0; i < 10; i++) { [i] = [0]; }",
  "for (let i = 0; i < xs.length; i++) xs.push(i);",
  "for (let i = 0; i < xs.length; i++) xs[xs.length] = 1;",
  "for (let i = 0; i < xs.length; i++) xs.length = 10 + i;",
  "for (let i = 0; i < xs.length; i++) xs = [...xs, 1];",
  "for (const x of xs) xs.push(x);",
  "for (const x of a) s += x;",
  "for (let i = 0; i < 10; i++) f(xs, n, a);",
  "for (let i = 0; i < 10; i++) for (let j = 0; j < 10; j++) s++;",
  "do s++; while (s !== 0.5);",
  "for await (const x of a) s += x;",
])("lets a loop ask that may not end, or takes long: %s", (loop) => {
  expect(asks(loop)).toBe(true);
});

it.each([
  ["while (i < n) { s += a.at(i); i++; }", 1],
  ["while (s > 1e-9) s = s / 2 - Math.sin(s);", 1],
  ["while (true) { if (s++ > n) break; }", 1],
  ["do { s += xs[i]; i++; } while (i < n);", 1],
  ["for (let i = 0; i < n; i += s) s++;", 1],
  ["for (;;) { if (s++ > n) break; }", 1],
  ["while (s < n) { for (let j = 0; j < 5; j++) s += j; while (i < n) i++; }", 1],
  ["while (s < n) s += f(xs, n, a);", 0],
  ["while (s < n) s += xs.map((x) => x)[0];", 0],
  ["again: while (s < n) { s++; continue again; }", 0],
  ["for (var v = 0; v < n; v += s) s++;", 0],
  ["for (const x of xs) s += x;", 0],
])("asks between rounds where a loop calls nothing: %s", (loop, count) => {
  const code = guard(`function f(xs: number[], n: number, a: any) { let [s, i] = [0, 0]; ${loop} return s; }`);
  expect(code.match(/if \(left_\d+ < 0\)/g) ?? []).toHaveLength(count);
});

it("lets one loop of a nest ask, and each that may not end", () => {
  const count = (code: string) => guard(code).split(standIns.tick).length - 1;
  const inner = "for (let j = 0; j < m; j++) for (let k = 0; k < p; k++) s += a.at(i, k) * b.at(k, j);";
  expect(count(`for (let i = 0; i < n; i++) ${inner}`)).toBe(1);
  expect(count("for (const x of xs) for (const y of ys) s += x * y;")).toBe(2);
  expect(count("for (let i = 0; i < n; i++) { const g = () => { while (s < m) s++; }; g(); }")).toBe(2);
});
