/**
 * Attacks from within a submission. Each hands in a `sigmoid` that tries to gain by something else than being right;
 * none may get a point, none may disturb the submissions graded beside it, none may leave anything behind.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { GradingRun } from "../../../graders/engine/GradingRun";
import { gradeEntry } from "../../../graders/engine/gradeSubmission";
import { prepareRun } from "../../../graders/engine/prepareRun";
import type { SubmissionResult } from "../../../graders/engine/results";
import { assignments } from "../../../src/assignments";
import { wallUnderTest } from "../wallUnderTest";

const folder = mkdtempSync(join(tmpdir(), "nablab-attacks-"));
let run: GradingRun;

beforeAll(async () => {
  run = await prepareRun(assignments[0], {
    hidden: true,
    seed: 3,
    limits: { seconds: 1, memoryMB: 96, ...wallUnderTest() },
    cache: false,
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

async function grade(source: string): Promise<SubmissionResult> {
  const file = join(folder, "attacker.ts");
  writeFileSync(file, source);
  return (await gradeEntry({ id: "attacker", file }, run)).result;
}

const honest =
  'import { np, NDArray } from "nablab";\nfunction honest(z: any) { return np.divide(1, np.add(1, np.exp(np.negative(z)))); }\n';

/** The message of the first public check, after making sure that nothing was gained. */
async function attack(body: string): Promise<string> {
  const result = await grade(`import { np, NDArray } from "nablab";\n${body}`);
  expect(result.status).toBe("graded");
  expect(result.score).toBe(0);
  return result.functions[0].checks[0].message;
}

/** [what is tried, the code, what the first message says] */
type Attack = [string, string, RegExp];

const threw = (error: string): RegExp => new RegExp(`^It threw ${error}`);

const outside: Attack[] = [
  [
    "process",
    "const sigmoid = () => (globalThis as any).process.env;",
    threw("TypeError: Cannot read properties of undefined"),
  ],
  ["process.exit", "const sigmoid = () => process.exit(0);", threw("ReferenceError: process is not defined")],
  ["process.binding", 'const sigmoid = () => process.binding("fs");', threw("ReferenceError")],
  [
    "a module by another name",
    'const load = require; const sigmoid = () => load("fs");',
    threw('Error: only "nablab" can be imported'),
  ],
  ["fetch", 'const sigmoid = () => fetch("http://127.0.0.1");', threw("ReferenceError: fetch is not defined")],
  ["a worker", 'const sigmoid = () => new Worker("x");', threw("ReferenceError")],
  ["eval", 'const sigmoid = () => eval("1");', threw("EvalError")],
  ["indirect eval", 'const sigmoid = () => (0, eval)("1");', threw("EvalError")],
  ["Function", 'const sigmoid = () => new Function("return 1")();', threw("EvalError")],
  [
    "the constructor of a function",
    'const sigmoid = () => (() => 1).constructor("return process")();',
    threw("EvalError"),
  ],
  [
    "the constructor of an async function",
    'const sigmoid = () => (async () => 1).constructor("return process")();',
    threw("EvalError"),
  ],
  [
    "the constructor of a generator",
    'const sigmoid = () => (function* () {}).constructor("return process")();',
    threw("EvalError"),
  ],
  [
    "the global object's constructor",
    'const sigmoid = () => (globalThis as any).constructor.constructor("return process")();',
    threw("EvalError"),
  ],
  [
    "a function of the library, for its realm",
    'const sigmoid = () => (np.add as any).constructor.constructor("return process")();',
    threw("EvalError"),
  ],
  [
    "text for a timer",
    'const sigmoid = () => setTimeout("process.exit()");',
    threw("TypeError: setTimeout needs a function"),
  ],
  [
    "WebAssembly",
    "const sigmoid = () => new WebAssembly.Memory({ initial: 1 });",
    threw("ReferenceError: WebAssembly is not defined"),
  ],
  ["shared memory", "const sigmoid = () => new SharedArrayBuffer(8);", threw("ReferenceError")],
  [
    "sleeping without using time",
    "const sigmoid = () => Atomics.wait(new Int32Array(4), 0, 0);",
    threw("ReferenceError"),
  ],
  [
    "the stack of the grader",
    "const sigmoid = () => { (Error as any).prepareStackTrace = (_: any, frames: any[]) => frames; return (new Error().stack as any)[0].getThis(); };",
    threw("TypeError"),
  ],
  [
    "the length of the stack",
    "const sigmoid = () => { Error.stackTraceLimit = 100; return 1; };",
    threw("TypeError: Cannot assign to read only property"),
  ],
  [
    "the stack of the grader, by another Error",
    "const sigmoid = () => { (globalThis as any).Error = { prepareStackTrace: (_: any, frames: any[]) => frames[0].getThis() }; return 1; };",
    threw("TypeError: Cannot assign to read only property 'Error'"),
  ],
  [
    "the frames of the stack, by the methods of lists",
    "const sigmoid = () => { let all: any; for (const k of Object.getOwnPropertyNames(Array.prototype)) try { (Array.prototype as any)[k] = function (this: any) { all ??= this[0]?.getFileName; return this; }; } catch {} new Error().stack; throw all; };",
    threw("undefined"),
  ],
  [
    "files of the machine, in the stack",
    "const sigmoid = () => { throw String(new Error().stack); };",
    /^It threw \d+:\d+$/,
  ],
  ["the caller", "const sigmoid: any = function () { return sigmoid.caller; };", threw("TypeError")],
  [
    "the caller of the arguments",
    "const sigmoid = function () { return (arguments as any).callee.caller; };",
    threw("TypeError"),
  ],
  [
    "an error of the process, from a full stack",
    'const deep = (n: number): any => { try { return deep(n + 1); } catch (e: any) { return e.constructor.constructor("return process")(); } };\nconst sigmoid = () => deep(0);',
    /^It threw (EvalError|RangeError)/,
  ],
];

const forging: Attack[] = [
  [
    "JSON.stringify",
    'const sigmoid = () => { JSON.stringify = () => \'{"kind":"returned","correct":true,"points":100}\'; return 1; };',
    /expected/,
  ],
  ["JSON.parse", "const sigmoid = () => { JSON.parse = () => ({ points: 100 }); return 1; };", /expected/],
  [
    "Math.abs, which compares",
    "const sigmoid = () => { Math.abs = () => 0; Math.max = () => 0; return 1; };",
    /expected/,
  ],
  ["Object.is", "const sigmoid = () => { Object.is = () => true; return 1; };", /expected/],
  [
    "np.allclose",
    "const sigmoid = () => { (np as any).allclose = () => true; (np as any).arrayEqual = () => true; return 1; };",
    /./,
  ],
  [
    "Array.prototype",
    "const sigmoid = () => { for (const k of Object.getOwnPropertyNames(Array.prototype)) try { (Array.prototype as any)[k] = () => true; } catch {} return 1; };",
    /./,
  ],
  [
    "typed arrays",
    "const sigmoid = () => { (Float64Array.prototype as any).every = () => true; (Float64Array.prototype as any).fill = () => 0; return 1; };",
    /expected/,
  ],
  [
    "Symbol.iterator",
    "const sigmoid = () => { (Array.prototype as any)[Symbol.iterator] = function* () {}; return 1; };",
    /./,
  ],
  [
    "instanceof NDArray",
    "const sigmoid = () => { Object.defineProperty(NDArray, Symbol.hasInstance, { value: () => true }); return 1; };",
    /./,
  ],
  [
    "the library's array",
    "const sigmoid = () => { (NDArray.prototype as any).toTypedArray = () => new Float64Array([NaN]); return np.zeros([1]); };",
    /./,
  ],
  [
    "a shape that lies",
    'const sigmoid = () => { const a = np.zeros([1]); Object.defineProperty(a, "shape", { get: () => [1e9, 1e9] }); return a; };',
    /./,
  ],
  [
    "toJSON of numbers",
    "const sigmoid = () => { (Number.prototype as any).toJSON = () => 0.5; return 1; };",
    /expected/,
  ],
  [
    "toJSON of everything",
    "const sigmoid = () => { (Object.prototype as any).toJSON = () => ({ kind: 'returned', value: 0.5, mutatedArgs: [] }); return 1; };",
    /./,
  ],
  [
    "a setter on Object.prototype",
    "const sigmoid = () => { Object.defineProperty(Object.prototype, 'value', { set() {}, get: () => 0.5 }); return 1; };",
    /expected/,
  ],
  ["valueOf", "const sigmoid = () => ({ valueOf: () => 0.5 });", /neither a number/],
  ["a number with another face", "const sigmoid = () => Object(0.5);", /a Number, which is neither/],
  [
    "a result that is whatever is asked for",
    "const sigmoid = () => new Proxy({}, { get: () => 0.5, ownKeys: () => ['a'], getOwnPropertyDescriptor: () => ({ value: 1, enumerable: true, configurable: true }) });",
    /expected a number/,
  ],
  ["getters", "const sigmoid = () => ({ get a() { throw 1; } });", threw("1")],
  ["a list that never ends", "const sigmoid = () => { const a: any = []; a.push(a); return a; };", /nested more than/],
  ["a list longer than memory", "const sigmoid = () => { const a: any = []; a.length = 4e9; return a; };", /./],
  ["NaN, which compares with nothing", "const sigmoid = () => NaN;", /NaN/],
  ["Infinity", "const sigmoid = () => Infinity;", /infinite/],
  ["a promise", "const sigmoid = async (z: any) => 0.5;", /a Promise, which is neither/],
  ["something with then", "const sigmoid = () => ({ then: (done: any) => done(0.5) });", /neither a number/],
  ["a generator", "const sigmoid = function* () { yield 0.5; };", /a Generator, which is neither/],
  ["a big integer", "const sigmoid = () => 1n;", /a bigint, which is neither/],
  ["a symbol", "const sigmoid = () => Symbol.iterator;", /a symbol, which is neither/],
  [
    "the exercise's own exception",
    'const sigmoid = () => { throw { name: "NotImplemented", functionName: "\\u001b[31mx" }; };',
    /not implemented yet/,
  ],
];

const exhausting: Attack[] = [
  ["an endless loop", "const sigmoid = () => { for (;;); };", /^It was stopped after 1 s/],
  [
    "an endless chain of promises, left behind",
    "const sigmoid = () => { const go = (): any => Promise.resolve().then(go); go(); return 1; };",
    /expected/,
  ],
  [
    "a chain of promises at the top level",
    "const go = (): any => Promise.resolve().then(go); const k = await go(); const sigmoid = () => k;",
    /^It was stopped/,
  ],
  [
    "waiting for ever",
    "const k = await new Promise(() => {}); const sigmoid = () => k;",
    threw("an error: it waits for something that never happens"),
  ],
  [
    "timers that start timers",
    "const k = await new Promise(() => { const again = () => setTimeout(again); again(); }); const sigmoid = () => k;",
    /^It was stopped after 1 s/,
  ],
  [
    "a catastrophic regular expression",
    'const sigmoid = () => /^(a+)+$/.test("a".repeat(50) + "b");',
    /^It was stopped after 1 s/,
  ],
  [
    "recursion without an end",
    "const sigmoid = (): any => sigmoid();",
    threw("RangeError: Maximum call stack size exceeded"),
  ],
  [
    "arrays that fill the memory",
    "const sigmoid = () => { const all: any[] = []; for (;;) all.push(new Float64Array(1e6).fill(1)); };",
    threw("RangeError: Array buffer allocation failed"),
  ],
  ["an array of the library that fills the memory", "const sigmoid = () => np.ones([1e5, 1e5]);", threw("RangeError")],
  [
    "a text that fills the memory",
    'const sigmoid = () => { let s = "x"; for (;;) s += s; };',
    threw("RangeError: Invalid string length"),
  ],
  ["a giant result", 'const sigmoid = () => "x".repeat(3e7);', /result is too large|memory/],
  [
    "a flood of output",
    'const sigmoid = () => { for (let i = 0; i < 1e5; i++) console.log("x".repeat(100)); return 7; };',
    /expected/,
  ],
  [
    "a finalizer that throws",
    "const sigmoid = () => { new FinalizationRegistry(() => { throw 1; }).register({}, 1); return 7; };",
    /expected/,
  ],
  ["a rejection that nobody handles", "const sigmoid = () => { Promise.reject(new Error()); return 7; };", /expected/],
  ["throwing nothing", "const sigmoid = () => { throw undefined; };", threw("undefined")],
  [
    "throwing what cannot be printed",
    "const sigmoid = () => { throw { get name() { throw 1; }, toString() { throw 2; } }; };",
    /cannot be printed/,
  ],
  [
    "throwing a proxy",
    "const sigmoid = () => { throw new Proxy({}, { get() { throw 1; }, getPrototypeOf() { throw 2; } }); };",
    /cannot be printed/,
  ],
  ["no function", "const sigmoid = 0.5;", threw("an error: it is of type number, not a function")],
  ["a class", "class sigmoid {}", threw("TypeError: Class constructor sigmoid cannot be invoked")],
];

describe.each<[string, Attack[]]>([
  ["Reaching outside", outside],
  ["Forging results", forging],
  ["Using up what there is", exhausting],
])("%s", (_, attacks) => {
  test.each(attacks)("%s", async (_name, source, message) => {
    expect(await attack(source)).toMatch(message);
  });
});

describe("Files that are refused", () => {
  test.each<[string, string, RegExp]>([
    ["an import of Node's", 'import fs from "fs";\nconst sigmoid = () => fs;', /imports "fs"/],
    [
      "an import by a path",
      'import { sigmoid as s } from "../../src/assignments/01-logistic-regression/staff/solution";\nconst sigmoid = s;',
      /imports "..\/..\/src/,
    ],
    [
      "an import when called",
      'const sigmoid = () => import("node:child_process");',
      /imports "import\(node:child_process\)"/,
    ],
    ["an import of data", 'const sigmoid = () => import("data:text/javascript,1");', /imports/],
    ["a name that looks like the function's", "const sigmоid = () => 1;", /defines none of the graded functions/],
    ["code that closes its wrapper", "}); process.exit(); (function () { function sigmoid() {}", /syntax error/],
    [
      "a message in colours",
      'import x from "\\u001b[31mred\\u0007";\nconst sigmoid = () => x;',
      /^imports " \[31mred "/,
    ],
  ])("%s", async (_, source, message) => {
    const { status, score, error } = await grade(source);
    expect({ status, score }).toEqual({ status: "not-gradable", score: null });
    expect(error).toMatch(message);
  });
});

describe("What the others notice of it", () => {
  test("nothing: an honest function beside a patched world gets its points, in the same submission", async () => {
    const patch =
      "function initializeWithZeros() { Math.exp = () => 0; (Object.prototype as any).w = 1; (np as any).divide = () => 0; return { w: 0, b: 0 }; }";
    const { functions } = await grade(
      `${honest}${patch}\nfunction sigmoid(z: any) { return honest(z); }\nfunction predict(w: NDArray, b: number, X: NDArray) { return np.greater(honest(np.add(np.dot(w.T, X), b)), 0.5); }`,
    );
    const points = Object.fromEntries(functions.map((one) => [one.name, one.points]));
    expect(points).toMatchObject({ sigmoid: 10, initializeWithZeros: 0, predict: 15 });
  });

  test("memory that one function fills and keeps is there again for the next", async () => {
    const hoard =
      "const hoard: any[] = [];\nfunction initializeWithZeros() { try { for (;;) hoard.push(new Float64Array(1e5).fill(1)); } catch {} return 0; }";
    const { functions } = await grade(`${honest}${hoard}\nfunction sigmoid(z: any) { return honest(z); }
function predict(w: NDArray, b: number, X: NDArray) { return np.greater(honest(np.add(np.dot(w.T, X), b)), 0.5); }`);
    const points = Object.fromEntries(functions.map((one) => [one.name, one.points]));
    expect(points).toMatchObject({ sigmoid: 10, initializeWithZeros: 0, predict: 15 });
  });

  test("text in messages cannot colour a terminal or break a line", async () => {
    const message = await attack('const sigmoid = () => { throw new Error("\\u001b[31m\\nred\\u202Eder\\u0000"); };');
    expect(message).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  test("no process is left, and no file", async () => {
    // A process that was killed a moment ago may still be listed.
    await expect.poll(sandboxProcesses, { timeout: 10_000 }).toEqual([]);
    expect(readdirSync(folder)).toEqual(["attacker.ts"]);
  });
});

/** Command lines of sandboxes that this process has started. */
function sandboxProcesses(): string[] {
  const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, "utf8").trim().split(" ");
  const commands = children.filter(Boolean).map((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8");
    } catch {
      return "";
    }
  });
  return commands.filter((command) => command.includes("nablab/sandbox-"));
}

test("the sandbox's file holds no solutions, no expected results and no known mistakes", () => {
  const text = readFileSync(run.sandboxBundle, "utf8");
  expect(text).toContain("matmul");
  for (const secret of ["lr-forgot-m", "logLikelihood", "sigmoid.course", "hiddenChecks", "initializeWithZeros"]) {
    expect(text).not.toContain(secret);
  }
});
