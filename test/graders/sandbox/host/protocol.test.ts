/**
 * The third wall, as if the other two had fallen: a process that speaks the protocol and says whatever it likes. The
 * grader answers only what it was asked to answer, accepts only what it asked for, and its memory stays bounded.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { maxQuestions, Sandbox, type StandIn } from "../../../../graders/sandbox/host/Sandbox";
import type { Answer, StandInReply } from "../../../../graders/sandbox/host/SandboxProcess";

const folder = mkdtempSync(join(tmpdir(), "nablab-protocol-"));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;

/** A process that starts and loads like an honest one, then misbehaves when it is first called. */
const preamble = `
const fs = require("node:fs");
function frame(body) { const bytes = Buffer.from(body); const head = Buffer.alloc(4); head.writeUInt32BE(bytes.length); return Buffer.concat([head, bytes]); }
function sendBytes(bytes) { for (let done = 0; done < bytes.length; ) done += fs.writeSync(3, bytes, done); }
function send(message, text = "") { sendBytes(frame(JSON.stringify(message) + "\\n" + text)); }
const buffer = Buffer.alloc(1 << 20);
let rest = Buffer.alloc(0);
function read() {
  for (;;) {
    if (rest.length >= 4 && rest.length >= 4 + rest.readUInt32BE(0)) {
      const body = rest.toString("utf8", 4, 4 + rest.readUInt32BE(0));
      rest = rest.subarray(4 + rest.readUInt32BE(0));
      return { ...JSON.parse(body.slice(0, body.indexOf("\\n"))), text: body.slice(body.indexOf("\\n") + 1) };
    }
    const count = fs.readSync(3, buffer);
    if (count === 0) process.exit();
    rest = Buffer.concat([rest, buffer.subarray(0, count)]);
  }
}
const outcome = (value) => send({ id, kind: "outcome" }, JSON.stringify({ kind: "returned", value, mutatedArgs: [] }));
const ask = (name, text = "[]") => send({ id, kind: "stand-in", name }, text);
send({ id: 0, kind: "ready" });
let { id } = read();
`;
const loads = 'send({ id, kind: "loaded" }); ({ id } = read());';

interface Said {
  answer: Answer;
  /** What the grader was asked about. */
  asked: string[];
  /** By how many megabytes the grader grew. */
  grownMB: number;
}

const reply: StandInReply = { failed: false, text: '{"value":1,"promised":false}' };

/** The result of calling `optimize`, which was granted a stand-in for `propagate`. */
async function callHostile(deed: string, standIn: (name: string) => ReturnType<StandIn> = () => reply): Promise<Said> {
  files += 1;
  const file = join(folder, `${files}.js`);
  writeFileSync(file, `"use strict";${preamble}\n${deed}`);
  const sandbox = await Sandbox.start(file, { seconds: 3, memoryMB: 256 });
  const asked: string[] = [];
  const before = process.memoryUsage().rss;
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 5);
  try {
    const loaded = await sandbox.load("", ["propagate"]);
    if (loaded.kind !== "loaded") return { answer: loaded, asked, grownMB: 0 };
    const answer = await sandbox.call("optimize", "[1,2]", (name) => {
      asked.push(name);
      return standIn(name);
    });
    return { answer, asked, grownMB: (most - before) / 2 ** 20 };
  } finally {
    clearInterval(watch);
    sandbox.end();
  }
}

const later = (): Promise<StandInReply> => new Promise((done) => setTimeout(() => done(reply), 200));
const noResult = { kind: "stopped", cause: "forged" };
const tooLarge = { kind: "stopped", cause: "excess", of: "result" };

describe("Questions that nobody granted", () => {
  test.each<[string, string]>([
    ["about another function", 'ask("sigmoid"); outcome(read().text);'],
    ["about the function that is judged", 'ask("optimize"); outcome(read().text);'],
    ["about a name of objects", 'ask("__proto__"); outcome(read().text);'],
    ["about one that has nearly the name", 'ask("propagate "); outcome(read().text);'],
    ["about no name", 'send({ id, kind: "stand-in" }, "[]"); outcome(read().text);'],
    ["about a list of names", 'send({ id, kind: "stand-in", name: ["propagate"] }, "[]"); outcome(read().text);'],
    ["for another call", 'send({ id: id + 1, kind: "stand-in", name: "propagate" }, "[]"); outcome(read().text);'],
    ["a thousand", 'for (let i = 0; i < 1000; i++) ask("model"); outcome(1);'],
  ])("%s, are not answered", async (_, deed) => {
    const { answer, asked } = await callHostile(`${loads} ${deed} for (;;);`);
    expect({ answer, asked }).toEqual({ answer: noResult, asked: [] });
  });

  test("while a program is loaded, are not answered", async () => {
    const { answer, asked } = await callHostile('ask("propagate"); outcome(read().text); for (;;);');
    expect({ answer, asked }).toEqual({ answer: noResult, asked: [] });
  });

  test("after the answer, are not answered", async () => {
    const { answer, asked } = await callHostile(`${loads} outcome(1); ask("propagate"); for (;;);`);
    expect({ answer, asked }).toMatchObject({ answer: { kind: "outcome" }, asked: [] });
  });

  test("in calls that are asked for at once, are not answered", async () => {
    const file = join(folder, "atOnce.js");
    writeFileSync(file, `"use strict";${preamble} ${loads} ask("propagate"); outcome(1); for (;;);`);
    const sandbox = await Sandbox.start(file, { seconds: 2, memoryMB: 256 });
    await sandbox.load("", ["propagate"]);
    const answers = await Promise.all(sandbox.callAll([1, 2, 3].map(() => ({ name: "optimize", args: "[]" }))));
    expect(answers).toEqual([noResult, noResult, noResult]);
    sandbox.end();
  });
});

describe("Questions out of turn", () => {
  test("are answered one at a time: a second before the answer to the first ends the process", async () => {
    const { answer, asked } = await callHostile(`${loads} ask("propagate"); ask("propagate"); for (;;);`, later);
    expect({ answer, asked }).toEqual({ answer: noResult, asked: ["propagate"] });
  });

  test("do not let a result through before they are answered", async () => {
    const { answer } = await callHostile(`${loads} ask("propagate"); outcome(1); for (;;);`, later);
    expect(answer).toEqual(noResult);
  });

  test("whose answers are never read end the process, and do not pile up in the grader", async () => {
    const large: StandInReply = { failed: false, text: "1".repeat(2 ** 20) };
    const deed = `${loads} for (let i = 0; i < 3000; i++) ask("propagate"); for (;;);`;
    const { answer, asked, grownMB } = await callHostile(deed, () => large);
    expect(answer).toEqual(noResult);
    expect(asked.length).toBeLessThan(10);
    expect(grownMB).toBeLessThan(100);
  });
});

describe("Questions without an end", () => {
  test("are stopped after as many as no honest function asks", async () => {
    const { answer, asked, grownMB } = await callHostile(`${loads} for (;;) { ask("propagate"); read(); }`);
    const ends = [
      { kind: "stopped", cause: "excess", of: "questions", most: maxQuestions },
      { kind: "stopped", cause: "time", seconds: 3 },
    ];
    expect(ends).toContainEqual(answer);
    expect(asked.length).toBeLessThanOrEqual(maxQuestions);
    expect(grownMB).toBeLessThan(100);
  });

  test("of megabytes are stopped by their size", async () => {
    const deed = `${loads} const text = JSON.stringify("x".repeat(2 ** 24)); for (;;) { ask("propagate", text); read(); }`;
    const { answer, asked } = await callHostile(deed);
    expect(answer).toMatchObject({ kind: "stopped", cause: "excess", of: "exchange" });
    expect(asked.length).toBeLessThan(20);
  });

  test("of forty megabytes are not even read", async () => {
    const { answer, asked } = await callHostile(`${loads} ask("propagate", "x".repeat(4e7)); for (;;);`);
    expect({ answer, asked }).toEqual({ answer: tooLarge, asked: [] });
  });
});

describe("Replies beyond limits", () => {
  test("that come byte by byte take no more room than others", async () => {
    const deed = `${loads} sendBytes(Buffer.from([1, 0, 0, 0])); const one = Buffer.alloc(1); for (;;) fs.writeSync(3, one);`;
    const { answer, grownMB } = await callHostile(deed);
    expect(answer).toEqual({ kind: "stopped", cause: "time", seconds: 3 });
    expect(grownMB).toBeLessThan(100);
  });

  test.each<[string, string, object]>([
    ["a frame of 4 GB", "sendBytes(Buffer.from([255, 255, 255, 255])); for (;;);", tooLarge],
    ["an answer to a call that comes later", 'send({ id: id + 1, kind: "outcome" }, "{}"); for (;;);', noResult],
    ["an answer twice", "outcome(1); outcome(2); for (;;);", { kind: "outcome" }],
    ["an id that is no number", 'send({ id: String(id), kind: "outcome" }, "{}"); for (;;);', noResult],
    ["an id that is nearly the one", 'send({ id: id + 1e-9, kind: "outcome" }, "{}"); for (;;);', noResult],
    ["a kind of ours", 'send({ id, kind: "stopped", reason: "x" }); for (;;);', noResult],
  ])("%s", async (_, deed, expected) => {
    const { answer } = await callHostile(`${loads} ${deed}`);
    expect(answer).toMatchObject(expected);
  });
});
