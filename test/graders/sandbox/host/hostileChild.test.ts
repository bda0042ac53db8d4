/** What if a submission broke out of its realm and took over the process? Here it has: the bundle is its code. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { Sandbox } from "../../../../graders/sandbox/host/Sandbox";
import type { Answer } from "../../../../graders/sandbox/host/SandboxProcess";

const folder = mkdtempSync(join(tmpdir(), "nablab-hostile-"));
afterAll(() => rmSync(folder, { recursive: true }));
const limits = { seconds: 2, memoryMB: 128 };
let files = 0;

/** Answers `ready`, reads one request, then does `deed`, which may `send` frames. */
const preamble = `
const fs = require("node:fs");
const sendBytes = (bytes) => { for (let done = 0; done < bytes.length; ) done += fs.writeSync(3, bytes, done); };
const frame = (text) => { const body = Buffer.from(text); const head = Buffer.alloc(4); head.writeUInt32BE(body.length); return Buffer.concat([head, body]); };
const send = (message, text = "") => sendBytes(frame(JSON.stringify(message) + "\\n" + text));
const outcome = (value) => send({ id: 1, kind: "outcome" }, JSON.stringify({ kind: "returned", value, mutatedArgs: [] }));
const attempt = (deed) => { try { return String(deed()); } catch (error) { return error.code ?? error.name; } };
send({ id: 0, kind: "ready" });
fs.readSync(3, Buffer.alloc(4096));
`;

async function askChild(deed: string): Promise<Answer> {
  const file = join(folder, `${files++}.js`);
  writeFileSync(file, `"use strict";${preamble}\n${deed}`);
  const sandbox = await Sandbox.start(file, limits);
  try {
    return await sandbox.call("f", "[]", async () => ({ failed: true, text: "none" }));
  } finally {
    sandbox.end();
  }
}

const noResult = { kind: "stopped", cause: "forged" };

describe("Forged messages", () => {
  test.each<[string, string, object]>([
    ["an answer to a question that was not asked", 'send({ id: 7, kind: "loaded" }); for (;;);', noResult],
    ["no JSON", 'sendBytes(frame("hello")); for (;;);', noResult],
    ["marks", 'send({ id: 1, kind: "graded", points: 100 }); for (;;);', noResult],
    ["a message that is no object", "send(null); for (;;);", noResult],
    [
      "a frame that claims to be 4 GB",
      "sendBytes(Buffer.from([255, 255, 255, 255])); for (;;);",
      { kind: "stopped", cause: "excess", of: "result" },
    ],
    [
      "half a frame, and then silence",
      "sendBytes(Buffer.from([0, 0, 1, 0, 65])); for (;;);",
      { kind: "stopped", cause: "time", seconds: 2 },
    ],
    ["two answers to one question", "outcome(1); outcome(2); for (;;);", { kind: "outcome" }],
    ["an early end", "process.exit(0);", { kind: "stopped", cause: "died", end: 0 }],
    ["a signal to itself", 'process.kill(process.pid, "SIGSEGV");', { kind: "stopped", cause: "died", end: "SIGSEGV" }],
    [
      "a flood on standard error",
      'for (let i = 0; i < 2000; i++) fs.writeSync(2, "x".repeat(10000)); outcome(1);',
      { kind: "outcome" },
    ],
    [
      "requests for stand-ins that there are none of",
      'for (let i = 0; i < 100; i++) send({ id: 1, kind: "stand-in", name: "model" }, "[]"); outcome(1);',
      noResult,
    ],
  ])("%s", async (_, deed, expected) => {
    expect(await askChild(deed)).toMatchObject(expected);
  });
});

describe("The process itself", () => {
  const denied = "ERR_ACCESS_DENIED";
  test.each<[string, string, string]>([
    ["cannot read files", 'fs.readFileSync("/etc/passwd")', denied],
    [
      "cannot read the assignments",
      `fs.readFileSync(${JSON.stringify(join(__dirname, "../../../../package.json"))})`,
      denied,
    ],
    ["cannot list folders", 'fs.readdirSync("/")', denied],
    ["cannot write files", 'fs.writeFileSync("/tmp/nablab-attack", "x")', denied],
    ["cannot start processes", 'require("node:child_process").spawnSync("ls").error?.code', denied],
    ["cannot start threads", 'new (require("node:worker_threads").Worker)("0", { eval: true })', denied],
    ["cannot load machine code", 'process.dlopen({ exports: {} }, "/tmp/x.node")', "ERR_DLOPEN_DISABLED"],
    ["cannot make code from text", 'Function("return 1")()', "EvalError"],
    ["has no environment", "Object.keys(process.env).length", "0"],
    ["is not told where the grader is", "process.cwd().includes('nablab')", "false"],
  ])("%s", async (_, expression, expected) => {
    const answer = await askChild(`outcome(attempt(() => ${expression})); for (;;);`);
    const { value } = JSON.parse(answer.kind === "outcome" ? answer.text : "{}");
    expect(value).toBe(expected);
  });

  test("cannot reach the network", async () => {
    const deed = 'require("node:net").connect(80, "127.0.0.1").on("error", (error) => outcome(error.code));';
    const answer = await askChild(deed);
    expect(answer.kind === "outcome" && JSON.parse(answer.text).value).toBe("ERR_ACCESS_DENIED");
  });
});
