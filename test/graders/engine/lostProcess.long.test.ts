/**
 * What a submission could earn if it took over its process: one that speaks the protocol, answers whatever it wants,
 * and asks the grader for whatever it might know. The submission's own functions are empty.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { GradingRun } from "../../../graders/engine/GradingRun";
import { gradeEntry } from "../../../graders/engine/gradeSubmission";
import { prepareRun } from "../../../graders/engine/prepareRun";
import { assignments } from "../../../src/assignments";
import { ownCourse } from "../../ownCourse";

const folder = mkdtempSync(join(tmpdir(), "nablab-lost-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** @param deed what it does when it is called, see `names`, `call`, `ask` and `outcome` */
async function scoreOf(assignment: (typeof assignments)[number], deed: string): Promise<number | null> {
  const names = assignment.functions.map(({ name }) => name);
  const sandboxBundle = join(folder, "lost.js");
  writeFileSync(
    sandboxBundle,
    `"use strict";
    const fs = require("node:fs"), names = ${JSON.stringify(names)};
    function send(message, text) { const body = Buffer.from(JSON.stringify(message) + "\\n" + text), head = Buffer.alloc(4); head.writeUInt32BE(body.length); fs.writeSync(3, Buffer.concat([head, body])); }
    let rest = Buffer.alloc(0);
    function read() {
      for (;;) {
        const size = rest.length < 4 ? Infinity : 4 + rest.readUInt32BE(0);
        if (rest.length >= size) {
          const body = rest.toString("utf8", 4, size);
          rest = rest.subarray(size);
          return { ...JSON.parse(body.slice(0, body.indexOf("\\n"))), text: body.slice(body.indexOf("\\n") + 1) };
        }
        const buffer = Buffer.alloc(1 << 20), count = fs.readSync(3, buffer);
        if (count === 0) process.exit();
        rest = Buffer.concat([rest, buffer.subarray(0, count)]);
      }
    }
    let granted = [];
    send({ id: 0, kind: "ready" }, "");
    for (;;) {
      const call = read();
      const ask = (name, text = call.text) => { send({ id: call.id, kind: "stand-in", name }, text); return read().text; };
      const outcome = (value) => send({ id: call.id, kind: "outcome" }, JSON.stringify({ kind: "returned", value, mutatedArgs: [] }));
      if (call.kind === "load") { granted = call.standIns; send({ id: call.id, kind: "loaded" }, ""); continue; }
      ${deed}
    }`,
  );
  const file = join(folder, "empty.ts");
  writeFileSync(file, names.map((name) => `function ${name}(...given: unknown[]) { return given.length; }`).join("\n"));
  const options = { hidden: true, seed: 1, limits: { seconds: 2, memoryMB: 256 }, cache: false };
  const run: GradingRun = { ...(await prepareRun(ownCourse, assignment, options)), sandboxBundle };
  return (await gradeEntry({ id: "lost", file }, run)).result.score;
}

const deeds: [string, string][] = [
  ["asks for what it was asked for", "outcome(JSON.parse(ask(call.name)).value);"],
  [
    "asks for every function in turn",
    "let got; for (const name of names) got = JSON.parse(ask(name)).value; outcome(got);",
  ],
  [
    "asks for what it was granted, whatever it was asked for",
    "outcome(granted.length > 0 ? JSON.parse(ask(granted[0])).value : -0.5);", // no function's answer
  ],
  [
    "says that all is right",
    'send({ id: call.id, kind: "outcome", correct: true, points: 100 }, JSON.stringify({ kind: "correct", points: 100 }));',
  ],
];

test.each(deeds)(
  "A process that %s earns nothing, in any assignment",
  async (_, deed) => {
    for (const assignment of assignments)
      expect([assignment.slug, await scoreOf(assignment, deed)]).toEqual([assignment.slug, 0]);
  },
  120_000,
);
