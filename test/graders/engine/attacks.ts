/** What a submission may try, and what it gets for it. Each is the source of a `sigmoid` in assignment 1. */

/** [what is tried, the code, the beginning of the message] */
export type Attack = [string, string, RegExp];

const threw = (error: string): RegExp => new RegExp(`^It threw ${error}`);

const outside: Attack[] = [
  ["process", "const sigmoid = () => (globalThis as any).process.env;", /./],
  [
    "process.exit",
    "const sigmoid = () => process.exit(0);",
    threw("TypeError: process.exit is not available in grading"),
  ],
  [
    "process.binding",
    'const sigmoid = () => process.binding("fs");',
    threw("TypeError: process.binding is not available"),
  ],
  [
    "a module by another name",
    'const load = require; const sigmoid = () => load("fs");',
    threw("Error: fs is not available in grading"),
  ],
  ["fetch", 'const sigmoid = () => fetch("http://127.0.0.1");', threw("TypeError: fetch is not available in grading")],
  ["a worker", 'const sigmoid = () => new Worker("x");', threw("ReferenceError")],
  ["eval", 'const sigmoid = () => eval("1");', threw("TypeError: eval is not available")],
  ["indirect eval", 'const sigmoid = () => (0, eval)("1");', threw("TypeError: eval is not available")],
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
    threw("TypeError: WebAssembly is not available"),
  ],
  ["shared memory", "const sigmoid = () => new SharedArrayBuffer(8);", threw("TypeError")],
  [
    "sleeping without using time",
    "const sigmoid = () => Atomics.wait(new Int32Array(4), 0, 0);",
    threw("TypeError: Atomics is not available"),
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
  [
    "errors of the process, from what formats stacks where the stack is full",
    `const found: any[] = [];
function deep(): void {
  try { deep(); } catch {}
  for (let i = 0; i < 3; i++) try { return void new Error("x").stack; } catch (error) { if (found.length < 500) found.push(error); }
}
const sigmoid = () => { deep(); throw \`caught \${found.length > 0}, foreign \${found.filter((error) => !(error instanceof Error)).length}\`; };`,
    threw("caught true, foreign 0"),
  ],
  [
    "errors of the process, from captured stacks where the stack is full",
    `const found: any[] = [];
function deep(): void {
  try { deep(); } catch {}
  try { const o: any = {}; (Error as any).captureStackTrace(o); void o.stack; } catch (error) { if (found.length < 500) found.push(error); }
}
const sigmoid = () => { deep(); throw \`foreign \${found.filter((error) => !(error instanceof Error)).length}\`; };`,
    threw("foreign 0"),
  ],
  [
    "the process, through what its lists and functions are patched with",
    `let got: any;
const sigmoid = () => {
  (Array.prototype as any).shift = function (this: any) { got ??= this; };
  (Function.prototype as any).call = function (this: any, ...given: any[]) { got ??= given; };
  (Function.prototype as any).apply = function (this: any, ...given: any[]) { got ??= given; };
  throw got;
};`,
    threw("undefined"),
  ],
];

const forging: Attack[] = [
  [
    "JSON.stringify",
    'const sigmoid = () => { JSON.stringify = () => \'{"kind":"returned","correct":true,"points":100}\'; return 7; };',
    /expected/,
  ],
  ["JSON.parse", "const sigmoid = () => { JSON.parse = () => ({ points: 100 }); return 7; };", /expected/],
  [
    "Math.abs, which compares",
    "const sigmoid = () => { Math.abs = () => 0; Math.max = () => 0; return 7; };",
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
    "const sigmoid = () => { (Float64Array.prototype as any).every = () => true; (Float64Array.prototype as any).fill = () => 0; return 7; };",
    /expected/,
  ],
  [
    "Symbol.iterator",
    "const sigmoid = () => { (Array.prototype as any)[Symbol.iterator] = function* () {}; return 7; };",
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
    "const sigmoid = () => { (Number.prototype as any).toJSON = () => 0.5; return 7; };",
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
    "const sigmoid = () => { const go = (): any => Promise.resolve().then(go); go(); return 7; };",
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
  [
    "no function",
    "const sigmoid = 0.5;",
    /^It was not run: `sigmoid` is not a function in line \d+, where it is declared/,
  ],
  ["a class", "class sigmoid {}", threw("TypeError: Class constructor sigmoid cannot be invoked")],
];

/** Every attack, by what it is after. */
export const attacks: readonly (readonly [string, readonly Attack[]])[] = [
  ["Reaching outside", outside],
  ["Forging results", forging],
  ["Using up what there is", exhausting],
];

/** What an attack hands in. */
export function sourceOf([, body]: Attack): string {
  return `import { np, NDArray } from "nablab";\n${body}`;
}
