import type { Row } from "../Row";

/** The loop of `optimize`, with something else at its beginning. */
const inLoop = (code: string): Row["replace"] => [
  "for (let i = 0; i < numIterations; i++) {",
  `for (let i = 0; i < numIterations; i++) {\n    ${code}`,
];

const used = (name: string, code: string): Row => ({ name, replace: inLoop(code) });

const away = (name: string, code: string, names: readonly string[], imports = ""): Row => ({
  ...{ name, imports, replace: inLoop(code) },
  // `model` calls it.
  away: { optimize: names, model: names },
});

/** What programs use beside arrays: all of it is in the sandbox too, or is said to be missing in both worlds. */
export const environment: readonly Row[] = [
  {
    name: "progress of a number",
    replace: ["for (let i = 0; i < numIterations; i++) {", 'for (const i of progress(numIterations, "descent")) {'],
  },
  {
    name: "progress of a list",
    replace: [
      "for (let i = 0; i < numIterations; i++) {",
      "for (const i of progress([...Array(numIterations).keys()])) {",
    ],
  },
  {
    name: "progress of an iterator, in a nest",
    replace: [
      "for (let i = 0; i < numIterations; i++) {",
      "for (const i of progress(Array(numIterations).keys(), 'outer')) {\n    for (const j of progress(new Set([1]))) void j;",
    ],
  },
  used("timeit", "if (i === 0 && !(timeit(() => np.ones([2, 2]), 3) >= 0)) throw new Error('no time');"),
  used("a clone", "if (structuredClone([costs])[0] === costs) throw new Error('the same');"),
  used("text written to the output", "if (i === 0) process.stdout.write('step ' + i + '\\r');"),
  used(
    "every kind of message",
    "console.log(i); console.table([{ i }]); console.time('t'); console.timeEnd('t'); console.assert(true); console.group(); console.groupEnd(); console.error('%d', i);",
  ),
  used(
    "clocks",
    "const t = performance.now(); const d = Date.now(); if (performance.now() < t || Date.now() < d || new Date().getFullYear() < 2020) throw new Error('back');",
  ),
  used("marks", "performance.mark('a'); if (!(performance.measure('b', 'a').duration >= 0)) throw new Error('back');"),
  used(
    "timers",
    "const once = setTimeout(() => {}, 5); const often = setInterval(() => {}, 5); const soon = setImmediate(() => {}); once.unref(); clearTimeout(once); clearInterval(often); clearImmediate(soon); queueMicrotask(() => {}); process.nextTick(() => {});",
  ),
  used(
    "text as bytes",
    "if (new TextDecoder().decode(new TextEncoder().encode('σ')) !== 'σ') throw new Error('text');",
  ),
  used("base64", "if (atob(btoa('w')) !== 'w') throw new Error('base64');"),
  used("a buffer", "if (Buffer.from('c2lnbWE=', 'base64').toString() !== 'sigma') throw new Error('buffer');"),
  used(
    "what process tells",
    "if (process.env.NABLAB_NOT_SET || process.hrtime().length !== 2 || !(process.memoryUsage().heapUsed > 0) || process.argv.length < 1) throw new Error('process');",
  ),
  used(
    "an exact time",
    "const [s] = process.hrtime(); if (process.hrtime.bigint() < BigInt(s)) throw new Error('back');",
  ),
  used(
    "random identifiers",
    "if (crypto.randomUUID().length !== 36 || crypto.getRandomValues(new Uint8Array(4)).length !== 4) throw new Error('random');",
  ),
  used(
    "formatted numbers",
    "if (new Intl.NumberFormat('en').format(1234.5) !== '1,234.5' || (1234.5).toLocaleString('en') !== '1,234.5') throw new Error('format');",
  ),
  used("sorted words", "if (['b', 'a'].sort(new Intl.Collator('en').compare)[0] !== 'a') throw new Error('order');"),
  used(
    "events and aborts",
    "const c = new AbortController(); let seen = 0; c.signal.addEventListener('abort', () => seen++); c.abort(); const t = new EventTarget(); t.addEventListener('x', () => seen++); t.dispatchEvent(new Event('x')); if (seen !== 2) throw new Error('events');",
  ),
  used("the global object", "if (globalThis.Math !== Math || typeof global !== 'object') throw new Error('global');"),
  used("plots from a function", "if (i === 0) { plot.line([1, 2]); display({ 'text/plain': 'x' }); }"),
  used("weak references", "const r = new WeakRef({ i }); new FinalizationRegistry(() => {}).register({}, r.deref());"),
  used(
    "the newest of JavaScript",
    "Object.groupBy([1], () => 'a'); Promise.withResolvers(); new Set([1]).union(new Set([2])); [1].toSorted(); Array.fromAsync([1]); 'x'.at(-1);",
  ),
  used(
    "moons and generators",
    "if (i === 0 && makeMoons(4, { noise: 0.1, random: new RandomState(1) }).X.size !== 8) throw new Error('moons');",
  ),
  {
    name: "a promise that nobody awaits",
    replace: inLoop("if (i === 0) void (async () => { await null; })();"),
  },
  {
    name: "a duration in the log",
    replace: inLoop(
      "if (printCost) console.log((performance.now() / 1000).toFixed(1) + ' s', new Date().toISOString());",
    ),
  },
  away(
    "an assertion of Node",
    "assert(w.shape[0] === X.shape[0]);",
    ["node:assert"],
    'import assert from "node:assert";',
  ),
  away(
    "a clock of Node",
    "performanceOfNode.now();",
    ["node:perf_hooks"],
    'import { performance as performanceOfNode } from "node:perf_hooks";',
  ),
  away("a module that is required", 'require("node:util").inspect(i);', ["node:util"]),
  away("the network", "if (i === 0) void fetch('data:,x').catch(() => {});", ["fetch"]),
  away("an address", "new URLSearchParams('a=1').get('a');", ["URLSearchParams"]),
  away("code as text", "if ((0, eval)('1') !== 1) throw new Error('eval');", ["eval"]),
  away("the folder", "process.cwd();", ["process.cwd"]),
  away("machine code", "(globalThis as any).WebAssembly.validate(new Uint8Array(1));", ["WebAssembly"]),
  away("shared memory", "new SharedArrayBuffer(8);", ["SharedArrayBuffer"]),
  away("a hash", "void crypto.subtle.digest('SHA-256', new Uint8Array(1));", ["crypto.subtle"]),
  {
    name: "a name that is only asked for",
    replace: inLoop("if (typeof (globalThis as any).window !== 'undefined') throw new Error('browser');"),
  },
  {
    name: "a name of one's own that is missing there",
    before: ["const fetchOne = (): number => 1;", "const URL = 'x';"],
    replace: inLoop("if (fetchOne() !== 1 || URL !== 'x') throw new Error('names');"),
  },
];
