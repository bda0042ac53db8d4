import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { executeContent, JupyterClient } from "../../graders/authoring/execution/JupyterClient";
import { runNotebook } from "../../graders/authoring/execution/runNotebook";
import { encodeMessage } from "../../src/kernel/node/protocol/wire";
import { createMessage } from "../../src/kernel/protocol/createMessage";
import type { Message } from "../../src/kernel/protocol/Message";
import { publishedFaults, replyFaults } from "./messageReference";

let client: JupyterClient;
beforeAll(async () => {
  client = await JupyterClient.start(path.resolve(__dirname, "../fixtures/kernel"));
}, 60_000);
afterAll(() => {
  client.stop();
  // Whatever was sent to any of these tests.
  expect(client.published.flatMap(publishedFaults)).toEqual([]);
  expect(client.replies.flatMap(replyFaults)).toEqual([]);
});

const types = (messages: Message[]) => messages.map(({ header }) => header.msg_type);
const ofType = (messages: Message[], type: string) => messages.filter(({ header }) => header.msg_type === type);

it("introduces itself", async () => {
  const { reply } = await client.request("kernel_info_request", {});
  expect(reply.content).toMatchObject({
    status: "ok",
    implementation: "nablab",
    language_info: { name: "typescript", file_extension: ".ts", mimetype: "text/typescript" },
  });
  expect(Number(reply.content.protocol_version)).toBeGreaterThanOrEqual(5.3);
});

it("publishes busy, input, output, result and idle in this order, then counts on", async () => {
  const { reply, published } = await client.execute('console.log("printed"); 6 * 7');
  expect(types(published)).toEqual(["status", "execute_input", "stream", "execute_result", "status"]);
  const [result] = ofType(published, "execute_result");
  expect(result.content.data).toEqual({ "text/plain": "42" });
  expect(reply.content).toMatchObject({ status: "ok", execution_count: result.content.execution_count });
  const next = await client.execute("1");
  expect(next.reply.content.execution_count).toBe(Number(reply.content.execution_count) + 1);
});

it("reports a thrown error on both channels, with the learner's frames only", async () => {
  await client.execute("function thrower(): void {\n  throw new RangeError('too far');\n}");
  const { reply, published } = await client.execute("[1].forEach(() => thrower());");
  const error = { ename: "RangeError", evalue: "too far" };
  expect(reply.content).toMatchObject({ status: "error", ...error });
  expect(ofType(published, "error")[0].content).toMatchObject(error);
  const frames = (reply.content.traceback as string[]).filter((line) => line.startsWith("    at "));
  const { execution_count: count } = reply.content;
  expect(frames).toEqual([
    `    at thrower (Cell [${Number(count) - 1}]:2:9)`,
    `    at Cell [${count}]:1:26`,
    `    at Cell [${count}]:1:5`,
  ]);
});

it("reports a type error without running the cell", async () => {
  const { reply, published } = await client.execute('console.log("ran"); const n: number = "one";');
  expect(reply.content).toMatchObject({ status: "error", ename: "TypeScriptError" });
  expect(reply.content.evalue).toMatch(/^TS2322: Type 'string' is not assignable to type 'number'/);
  expect(ofType(published, "stream")).toEqual([]);
});

it("fails the cell whose promise nobody waits for", async () => {
  const { reply } = await client.execute('void Promise.reject(new Error("unseen")); 1');
  expect(reply.content).toMatchObject({ status: "error", ename: "Error", evalue: "unseen" });
});

it("reports an error after the end of its cell there, and lives on", async () => {
  const id = await client.send(
    "execute_request",
    executeContent("setTimeout(() => { throw new Error('late'); }, 20);"),
  );
  expect((await client.finish(id)).reply.content.status).toBe("ok");
  const late = await client.until(() =>
    client.published.find(({ header, parentHeader }) => header.msg_type === "error" && parentHeader.msg_id === id),
  );
  expect(late.content).toMatchObject({ ename: "Error", evalue: "late" });
  expect((await client.execute("1")).reply.content.status).toBe("ok");
});

it.each([
  ["rejection", "setTimeout(() => void Promise.reject(new Error('of A')), 30);"],
  ["error", "setTimeout(() => { throw new Error('of A'); }, 30);"],
  ["output", "setTimeout(() => console.log('of A'), 30);"],
])("shows a late %s of one cell there, not in the cell that runs by then", async (_, code) => {
  const early = await client.send("execute_request", executeContent(code));
  const later = await client.execute("await new Promise((resolve) => setTimeout(resolve, 200)); 'B'");
  expect(later.reply.content.status).toBe("ok");
  const ofEarly = client.published.filter((message) => message.parentHeader.msg_id === early);
  const shown = ofEarly.filter(({ header }) => ["stream", "error"].includes(header.msg_type));
  expect(shown.map(({ content }) => content.evalue ?? content.text)).toEqual([expect.stringContaining("of A")]);
});

it("aborts what was sent behind a failing cell, and runs what is sent afterwards", async () => {
  const ids = await Promise.all(
    ["throw 1", "2", "3"].map((code) => client.send("execute_request", executeContent(code))),
  );
  const replies = await Promise.all(ids.map((id) => client.finish(id)));
  expect(replies.map(({ reply }) => reply.content.status)).toEqual(["error", "aborted", "aborted"]);
  expect((await client.execute("4")).reply.content.status).toBe("ok");
});

it("goes on behind a failing cell when told not to stop", async () => {
  const codes = ["throw 1", "2"].map((code) => executeContent(code, { stop_on_error: false }));
  const ids = await Promise.all(codes.map((content) => client.send("execute_request", content)));
  const replies = await Promise.all(ids.map((id) => client.finish(id)));
  expect(replies.map(({ reply }) => reply.content.status)).toEqual(["error", "ok"]);
});

it("publishes output while a synchronous loop is still running, and interrupts the loop", async () => {
  await client.execute("let steps = 0;");
  const id = await client.send("execute_request", executeContent('console.log("live"); while (true) steps++;'));
  await client.until(() =>
    client.published.find((m) => m.parentHeader.msg_id === id && m.header.msg_type === "stream"),
  );
  await client.request("interrupt_request", {}, "control");
  const { reply } = await client.finish(id);
  expect(reply.content).toMatchObject({ status: "error", ename: "KeyboardInterrupt" });
  const after = await client.execute("steps > 0");
  expect(ofType(after.published, "execute_result")[0].content.data).toEqual({ "text/plain": "true" });
});

it("completes and introduces itself while a cell runs, and stays busy", async () => {
  const id = await client.send(
    "execute_request",
    executeContent("const known = 1; console.log('on'); while (true) {}"),
  );
  await client.until(() =>
    client.published.find((m) => m.parentHeader.msg_id === id && m.header.msg_type === "stream"),
  );
  const { reply } = await client.request("complete_request", { code: "Math.hy", cursor_pos: 7 });
  expect(reply.content.matches).toEqual(["hypot"]);
  expect((await client.request("kernel_info_request", {})).reply.content.status).toBe("ok");
  const states = () => ofType(client.published, "status").map(({ content }) => content.execution_state);
  await client.until(() => (states().at(-1) === "busy" ? true : undefined));
  await client.request("interrupt_request", {}, "control");
  expect((await client.finish(id)).reply.content.ename).toBe("KeyboardInterrupt");
});

it.each([
  ["a loop after a top-level await", "await null; console.log('on'); while (true) {}"],
  ["a promise that never settles", "console.log('on'); await new Promise(() => {});"],
  [
    "a loop that waits between its steps",
    "while (true) { console.log('on'); await new Promise((r) => setTimeout(r, 5)); }",
  ],
  [
    "a loop inside a callback",
    "setTimeout(() => { console.log('on'); while (true) {} }, 1); await new Promise(() => {});",
  ],
])("interrupts %s", async (_, code) => {
  const id = await client.send("execute_request", executeContent(code));
  await client.until(() =>
    client.published.find((m) => m.parentHeader.msg_id === id && m.header.msg_type === "stream"),
  );
  await client.request("interrupt_request", {}, "control");
  expect((await client.finish(id)).reply.content).toMatchObject({ status: "error", ename: "KeyboardInterrupt" });
  expect((await client.execute("steps > 0")).reply.content.status).toBe("ok");
});

it("interrupts a cell that is still being compiled", async () => {
  const fresh = await JupyterClient.start();
  // The first cell waits for the library's types; the interrupt arrives long before.
  const id = await fresh.send("execute_request", executeContent("while (true) {}"));
  await fresh.until(() => fresh.published.find(({ header }) => header.msg_type === "execute_input"));
  await fresh.request("interrupt_request", {}, "control");
  const { reply } = await fresh.finish(id);
  fresh.stop();
  expect(reply.content).toMatchObject({ status: "error", ename: "KeyboardInterrupt" });
});

it("interrupts by signal, too", async () => {
  const id = await client.send("execute_request", executeContent("console.log('on'); while (true) {}"));
  await client.until(() =>
    client.published.find((m) => m.parentHeader.msg_id === id && m.header.msg_type === "stream"),
  );
  client.process.kill("SIGINT");
  expect((await client.finish(id)).reply.content).toMatchObject({ status: "error", ename: "KeyboardInterrupt" });
});

it("keeps what a cell had set when it failed, and the old value of what it had not", async () => {
  await client.execute("let kept = 1; let replaced = 1;");
  await client.execute("let replaced = 2; const fresh = 3; if (replaced) throw 1; let kept = 4;");
  const { published } = await client.execute("[kept, replaced, fresh]");
  expect(ofType(published, "execute_result")[0].content.data).toEqual({ "text/plain": "[ 1, 2, 3 ]" });
});

it("lets an earlier function see what is declared again", async () => {
  await client.execute("function rate() { return 1; }");
  await client.execute("function twice() { return 2 * rate(); }");
  await client.execute("function rate() { return 10; }");
  const { published } = await client.execute("twice()");
  expect(ofType(published, "execute_result")[0].content.data).toEqual({ "text/plain": "20" });
});

it("joins quick lines into few messages, and loses none", async () => {
  const { published } = await client.execute("for (let i = 0; i < 5000; i++) console.log(i);");
  const streams = ofType(published, "stream");
  const text = streams.map(({ content }) => content.text).join("");
  expect(text).toBe(Array.from({ length: 5000 }, (_, i) => `${i}\n`).join(""));
  expect(streams.length).toBeLessThan(500);
});

it("imports local TypeScript, CommonJS and ESM packages", async () => {
  const { reply, published } = await client.execute(
    'import { corners, Shape } from "./shapes"; import commander from "commander"; import * as fc from "fast-check";\n' +
      "[corners(Shape.Square), typeof commander.Command, typeof fc.assert]",
  );
  expect(reply.content.evalue).toBeUndefined();
  const data = { "text/plain": "[ '4 corners', 'function', 'function' ]" };
  expect(ofType(published, "execute_result")[0].content.data).toEqual(data);
  const failed = await client.execute("corners(3 as Shape)");
  expect(failed.reply.content.traceback).toContain("    at corners (shapes.ts:8:37)");
});

it("imports a package that offers itself to ES modules only", async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "nablab-package-"));
  const directory = path.join(folder, "node_modules/esm-only");
  mkdirSync(directory, { recursive: true });
  const manifest = { name: "esm-only", type: "module", exports: { import: { types: "./i.d.ts", default: "./i.js" } } };
  writeFileSync(path.join(directory, "package.json"), JSON.stringify(manifest));
  writeFileSync(path.join(directory, "i.js"), "export const answer = 42;");
  writeFileSync(path.join(directory, "i.d.ts"), "export declare const answer: number;");
  const [result] = await runNotebook(['import { answer } from "esm-only"; answer'], { directory: folder });
  rmSync(folder, { recursive: true });
  expect(result.traceback).toBeUndefined();
  expect(result.result).toEqual({ "text/plain": "42" });
});

it("reads a file beside the notebook again when it has changed", async () => {
  const directory = mkdtempSync(path.join(os.tmpdir(), "nablab-edit-"));
  const file = JSON.stringify(path.join(directory, "rate.ts"));
  const results = await runNotebook(
    [
      `import { writeFileSync } from "node:fs"; writeFileSync(${file}, "export const rate: number = 1;");`,
      'import { rate } from "./rate"; rate',
      `writeFileSync(${file}, "export const rate: string = 'fast';");`,
      'import { rate } from "./rate"; rate.toUpperCase()',
    ],
    { directory },
  );
  rmSync(directory, { recursive: true });
  expect(results.map(({ result }) => result?.["text/plain"])).toEqual([undefined, "1", undefined, "'FAST'"]);
});

it("shows the frames of endless recursion once, not fifty times", async () => {
  const { reply } = await client.execute("function down(): number { return 1 + down(); }\ndown();");
  const frames = (reply.content.traceback as string[]).filter((line) => line.includes("at down"));
  expect(frames.length).toBeLessThan(4);
});

it("shows displays, updates them and clears", async () => {
  const { published } = await client.execute(
    'import { display } from "nablab"; display({ "text/plain": "a" }, { displayId: "d" });\n' +
      'display({ "text/plain": "b" }, { displayId: "d", update: true }); console.clear();',
  );
  const shown = published.filter(({ header }) => /display|clear/.test(header.msg_type));
  expect(types(shown)).toEqual(["display_data", "update_display_data", "clear_output"]);
  expect(shown[1].content).toMatchObject({ data: { "text/plain": "b" }, transient: { display_id: "d" } });
});

it.each(["nablab.mime", "Jupyter.display"])("lets a value choose its formats by %s", async (name) => {
  const code = `({ [Symbol.for("${name}")]: () => ({ "text/plain": "p", "text/html": "<b>h</b>" }) })`;
  const { published } = await client.execute(code);
  const data = { "text/plain": "p", "text/html": "<b>h</b>" };
  expect(ofType(published, "execute_result")[0].content.data).toEqual(data);
});

it("runs silently without input, count or result", async () => {
  const before = await client.execute("1");
  const { reply, published } = await client.execute("2", { silent: true });
  expect(types(published)).toEqual(["status", "status"]);
  expect(reply.content.execution_count).toBe(before.reply.content.execution_count);
});

it("evaluates user expressions, each by itself", async () => {
  const { reply } = await client.execute("const u = 20;", { user_expressions: { good: "u + 1", bad: "u.x" } });
  expect(reply.content.user_expressions).toMatchObject({
    good: { status: "ok", data: { "text/plain": "21" } },
    bad: { status: "error", ename: "TypeScriptError" },
  });
});

it("completes by code points, with types", async () => {
  const { reply } = await client.request("complete_request", { code: "'∇𝛁'; Math.hy", cursor_pos: 13 });
  expect(reply.content).toMatchObject({ status: "ok", matches: ["hypot"], cursor_start: 11, cursor_end: 13 });
  expect(reply.content.metadata).toEqual({
    _jupyter_types_experimental: [{ text: "hypot", type: "method", start: 11, end: 13 }],
  });
});

it("inspects as Markdown", async () => {
  const { reply } = await client.request("inspect_request", { code: "Math.sqrt", cursor_pos: 7, detail_level: 0 });
  const data = reply.content.data as Record<string, string>;
  expect(reply.content.found).toBe(true);
  expect(data["text/markdown"]).toContain("```typescript\n(method) Math.sqrt(x: number): number\n```");
});

it.each([
  ["const x = 1;", "complete"],
  ["function f() {", "incomplete"],
  ["f(", "incomplete"],
  ["const t = `open", "incomplete"],
  ['"abc', "invalid"],
  ["f('abc", "invalid"],
  ["const pattern = /a", "invalid"],
  ['f("abc",', "incomplete"],
  ["const = ;", "invalid"],
])("says whether %j is complete: %s", async (code, status) => {
  const { reply } = await client.request("is_complete_request", { code });
  expect(reply.content.status).toBe(status);
});

it("answers for history and comms", async () => {
  await client.execute("'remember me'");
  const range = { hist_access_type: "tail", n: 1, output: true, raw: true };
  const { reply } = await client.request("history_request", range);
  expect(reply.content.history).toMatchObject([[1, expect.any(Number), ["'remember me'", "'remember me'"]]]);
  const comms = await client.request("comm_info_request", {});
  expect(comms.reply.header.msg_type).toBe("comm_info_reply");
  expect(comms.reply.content).toEqual({ status: "ok", comms: {} });
});

it("echoes heartbeats", async () => {
  expect(await client.heartbeat()).toBe("ping");
});

it("says that the variables are gone when a cell ends the process, and goes on", async () => {
  const { reply } = await client.execute("process.exit(3);");
  expect(reply.content).toMatchObject({ status: "error", ename: "EngineStopped" });
  expect((await client.execute("steps")).reply.content.evalue).toContain("TS2304");
  expect((await client.execute("let steps = 1;")).reply.content.status).toBe("ok");
});

it("says so when a cell runs out of memory, and goes on in a fresh engine", async () => {
  const small = await JupyterClient.start(undefined, undefined, { NODE_OPTIONS: "--max-old-space-size=200" });
  await small.execute("let kept = 1;");
  const { reply, published } = await small.execute("const all: object[] = []; for (;;) all.push({ kept });");
  expect(reply.content).toMatchObject({ status: "error", ename: "EngineStopped" });
  expect(reply.content.evalue).toMatch(/out of memory: objects and lists can take \d+ MB\); all variables are gone/);
  // Not what V8 prints for its own developers.
  expect(ofType(published, "stream")).toEqual([]);
  expect((await small.execute("kept")).reply.content.evalue).toContain("TS2304");
  const after = await small.execute("6 * 7");
  small.stop();
  expect(ofType(after.published, "execute_result")[0].content.data).toEqual({ "text/plain": "42" });
});

it.runIf(process.platform === "linux")("is not what the system ends when memory runs out: the engine is", async () => {
  const score = (pid: unknown) => Number(readFileSync(`/proc/${pid}/oom_score_adj`, "utf8"));
  const { published } = await client.execute("process.pid");
  const { data } = ofType(published, "execute_result")[0].content as { data: Record<string, string> };
  const own = score(client.process.pid);
  expect(score(data["text/plain"])).toBe(Math.min(1000, own + 300));
});

describe("says that memory probably ran out, and what to do, when the system kills the engine", () => {
  const said = /probably out of memory.*: keep fewer large arrays.*all variables are gone/;

  it("while a cell runs", async () => {
    const { reply } = await client.execute("process.kill(process.pid, 'SIGKILL'); for (;;);");
    expect(reply.content).toMatchObject({ ename: "EngineStopped", evalue: expect.stringMatching(said) });
  });

  it("between two cells", async () => {
    const already = client.published.length;
    await client.execute("setTimeout(() => process.kill(process.pid, 'SIGKILL'), 10); 1");
    const isSaid = (message: Message) => said.test(String(message.content.text));
    await client.until(() => client.published.slice(already).find(isSaid));
    expect((await client.execute("2")).reply.content.status).toBe("ok");
  });
});

it("shows what a cell printed before it ended its process", async () => {
  const { published } = await client.execute("for (let i = 0; i < 1000; i++) console.log(i); process.exit();");
  const text = ofType(published, "stream").map(({ content }) => content.text);
  expect(text.join("").split("\n")).toHaveLength(1001);
});

it("fails a cell that asks for input with what to do instead", async () => {
  const { reply } = await client.execute(
    'import { createInterface } from "node:readline/promises";\n' +
      'await createInterface(process.stdin, process.stdout).question("Your name? ")',
  );
  expect(reply.content).toMatchObject({
    status: "error",
    evalue: expect.stringMatching(/cannot ask for input here, .*: write/),
  });
});

it("closes a comm that a front end opens, since nothing is at the other end", async () => {
  const id = await client.send("comm_open", { comm_id: "c1", target_name: "widgets", data: {} });
  const closed = await client.until(() =>
    client.published.find(({ header, parentHeader }) => header.msg_type === "comm_close" && parentHeader.msg_id === id),
  );
  expect(closed.content).toEqual({ comm_id: "c1", data: {} });
  expect((await client.request("comm_info_request", {})).reply.content).toEqual({ status: "ok", comms: {} });
});

it("passes over signed messages that are none, and goes on", async () => {
  const { header } = createMessage("execute_request", executeContent("1"));
  for (const broken of [null, [], "x", { ...header, msg_type: undefined }, { ...header, msg_id: 7 }]) {
    await client.sendFrames(encodeMessage({ ...createMessage("x", {}), header: broken as never }, client.info.key));
  }
  await client.sendFrames(
    encodeMessage({ ...createMessage("execute_request", {}), content: null as never }, client.info.key),
  );
  expect((await client.execute("1")).reply.content.status).toBe("ok");
});

it("is taken for what clients of other languages expect of its language", async () => {
  const { reply } = await client.request("kernel_info_request", {});
  const { codemirror_mode } = reply.content.language_info as Record<string, unknown>;
  // Theirs is a name, or an object with a name and the version as a number.
  expect(codemirror_mode).toBe("typescript");
});

it("shuts down during an endless loop, with everything it started", async () => {
  const id = await client.send("execute_request", executeContent("console.log(process.pid); while (true) {}"));
  const stream = await client.until(() =>
    client.published.find((m) => m.parentHeader.msg_id === id && m.header.msg_type === "stream"),
  );
  const ended = new Promise((resolve) => client.process.on("exit", resolve));
  await client.send("shutdown_request", { restart: false }, "control");
  expect(await ended).toBe(0);
  const isGone = () => {
    try {
      // A process that has ended but was not collected yet is a zombie.
      return readFileSync(`/proc/${stream.content.text}/stat`.replace("\n", ""), "utf8").includes(") Z");
    } catch {
      return true;
    }
  };
  while (!isGone()) await new Promise((resolve) => setTimeout(resolve, 10));
});
