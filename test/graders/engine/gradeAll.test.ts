import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { gradeAll } from "../../../graders/engine/gradeAll";
import { prepareRun } from "../../../graders/engine/prepareRun";
import { defaultLimits } from "../../../graders/sandbox/host/limits";
import { assignments } from "../../../src/assignments";

const folder = mkdtempSync(join(tmpdir(), "nablab-class-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The programs of this repository that run as children of the grader. */
function childPrograms(): string[] {
  const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, "latin1").trim().split(" ");
  const commands = children.filter(Boolean).map((pid) => readFileSync(`/proc/${pid}/cmdline`, "latin1"));
  return commands.flatMap((command) => /nablab\/(\w+)-\w+\.js/.exec(command)?.[1] ?? []);
}

/** Grades `count` submissions, two at a time. @returns the grader's children whenever one was finished, each once */
async function childrenWhileGrading(count: number): Promise<string[]> {
  const file = join(folder, "submission.ts");
  writeFileSync(file, "const initializeWithZeros = () => 0;");
  const run = await prepareRun(assignments[0], { hidden: false, seed: 1, limits: defaultLimits, cache: false });
  const entries = Array.from({ length: count }, (_, i) => ({ id: `student-${i}`, file }));
  const seen = new Set<string>();
  await gradeAll(entries, run, 2, ({ result }) => {
    expect(result).toMatchObject({ status: "graded", score: 0 });
    for (const program of childPrograms()) seen.add(program);
  });
  return [...seen];
}

describe.runIf(process.platform === "linux")("A grader", () => {
  test("starts a few submissions itself", async () => {
    expect((await childrenWhileGrading(4)).sort()).toEqual(["reader", "sandbox"]);
    expect(childPrograms()).not.toContain("reader");
  });

  test("has the sandboxes of a class started by a launcher, which ends with the class, as its readers do", async () => {
    expect((await childrenWhileGrading(20)).sort()).toEqual(["launcher", "reader"]);
    expect(childPrograms()).toEqual([]);
  });
});
