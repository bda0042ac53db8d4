/**
 * The sandbox offers what the notebook offers: every global and every export of the library is looked at in both, the
 * kernel's engine and a learner's realm, and small programs give the same result. What stays away is in one list.
 */
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root } from "../../../../graders/course/folderOf";
import { bundleSandbox } from "../../../../graders/sandbox/host/bundle";
import { Sandbox } from "../../../../graders/sandbox/host/Sandbox";
import { unavailable } from "../../../../src/check/unavailable";
import type { CellRunner as Runner } from "../../../../src/kernel/CellRunner";
import type { nodeParts as partsIn } from "../../../../src/kernel/node/nodeParts";
import { wallUnderTest } from "../../wallUnderTest";

const { CellRunner } = require(join(root, "dist/kernel/CellRunner.js")) as { CellRunner: typeof Runner };
const { nodeParts } = require(join(root, "dist/kernel/node/nodeParts.js")) as { nodeParts: typeof partsIn };

/** Objects whose properties are compared, and how names in them begin in the list of what is missing. */
const globals: [object: string, path: string][] = [
  ["globalThis", ""],
  ...["process", "console", "performance", "crypto", "Buffer", "Math", "Intl", "Promise"].map(
    (name): [string, string] => [name, `${name}.`],
  ),
];
const library =
  "nablab nablab.np nablab.np.random nablab.np.linalg nablab.plot nablab.NDArray nablab.NDArray.prototype nablab.RandomState.prototype".split(
    " ",
  );
const objects = [...globals.map(([object]) => object), ...library];

const expressions = [
  "[...nablab.progress(3)]",
  "[...nablab.progress(0, 'none')]",
  "[...nablab.progress(['a', 'b'], 'letters')]",
  "[...nablab.progress(new Set([1]))]",
  "[...nablab.progress((function* () { yield 1; })())]",
  "nablab.progress(-1)",
  "nablab.progress(1.5)",
  "nablab.progress(2)[Symbol.iterator]().next()",
  "(() => { let calls = 0; const time = nablab.timeit(() => calls++, 3); return [typeof time, time >= 0, calls]; })()",
  "nablab.display({ 'text/plain': 'x' }) === undefined",
  "nablab.plot.line([1, 2]) === undefined",
  "nablab.check({}) === undefined",
  "nablab.useAssignment('logistic-regression') === undefined",
  "nablab.ready()",
  "String(nablab.np.array([[1, 2], [3, 4]]))",
  "nablab.np.dot(nablab.np.ones([64, 64]), nablab.np.ones([64, 64])).at(0, 0)",
  "new nablab.RandomState(3).randn(2).tolist()",
  "structuredClone({ a: [1, new Date(5)], b: new Map([[1, new Set([2])]]).size, c: undefined })",
  "(() => { const a = { list: [] }; a.self = a; const b = structuredClone(a); return [b.self === b, b !== a]; })()",
  "[...structuredClone(new Float32Array([1, 2]).subarray(1))]",
  "structuredClone(new RangeError('no')).name",
  "structuredClone(() => 1)",
  "structuredClone(Symbol('a'))",
  "structuredClone({ a: Promise.resolve() })",
  "structuredClone(nablab.np.ones([1, 2])) instanceof nablab.NDArray",
  "Object.keys(structuredClone(new (class { a = 1; get b() { return 2; } })()))",
  "[...new TextEncoder().encode('aσ😀\\ud800')]",
  "new TextEncoder().encodeInto('σσ', new Uint8Array(3))",
  "new TextDecoder().decode(new Uint8Array([0xef, 0xbb, 0xbf, 0x61, 0xff, 0xe2, 0x82, 0x61, 0xf0, 0x9f, 0x98, 0x80]))",
  "new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array([0xc0]))",
  "new TextDecoder('utf-16le').decode(new Uint8Array([0x61, 0, 0x3d, 0xd8]))",
  "(() => { const d = new TextDecoder(); return d.decode(new Uint8Array([0xe2, 0x82]), { stream: true }) + d.decode(new Uint8Array([0xac])); })()",
  "new TextDecoder('no such')",
  "[btoa('hi'), btoa(''), btoa('abc'), atob('aGk='), atob(' aG k')]",
  "btoa('σ')",
  "atob('?')",
  "Buffer.from('hé', 'utf8').toString('base64') + Buffer.concat([Buffer.alloc(2), Buffer.from([1])]).readUInt8(2)",
  "Buffer.from([1, 2, 3]).equals(Buffer.from('010203', 'hex')) && Buffer.isBuffer(Buffer.alloc(0)) && Buffer.byteLength('σ') === 2",
  "new Promise((done) => { const seen = []; setTimeout(() => { seen.push('t'); done(seen); }, 20); setImmediate(() => seen.push('i')); queueMicrotask(() => seen.push('m')); })",
  "new Promise((done) => { let n = 0; const t = setInterval(() => { if (++n === 3) { clearInterval(t); done(n); } }, 1); })",
  "(() => { const t = setTimeout(() => {}, 1); const kinds = [typeof t, typeof +t, t.hasRef(), t.unref() === t, t.ref() === t, t.refresh() === t]; clearTimeout(t); return kinds; })()",
  "new Promise((done) => process.nextTick(done, 7))",
  "new Promise((done) => { const t = setTimeout(() => done('late'), 5); clearTimeout(+t); setTimeout(() => done('cleared'), 20); })",
  "[process.stdout.write(''), typeof process.env.PATHS, process.hrtime().length, typeof process.hrtime.bigint(), typeof process.memoryUsage().heapUsed, typeof process.memoryUsage.rss(), typeof process.uptime()]",
  "process.on('exit', () => {}) === process",
  "console.log('') === undefined && console.table([]) === undefined && console.count('a') === undefined",
  "(() => { performance.mark('a'); const m = performance.measure('b', 'a'); return [m.name, m.entryType, m.duration >= 0, performance.getEntriesByName('b').length, typeof performance.timeOrigin]; })()",
  "performance.measure('b', 'no such mark')",
  "performance.now() <= performance.now() && Date.now() <= Date.now()",
  "(() => { const id = crypto.randomUUID(); return [/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id), id !== crypto.randomUUID()]; })()",
  "crypto.getRandomValues(new Uint16Array(3)).length",
  "(() => { const seen = []; const t = new EventTarget(); t.addEventListener('x', (e) => seen.push(e.type, e.target === t), { once: true }); t.addEventListener('x', { handleEvent: (e) => e.preventDefault() }); return [t.dispatchEvent(new Event('x', { cancelable: true })), t.dispatchEvent(new CustomEvent('x', { detail: 1 })), seen]; })()",
  "(() => { const c = new AbortController(); const seen = []; c.signal.onabort = () => seen.push(c.signal.aborted); c.abort(); c.abort(); return [seen, c.signal.reason.name, c.signal.reason.code]; })()",
  "AbortSignal.abort().throwIfAborted()",
  "[AbortSignal.abort(5).reason, AbortSignal.any([AbortSignal.abort(6)]).reason]",
  "(() => { const e = new DOMException('m', 'AbortError'); return [e.name, e.message, e.code, e instanceof Error]; })()",
  "[new Intl.NumberFormat('en').format(1234.5), (0.5).toLocaleString('en', { style: 'percent' }), typeof new Intl.DateTimeFormat('en').format()]",
  "new Intl.DateTimeFormat('en', { timeZone: 'UTC' }).format(new Date(0))",
  "global === globalThis",
  "[typeof fetch, typeof WebAssembly, typeof require, typeof window, typeof document]",
];

/** What Node keeps for itself, or for programs that are not in a notebook. */
const internal =
  /^(_.*|constructor|moduleLoadList|domain|getActiveResourcesInfo|constrainedMemory|ref|unref|finalization|allowedNodeEnvironmentFlags|setUncaughtExceptionCaptureCallback|addUncaughtExceptionCaptureCallback|hasUncaughtExceptionCaptureCallback|sourceMapsEnabled|setSourceMapsEnabled|debugPort|channel|connected|noProcessWarnings|setMaxListeners|getMaxListeners|rawListeners|eventNames|prependOnceListener|nodeTiming|addEventListener|removeEventListener|dispatchEvent|markResourceTiming|onresourcetimingbufferfull|setResourceTimingBufferSize|clearResourceTimings|Console|context|createTask|poolSize|copyBytesFrom|fromBase64|fromHex|asciiSlice|base64Slice|base64urlSlice|latin1Slice|hexSlice|ucs2Slice|utf8Slice|asciiWriteStatic|.*Write|.*WriteStatic|parent|offset)$/;

type Found = { value: unknown } | { error: string };
type Kinds = Record<string, string>;

let sandbox: Sandbox;
/** What each expression gives in the notebook. */
let there: Record<string, Found>;

/** JavaScript: an asynchronous function that returns, as JSON, the expression's value or the error that it throws. */
const functionOf = (expression: string): string => `async () => {
  try { return JSON.stringify({ value: await (async () => (${expression}))() }) }
  catch (error) { return JSON.stringify({ error: error.name + ": " + error.message }) }
}`;

/** The kind of each property of an object, with the number of its parameters if it is a function. */
const kindsOf = (object: string): string => `(() => {
  const kinds = {}, names = new Set();
  for (let o = ${object}; o && o !== Object.prototype && o !== Function.prototype; o = Object.getPrototypeOf(o))
    for (const name of Object.getOwnPropertyNames(o)) names.add(name);
  for (const name of names) {
    try { kinds[name] = typeof ${object}[name]; } catch { continue; }
    try { if (kinds[name] === "function") kinds[name] += " of " + ${object}[name].length; else if (kinds[name] === "object") void (${object}[name] ?? {}).x; } catch { kinds[name] += " away"; }
  }
  return kinds;
})()`;

beforeAll(async () => {
  sandbox = await Sandbox.start(await bundleSandbox(), { seconds: 60, memoryMB: 256, ...wallUnderTest() });
  there = await inNotebook([...objects.map(kindsOf), ...expressions]);
}, 120_000);
afterAll(() => sandbox.end());

/** Evaluates them in the kernel's engine, in one cell, past the compiler: what they do is compared, not their types. */
async function inNotebook(all: readonly string[]): Promise<Record<string, Found>> {
  let printed = "";
  const notebook = new CellRunner(nodeParts(join(root, "notebooks")), (output) => {
    if (output.type === "stream") printed += output.text;
  });
  const code = `async (nablab, require) => {
    const results = [];
    for (const f of [${all.map(functionOf).join(",")}]) results.push(await f());
    return JSON.stringify(results);
  }`;
  const cell = `import * as nablab from "nablab";
nablab.useAssignment("logistic-regression");
const run = (0, eval)(${JSON.stringify(code)});
const results = await run(nablab, require);
console.log("\\nresults " + results);`;
  const { error } = await notebook.run(cell, "Cell [1]");
  notebook.stop();
  if (error) throw new Error(error.evalue);
  const results = JSON.parse(/^results (.*)$/m.exec(printed)?.[1] ?? "") as string[];
  return Object.fromEntries(all.map((expression, i) => [expression, JSON.parse(results[i])]));
}

async function inSandbox(expression: string): Promise<Found> {
  const program = `(function (nablab, require, $standIns) { "use strict"; return { f: ${functionOf(expression)} }; })`;
  expect(await sandbox.load(program, [])).toMatchObject({ kind: "loaded" });
  const outcome = await sandbox.call("f", "[]", async () => ({ failed: true, text: "" }), true);
  if (outcome.kind !== "outcome") throw new Error(JSON.stringify(outcome));
  return JSON.parse(JSON.parse(outcome.text).value);
}

async function kindsIn(object: string): Promise<[notebook: Kinds, sandbox: Kinds]> {
  const found = [there[kindsOf(object)], await inSandbox(kindsOf(object))];
  return found.map((each) => ("value" in each ? each.value : each)) as [Kinds, Kinds];
}

/** Its parameters cannot even be counted. */
const isStandIn = (kinds: Kinds, name: string): boolean => kinds[name].endsWith(" away");

describe("Every global of the notebook is in the sandbox, or in the list of what is not", () => {
  test.each(globals)("%s", async (object, path) => {
    const [notebook, here] = await kindsIn(object);
    const names = Object.keys(notebook).filter((name) => !internal.test(name) && notebook[name] !== "undefined");
    expect(names.length).toBeGreaterThan(1);
    const isAway = (name: string): boolean => unavailable[path + name] !== undefined;
    const kind = (kinds: Kinds) => names.map((name) => [name, kinds[name]?.split(" ")[0]]);
    expect(kind(here)).toEqual(kind(notebook));
    // They are in one place only.
    expect(names.filter((name) => isAway(name) !== isStandIn(here, name))).toEqual([]);
  });
});

test("What is in the list says so when it is used", async () => {
  const uses = Object.keys(unavailable).map((name) =>
    name.startsWith("load") ? `nablab.${name}()` : `${name}.anything`,
  );
  const found = await inSandbox(`Promise.all([${uses.map(functionOf)}].map((use) => use()))`);
  const said = Object.keys(unavailable).map((name) => {
    const error = expect.stringContaining(`TypeError: ${name} is not available in grading, where`);
    return { error };
  });
  expect((found as { value: string[] }).value.map((text) => JSON.parse(text))).toEqual(said);
});

test("Each export of the library is there, with its kind and parameters", async () => {
  for (const object of library) {
    const [notebook, here] = await kindsIn(object);
    for (const name of [...Object.keys(unavailable), "__esModule", "default"]) {
      delete notebook[name];
      delete here[name];
    }
    expect(Object.keys(notebook).length).toBeGreaterThan(0);
    expect([object, here]).toEqual([object, notebook]);
  }
});

describe("Small programs do the same", () => {
  test.each(expressions)("%s", async (expression) => {
    expect(await inSandbox(expression)).toEqual(there[expression]);
  });
});
