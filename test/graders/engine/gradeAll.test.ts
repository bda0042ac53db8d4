import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { gradeAll } from "../../../graders/engine/gradeAll";
import { prepareRun } from "../../../graders/engine/prepareRun";
import { bundleLauncher } from "../../../graders/sandbox/host/bundle";
import { Launcher } from "../../../graders/sandbox/host/Launcher";
import { defaultLimits } from "../../../graders/sandbox/host/limits";
import { assignments } from "../../../src/assignments";
import { ownCourse } from "../../ownCourse";

const folder = mkdtempSync(join(tmpdir(), "nablab-class-"));
const file = join(folder, "submission.ts");
// The second function calls the first, which is wrong, so the reference answers for it.
writeFileSync(
  file,
  "const sigmoid = () => 0; const predict = (w: any, b: any, X: any) => sigmoid(); const optimize = () => predict(0, 0, 0);",
);
afterAll(() => rmSync(folder, { recursive: true }));

/** This repository's programs that run as children of the grader. */
function childPrograms(): string[] {
  const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, "latin1").trim().split(" ");
  const commands = children.filter(Boolean).map((pid) => readFileSync(`/proc/${pid}/cmdline`, "latin1"));
  return commands.flatMap((command) => /nablab\/(\w+)-\w+\.js/.exec(command)?.[1] ?? []);
}

const options = { hidden: false, seed: 1, limits: defaultLimits, cache: false };

function classOf(count: number) {
  return Array.from({ length: count }, (_, i) => ({ id: `student-${i}`, file }));
}

describe.runIf(process.platform === "linux")("A grader", () => {
  test.each([1, 20])(
    "has all processes of a class of %i started by a launcher, which ends with the class",
    async (count) => {
      const starter = new Launcher(await bundleLauncher());
      const run = await prepareRun(ownCourse, assignments[0], options, { starter });
      const seen = new Set<string>();
      const look = setInterval(() => {
        for (const program of childPrograms()) seen.add(program);
      }, 5);
      await gradeAll(classOf(count), run, 2, ({ result }) => {
        expect(result).toMatchObject({ status: "graded", score: 0 });
      });
      clearInterval(look);
      expect([...seen]).toEqual(["launcher"]);
      await starter.end();
      expect(childPrograms()).toEqual([]);
    },
  );

  test("whose launcher is killed stops, and hands on nothing about the submissions under way", async () => {
    const starter = new Launcher(await bundleLauncher());
    const run = await prepareRun(ownCourse, assignments[0], options, { starter });
    const statuses: string[] = [];
    const grading = gradeAll(classOf(50), run, 2, ({ result }) => {
      statuses.push(result.status);
      if (statuses.length !== 5) return;
      const [pid] = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, "latin1")
        .trim()
        .split(" ")
        .filter((child) => readFileSync(`/proc/${child}/cmdline`, "latin1").includes("nablab/launcher-"));
      process.kill(Number(pid), "SIGKILL");
    });
    await expect(grading).rejects.toThrow("the process that starts the others went away");
    const count = statuses.length;
    expect(count).toBeLessThan(15);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(statuses).toEqual(Array(count).fill("graded"));
  });
});
