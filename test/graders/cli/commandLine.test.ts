import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, test, vi } from "vitest";
import { createProgram, runCommandLine } from "../../../graders/cli/runCommandLine";

const root = join(__dirname, "../../..");
const samples = join(root, "graders/cli/demo/class");
const ada = join(samples, "ada-perfect.ipynb");
const out = mkdtempSync(join(tmpdir(), "nablab-cli-"));
const empty = mkdtempSync(join(tmpdir(), "nablab-empty-"));
const cut = join(out, "cut.ipynb");
writeFileSync(cut, '{ "cells": [');
/** Two students' folders, both empty. */
const hollow = mkdtempSync(join(tmpdir(), "nablab-hollow-"));
for (const student of ["ada", "ben"]) mkdirSync(join(hollow, student));
/** Contains the results of a run that has just begun. */
const begun = mkdtempSync(join(tmpdir(), "nablab-begun-"));
const header = { schema: "nablab.journal/1", assignment: "logistic-regression", seed: 1, conditions: "none" };
writeFileSync(join(begun, "journal.ndjson"), `${JSON.stringify(header)}\n`);
afterAll(() => {
  for (const folder of [out, empty, hollow, begun]) rmSync(folder, { recursive: true });
});

function nablab(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "graders/cli/run.js"), ...args], {
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
  });
  return { status, stdout, stderr };
}

/** In this process, which is faster; fine if nothing is graded. */
async function answerTo(...args: string[]): Promise<{ code: number | undefined; output: string; errors: string }> {
  const errors: string[] = [];
  const output: string[] = [];
  vi.spyOn(process.stderr, "write").mockImplementation((text) => errors.push(String(text)) > 0);
  vi.spyOn(console, "error").mockImplementation((text) => void errors.push(`${text}\n`));
  vi.spyOn(process.stdout, "write").mockImplementation((text) => output.push(String(text)) > 0);
  const code = await runCommandLine(args);
  vi.restoreAllMocks();
  return { code, output: output.join(""), errors: errors.join("") };
}
afterEach(() => vi.restoreAllMocks());

describe("nablab grade", () => {
  test("writes a table for people, and results and a report into a folder", () => {
    const { status, stdout } = nablab("grade", samples, "--out", out, "--seed", "5", "--timeout", "2");
    expect(status).toBe(0);
    expect(stdout).toMatch(/ada-perfect +10 +10 +30 +25 +15 +10 +100\/100/);
    expect(stdout).toMatch(
      /dan-syntax-error +10 +10 +0 +25\* +15 +10\* +70\/100 +propagate: It was not run: syntax error in code cell/,
    );
    const results = JSON.parse(readFileSync(join(out, "results.json"), "utf8"));
    expect(results).toMatchObject({ schema: "nablab.results/1", assignment: "logistic-regression", seed: 5 });
    expect(existsSync(join(out, "report.html"))).toBe(true);
  });

  test("writes nothing but JSON to standard output when asked to", () => {
    const { status, stdout, stderr } = nablab("grade", ada, "--format", "json");
    expect(status).toBe(0);
    expect(JSON.parse(stdout).submissions[0]).toMatchObject({ id: "ada-perfect", score: 100 });
    expect(stderr).toContain("1 graded in");
  });

  test("leaves hidden checks out when asked to", () => {
    const { stdout } = nablab("grade", ada, "--no-hidden", "--format", "json");
    const [{ score, maxScore, functions }] = JSON.parse(stdout).submissions;
    expect(score).toBe(maxScore);
    expect(maxScore).toBeLessThan(100);
    expect(
      functions
        .flatMap((one: { checks: { hidden: boolean }[] }) => one.checks)
        .some((check: { hidden: boolean }) => check.hidden),
    ).toBe(false);
  });
});

describe("nablab check", () => {
  test("shows a learner what is to be done, and exits with 1 while there is something", () => {
    const { status, stdout } = nablab("check", join(samples, "ben-partly-right.ts"));
    expect(status).toBe(1);
    expect(stdout).toContain("✓ propagate");
    expect(stdout).toContain("○ optimize  0/11");
    expect(stdout).toContain("optimize is not implemented yet.");
  });
});

describe("Wrong usage is answered with exit code 2 and one line", () => {
  test.each<[string, string[], string]>([
    ["an unknown command", ["grad"], "nablab: unknown command 'grad' (Did you mean grade?)"],
    ["help on nothing", ["help", "grad"], "nablab: unknown command 'grad'; `nablab help` lists them"],
    ["nothing to grade", ["grade"], "nablab: missing required argument 'path'; `nablab grade --help` shows how"],
    ["a path that is not there", ["grade", "nowhere"], "nablab: there is no file or folder nowhere"],
    [
      "an unknown assignment",
      ["grade", ada, "-a", "logistic"],
      'nablab: there is no assignment "logistic"; did you mean logistic-regression?',
    ],
    [
      "a number that is none",
      ["grade", ada, "--jobs", "many"],
      "nablab: option '-j, --jobs <n>' argument 'many' is invalid. It must be a whole number, 1 or more.",
    ],
    ["an unknown format", ["grade", ada, "--format", "pdf"], 'nablab: there is no format "pdf"'],
    [
      "a format that needs a folder",
      ["grade", ada, "--format", "html"],
      "nablab: only json can be written to the terminal",
    ],
    ["a file that is no notebook", ["check", join(root, "README.md")], "README.md is neither a notebook (.ipynb) nor"],
    ["a class to check", ["check", samples], "class holds 5 submissions; name one file"],
    ["a notebook that is cut off", ["check", cut], "cut.ipynb is cut off: the end of the notebook is missing"],
    ["a folder that is a file", ["grade", ada, "--out", cut], "cut.ipynb: there is a file of that name"],
    [
      "an assignment that is like none",
      ["build", "nope"],
      'nablab: there is no assignment "nope"; there are: logistic-regression, shallow-network',
    ],
    ["a folder without submissions", ["grade", empty], "nablab: no submission in"],
    [
      "results among the submissions",
      ["grade", samples, "--out", samples],
      "is where the submissions are; name another",
    ],
    ["results nowhere", ["grade", ada, "--out", ""], "nablab: --out needs the name of a folder"],
    ["submissions of which none can be read", ["grade", hollow], "nablab: none of 2 submissions can be read:"],
    [
      "results of another seed",
      ["grade", ada, "--out", begun, "--seed", "2"],
      "(with seed 1, not 2); add --fresh to grade",
    ],
    ["results of another assignment", ["grade", ada, "-a", "deep-network", "--out", begun], "not deep-network); add"],
    [
      "no way to tell the assignment",
      ["grade", join(root, "graders/cli/version.ts")],
      "nablab: cannot tell which assignment this is; name it with --assignment",
    ],
  ])("%s", async (_, args, message) => {
    const { code, output, errors } = await answerTo(...args);
    expect(errors).toContain(message);
    expect(errors.trim().split("\n")).toHaveLength(1);
    expect(output).toBe("");
    expect(code).toBe(2);
  });
});

test("every command's help has an example", async () => {
  for (const name of createProgram().commands.map((command) => command.name())) {
    if (name === "help") continue;
    const { code, output } = await answerTo(name, "--help");
    expect(output).toMatch(/Examples?:\n {2}n/);
    expect(code).toBe(0);
  }
});
