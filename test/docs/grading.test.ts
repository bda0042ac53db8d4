/** The commands that docs/grading.md tells staff to run, run in a folder such as it describes. */
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { formats } from "../../graders/report/formats";

const root = join(__dirname, "../..");
const samples = join(root, "test/fixtures/submissions/logistic-regression");
const folder = mkdtempSync(join(tmpdir(), "nablab-docs-"));
afterAll(() => rmSync(folder, { recursive: true }));

const page = readFileSync(join(root, "docs/grading.md"), "utf8");
const blocks = Array.from(
  page.matchAll(/^```sh run(?: exit (\d))?\n([\s\S]*?)^```$/gm),
  ([, exit = "0", commands]) => ({
    ...{ exit: Number(exit), commands },
  }),
);

function prepareClass(): void {
  mkdirSync(join(folder, "submissions/dan"), { recursive: true });
  const files = {
    "ada-perfect.ipynb": "ada.ipynb",
    "ben-partly-right.ts": "ben.ts",
    "cleo-misconception.ipynb": "cleo.ipynb",
    "dan-syntax-error.ipynb": "dan/anything.ipynb",
  };
  for (const [from, to] of Object.entries(files)) copyFileSync(join(samples, from), join(folder, "submissions", to));
}

/** `npx nablab` stands for this repository's command, wherever the commands are run. */
function runBlock(commands: string) {
  const env = {
    ...process.env,
    PATH: [join(root, "node_modules/.bin"), process.env.PATH].join(delimiter),
    NO_COLOR: "1",
  };
  return spawnSync("/bin/sh", ["-ec", `npx() { "$@"; }\n${commands}`], { cwd: folder, env, encoding: "utf8" });
}

test("every command in the page on grading does what it says, one after the other", () => {
  prepareClass();
  const outputs = blocks.map(({ commands, exit }) => {
    const { status, stdout, stderr } = runBlock(commands);
    expect({ commands, status, stderr: status === exit ? "" : stderr }).toEqual({ commands, status: exit, stderr: "" });
    return stdout + stderr;
  });
  expect(outputs[0]).toMatch(/ada .* 100\/100/);
  expect(outputs[1]).toContain("4 of 4 were graded before and have not changed");
  for (const path of ["report.html", "students/dan.html", "results.csv", "junit.xml", "gradescope/ada.json"]) {
    expect(existsSync(join(folder, "results", path))).toBe(true);
  }
  expect(JSON.parse(readFileSync(join(folder, "results/results.json"), "utf8")).seed).toBe(7);
}, 120_000);

test("the page on formats describes every format, and no other", () => {
  const described = readFileSync(join(root, "docs/formats.md"), "utf8").matchAll(/^## `(\w+)`$/gm);
  expect(Array.from(described, ([, name]) => name)).toEqual(formats.map(({ name }) => name));
});

test("the page on grading lists every option", async () => {
  const { Command } = await import("commander");
  const { register } = await import("../../graders/cli/grade");
  const program = new Command();
  register(program);
  const flags = program.commands[0].options.map(({ long }) => long);
  const described = Array.from(page.matchAll(/^\| `(?:-\w, )?(--[\w-]+)/gm), ([, flag]) => flag);
  expect(described.toSorted()).toEqual(flags.toSorted());
});
