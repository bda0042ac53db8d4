/** `--sandbox`: which walls are in place, and who is told. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { noBubblewrap } from "../bubblewrap";

const runner = join(__dirname, "../../../graders/cli/run.js");
const folder = mkdtempSync(join(tmpdir(), "nablab-walls-"));
const submission = join(folder, "ada.ts");
writeFileSync(submission, "function sigmoid() { return 1; }\n");
const second = join(folder, "ben.ts");
writeFileSync(second, "function sigmoid() { return 2; }\n");
/** A `bwrap` that is not permitted to do what it is asked to. */
const broken = join(folder, "bwrap");
writeFileSync(broken, '#!/bin/sh\necho "bwrap: No permissions to create a new namespace" >&2\nexit 1\n', {
  mode: 0o755,
});
const reason = "bubblewrap cannot start Node here: bwrap: No permissions to create a new namespace";
afterAll(() => rmSync(folder, { recursive: true }));

function grade(path: string, ...args: string[]) {
  const command = [runner, "grade", "-a", "logistic-regression", "--seed", "1", ...args];
  const env = { ...process.env, PATH: path };
  return spawnSync(process.execPath, command, { env, encoding: "utf8" });
}

function wallIn(json: string): unknown {
  return (JSON.parse(json) as { sandbox: unknown }).sandbox;
}

const { PATH = "" } = process.env;
const nowhere = join(folder, "nowhere");

describe.runIf(process.platform === "linux")("Walls are chosen", () => {
  test("as Node's permissions where there is no bubblewrap, without a word on standard error", () => {
    const { stdout, stderr, status } = grade(nowhere, submission, "--format", "json");
    expect({ status, wall: wallIn(stdout) }).toEqual({ status: 0, wall: "node" });
    expect(stderr).not.toContain("nablab:");
    expect(grade(nowhere, submission).stdout).toContain("(seed 1, sandbox node)");
  });

  test("as Node's permissions where bubblewrap does not work, and staff are told in a line", () => {
    const { stdout, stderr } = grade(`${folder}:${PATH}`, submission, "--format", "json");
    expect(wallIn(stdout)).toBe("node");
    expect(stderr.split("\n").filter((line) => line.startsWith("nablab:"))).toEqual([
      `nablab: ${reason}; submissions are confined by Node's permissions alone`,
    ]);
  });

  test.each([
    ["is not there", nowhere, "bubblewrap is not installed: there is no bwrap on the path, or others may write there"],
    ["does not work", `${folder}:${PATH}`, reason],
  ])("never as less than was asked for: one line when bubblewrap %s", (_, path, problem) => {
    const { stdout, stderr, status } = grade(path, submission, "--sandbox", "bwrap");
    expect({ stdout, stderr, status }).toEqual({
      stdout: "",
      stderr: `nablab: --sandbox bwrap cannot be used: ${problem}\n`,
      status: 2,
    });
  });

  test("among those that there are", () => {
    const { stderr, status } = grade(PATH, submission, "--sandbox", "docker");
    expect({ lines: stderr.trim().split("\n").length, status }).toEqual({ lines: 1, status: 2 });
    expect(stderr).toContain("Allowed choices are auto, node, bwrap.");
  });
});

describe.skipIf(noBubblewrap !== null)("Where bubblewrap works", () => {
  test("it is there without being asked for, and the results say so", () => {
    const { stdout } = grade(PATH, submission, "--format", "json");
    expect(wallIn(stdout)).toBe("bwrap");
  });

  test("it can be left out", () => {
    const { stdout } = grade(PATH, submission, "--sandbox", "node");
    expect(stdout).toContain("(seed 1, sandbox node)");
  });

  test("a run goes on where it was not, and is said to have had the weaker walls", () => {
    const out = join(folder, "results");
    const wall = (): unknown => wallIn(readFileSync(join(out, "results.json"), "utf8"));
    expect(grade(PATH, submission, "--out", out).status).toBe(0);
    expect(wall()).toBe("bwrap");
    const { stderr, status } = grade(nowhere, submission, second, "--out", out);
    expect({ status, wall: wall() }).toEqual({ status: 0, wall: "node" });
    expect(stderr).toContain("1 of 2 were graded before and have not changed");
    expect(grade(PATH, submission, second, "--out", out).status).toBe(0);
    expect(wall()).toBe("node");
    const headOf = (): string => /code ran [^<]*/.exec(readFileSync(join(out, "report.html"), "utf8"))?.[0] ?? "";
    expect(headOf()).toMatch(/^code ran behind Node.*s permissions$/);
    expect(grade(PATH, submission, second, "--out", out, "--fresh").status).toBe(0);
    expect(wall()).toBe("bwrap");
    expect(headOf()).toBe("code ran inside bubblewrap");
  });

  test("another time for a submission is another run", () => {
    const out = join(folder, "times");
    expect(grade(PATH, submission, "--out", out).status).toBe(0);
    expect(grade(PATH, submission, "--out", out, "--submission-timeout", "120").status).toBe(0);
    const { stderr, status } = grade(PATH, submission, "--out", out, "--submission-timeout", "60");
    expect(status).toBe(2);
    expect(stderr).toContain("with other checks, limits or another version of the grader");
  });
});
