import { mkdtempSync, rmdirSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { executeContent, JupyterClient } from "../../graders/authoring/execution/JupyterClient";
import { runNotebook } from "../../graders/authoring/execution/runNotebook";

/** Errors that cannot be read, or not without end, and what is said of them. */
const errors: [name: string, code: string, evalue: string | RegExp][] = [
  ["a circular cause", "const e: any = new Error('x'); e.cause = e; throw e;", "x"],
  [
    "causes without end",
    "class E extends Error { get cause() { return new E('more'); } } throw new E('first');",
    "first",
  ],
  [
    "a message that throws",
    "throw Object.defineProperty(new Error('m'), 'message', { get() { throw new Error('getter'); } });",
    /cannot be shown/,
  ],
  ["a name that throws", "throw Object.defineProperty(new Error('m'), 'name', { get() { throw 1; } });", "m"],
  ["a name that is a symbol", "throw Object.assign(new Error('m'), { name: Symbol('n') });", "m"],
  [
    "a message that is no text",
    "throw Object.assign(new Error(), { message: { toString() { throw 1; } } });",
    /cannot be shown/,
  ],
  ["a stack that throws", "throw Object.defineProperty(new Error('m'), 'stack', { get() { throw 1; } });", "m"],
  [
    "a proxy with traps that throw",
    "throw new Proxy(new Error('m'), { get() { throw 1; }, getPrototypeOf() { throw 2; } });",
    /cannot be described/,
  ],
  ["a revoked proxy", "const r = Proxy.revocable({}, {}); r.revoke(); throw r.proxy;", /Proxy|cannot/],
  [
    "a value whose inspect method throws",
    "throw { [Symbol.for('nodejs.util.inspect.custom')]() { throw new Error('i'); } };",
    /cannot be shown/,
  ],
  ["a message of 300 MB", "throw new Error('x'.repeat(3e8));", /^x{10000}\n… and more: an error is cut after 10 kB$/],
  ["a name of 1 MB", "throw Object.assign(new Error('m'), { name: 'N'.repeat(1e6) });", "m"],
  [
    "a value with too many properties",
    "throw Object.fromEntries(Array.from({ length: 1e4 }, (_, i) => ['k' + i, i]));",
    /^\{\n {2}k0: 0[\s\S]{9900,}… and more: an error is cut after 10 kB$/,
  ],
  ["a value that refuses to be text", "throw { [Symbol.toPrimitive]() { throw 1; }, toString: null };", /toString/],
  [
    "an inspect method that throws, as the result",
    "({ [Symbol.for('nodejs.util.inspect.custom')]() { throw new Error('shown'); } })",
    "shown",
  ],
  ["a format that is a number", "({ [Symbol.for('nablab.mime')]() { return 5; } })", /expected formats.* but got 5/],
  ["a format that is a list", "({ [Symbol.for('nablab.mime')]() { return ['a']; } })", /expected formats/],
  [
    "a text that is a number",
    "({ [Symbol.for('nablab.mime')]() { return { 'text/plain': 5 }; } })",
    /expected a string under "text\/plain".* but got 5/,
  ],
  ["a format that JSON does not have", "({ [Symbol.for('nablab.mime')]: () => ({ 'a/json': 1n }) })", /BigInt/],
  ["a format that is rejected", "({ async [Symbol.for('nablab.mime')]() { throw new Error('no'); } })", "no"],
  ["a display of nothing", "import { display } from 'nablab'; display({} as any);", /expected formats/],
];

it("ends a cell whatever its error is, and runs the next one", async () => {
  const results = await runNotebook(
    errors.flatMap(([, code]) => [code, "'alive'"]),
    { directory: os.tmpdir(), keepGoing: true, seconds: 20 },
  );
  const expected = errors.map(([name, , evalue]) => [
    name,
    "error",
    typeof evalue === "string" ? evalue : expect.stringMatching(evalue),
    "'alive'",
  ]);
  const found = errors.map(([name], index) => {
    const [failed, next] = results.slice(2 * index, 2 * index + 2);
    return [name, failed.status, failed.evalue, next.result?.["text/plain"]];
  });
  expect(found).toEqual(expected);
}, 90_000);

describe("What a value shows as", () => {
  it.each([
    ["a promise that is pending", "new Promise(() => {})", "Promise { <pending> }"],
    ["one that is fulfilled", "Promise.resolve(5)", "Promise { 5 }"],
    ["a thenable that never settles", "({ then() {} })", /then/],
    [
      "formats that are promised",
      "({ async [Symbol.for('nablab.mime')]() { await null; return { 'text/plain': 'p' }; } })",
      "p",
    ],
    ["a proxy whose traps throw", "new Proxy({ a: 1 }, { get() { throw 1; } })", /a: 1/],
  ])("%s", async (_, code, text) => {
    const shown = await resultOf(code);
    if (typeof text === "string") expect(shown).toBe(text);
    else expect(shown).toMatch(text);
  });

  it("nothing, where its formats are undefined", async () => {
    const { reply, published } = await client.execute("({ [Symbol.for('nablab.mime')]() {} })");
    expect(reply.content.status).toBe("ok");
    expect(published.map(({ header }) => header.msg_type)).toEqual(["status", "execute_input", "status"]);
  });
});

let client: JupyterClient;
beforeAll(async () => {
  client = await JupyterClient.start(os.tmpdir());
}, 60_000);
afterAll(() => client.stop());

async function resultOf(code: string): Promise<unknown> {
  const { published, reply } = await client.execute(code);
  const result = published.find(({ header }) => header.msg_type === "execute_result");
  return (result?.content.data as Record<string, string> | undefined)?.["text/plain"] ?? reply.content.evalue;
}

it.each([
  "process.removeAllListeners();",
  "process.removeAllListeners('uncaughtException'); process.removeAllListeners('message');",
  "for (const event of process.eventNames()) for (const f of process.listeners(event as any)) process.off(event as any, f as any);",
  "process.disconnect?.();",
  "JSON.stringify = () => ''; JSON.parse = () => null;",
  "Promise.prototype.then = () => new Promise<never>(() => {}); Promise.prototype.catch = Promise.prototype.finally = Promise.prototype.then;",
  "require('node:fs').writeSync(3, 'no message\\n');",
])("goes on hearing after %s", async (code) => {
  await client.execute("let kept = 1;");
  expect((await client.execute(code)).reply.content.status).toBe("ok");
  await client.execute(
    "await new Promise((done) => { setTimeout(() => { throw new Error('late'); }, 0); setTimeout(done, 50); });",
  );
  expect(await resultOf("kept + 1")).toBe("2");
  // The next ones get an engine in which nothing is replaced.
  await client.execute("process.exit();");
});

const loopBesideTurns =
  "const again = () => { setImmediate(again); }; again(); await null; setImmediate(() => { console.log('on'); for (;;); }); await new Promise(() => {});";

it.each([
  ["a program that is waited for", "console.log('on'); require('node:child_process').execSync('sleep 30');"],
  ["a loop beside a turn that is due again and again", loopBesideTurns],
  ["one of its programs", "console.log('on'); require('node:child_process').execSync('echo; sleep 30; echo');"],
  [
    "a description that never ends",
    "console.log('on'); throw { [Symbol.for('nodejs.util.inspect.custom')]() { for (;;); } };",
  ],
  ["a result that never ends", "console.log('on'); ({ [Symbol.for('nodejs.util.inspect.custom')]() { for (;;); } })"],
  ["formats that never come", "console.log('on'); ({ [Symbol.for('nablab.mime')]: () => new Promise(() => {}) })"],
])("interrupts %s, and keeps the variables", async (_, code) => {
  await client.execute("let there = 7;");
  const id = await client.send("execute_request", executeContent(code));
  await client.until(() =>
    client.published.find((m) => m.parentHeader.msg_id === id && m.header.msg_type === "stream"),
  );
  await client.request("interrupt_request", {}, "control");
  expect((await client.finish(id)).reply.content).toMatchObject({ status: "error", ename: "KeyboardInterrupt" });
  expect(await resultOf("there")).toBe("7");
});

it("replaces an engine that does not react to an interrupt, and says that the variables are gone", async () => {
  // Whatever listens for the interrupt has been closed.
  const code = "console.log('on'); require('node:fs').closeSync(3); for (;;);";
  const fresh = await JupyterClient.start(os.tmpdir());
  const id = await fresh.send("execute_request", executeContent(code));
  await fresh.until(() => fresh.published.find((m) => m.parentHeader.msg_id === id && m.header.msg_type === "stream"));
  await fresh.request("interrupt_request", {}, "control");
  const { reply } = await fresh.finish(id);
  expect(reply.content).toMatchObject({ ename: "EngineStopped" });
  expect((await fresh.execute("1")).reply.content.status).toBe("ok");
  fresh.stop();
}, 30_000);

it("says so when the compiler itself fails", async () => {
  const deep = `${"(".repeat(20_000)}1${")".repeat(20_000)}`;
  const { reply, published } = await client.execute(deep);
  expect(reply.content).toMatchObject({ status: "error", ename: "CompilerError" });
  expect(reply.content.evalue).toMatch(/^the cell cannot be compiled \(.*\): split it/);
  expect(published.map(({ header }) => header.msg_type)).toContain("error");
  expect(await resultOf("'alive'")).toBe("'alive'");
});

it("says so when a cell's folder is gone and another engine cannot start", async () => {
  const gone = mkdtempSync(path.join(os.tmpdir(), "nablab-gone-"));
  const fresh = await JupyterClient.start(gone);
  await fresh.execute("1");
  rmdirSync(gone);
  await fresh.execute("process.exit();");
  const { reply } = await fresh.execute("2");
  expect(reply.content).toMatchObject({ status: "error", ename: "EngineStopped" });
  fresh.stop();
}, 30_000);

it("shows the errors that an AggregateError joins, and what is no error as a cause", async () => {
  const { reply } = await client.execute(
    "await Promise.any([Promise.reject(new Error('one')), Promise.reject(new TypeError('two'))]);",
  );
  const text = stripVTControlCharacters((reply.content.traceback as string[]).join("\n"));
  expect(text).toMatch(/^AggregateError: All promises were rejected[\s\S]*\[1\] Error: one[\s\S]*\[2\] TypeError: two/);
  const both = "{ using x = { [Symbol.dispose]() { throw new Error('at its end'); } }; throw new Error('within'); }";
  const suppressed = (await client.execute(both)).reply.content.traceback as string[];
  expect(stripVTControlCharacters(suppressed.join("\n"))).toMatch(/\[1\] Error: at its end[\s\S]*\[2\] Error: within/);
  const caused = await client.execute("throw new Error('no file', { cause: { code: 'ENOENT' } });");
  expect(stripVTControlCharacters((caused.reply.content.traceback as string[]).join("\n"))).toContain("ENOENT");
});

it("shows where an error came from after a message that is cut, and cuts what it joins", async () => {
  const traceback = async (code: string) => {
    const { reply } = await client.execute(code);
    return stripVTControlCharacters((reply.content.traceback as string[]).join("\n"));
  };
  expect(await traceback("throw new Error('m'.repeat(1e6));")).toMatch(
    /cut after 10 kB\n\n> 1 \| throw [\s\S]*at Cell/,
  );
  const joined =
    "throw new AggregateError(Array.from({ length: 9 }, () => new Error('z'.repeat(1e5), { cause: 'y'.repeat(1e5) })));";
  expect(await traceback(joined)).toMatch(/\[8\] Error: z/);
  const line = await traceback(`throw new Error('end'); /* ${"w".repeat(1e6)} */`);
  expect(line).toMatch(/w\n… and more: an error is cut after 100 kB$/);
  expect(await traceback(`const s: string = 1; /* ${"w".repeat(1e6)} */`)).toMatch(/w\n… and more: an error is cut/);
});

it("cuts the errors that a timer throws again and again", async () => {
  const code =
    "await new Promise<void>((done) => { let n = 0; const timer = setInterval(() => { if (++n > 1500) { clearInterval(timer); done(); } }, 0); });";
  await client.execute("const thrower = setInterval(() => { throw new Error('e'.repeat(9e3)); }, 0);");
  await client.execute(code);
  await client.execute("clearInterval(thrower);");
  const errors = client.published.filter(
    (m) => m.header.msg_type === "error" && /^e{9}/.test(String(m.content.evalue)),
  );
  expect(errors.length).toBeGreaterThan(10);
  expect(JSON.stringify(errors.map(({ content }) => content)).length).toBeLessThan(25e6);
  const isCut = ({ content }: { content: Record<string, unknown> }) =>
    /output of a cell is cut/.test(String(content.text));
  expect(client.published.filter(isCut)).toHaveLength(1);
}, 60_000);

it.each([
  "Error.prepareStackTrace = () => { throw new Error('p'); };",
  "Error.prepareStackTrace = (_, sites) => sites; void new Error('s').stack;",
  "Error.prepareStackTrace = undefined;",
  'const old = Error.prepareStackTrace; Error.prepareStackTrace = (error, sites) => "mine " + old(error, sites);',
])("says where an error came from after %s", async (code) => {
  await client.execute(code);
  const { reply } = await client.execute("\nthrow new Error('here');");
  expect(stripVTControlCharacters((reply.content.traceback as string[]).join("\n"))).toMatch(/at Cell \[\d+\]:2:7$/);
  await client.execute("process.exit();");
});

it("lets a package read the places of calls, and put back what was there", async () => {
  const code =
    "const before = Error.prepareStackTrace; Error.prepareStackTrace = (_, sites) => sites; const sites = new Error().stack as any; Error.prepareStackTrace = before; [Array.isArray(sites), typeof sites[0].getLineNumber(), new Error('x').stack!.split('\\n').length]";
  expect(await resultOf(code)).toBe("[ true, 'number', 2 ]");
});

it.each(["stdout", "stderr"])("writes on after %s was ended", async (name) => {
  await client.execute(`process.${name}.end('last\\n'); process.${name}.destroy();`);
  const code = `process.${name}.write('on '); require('node:child_process').execSync('echo child', { stdio: 'inherit' }); require('node:fs').writeSync(${name === "stdout" ? 1 : 2}, 'direct');`;
  const { reply, published } = await client.execute(code);
  expect(reply.content.status).toBe("ok");
  await client.until(() => client.published.find(({ content }) => /direct/.test(String(content.text))));
  expect(published.map(({ content }) => content.text ?? "").join("")).toContain("on ");
});
