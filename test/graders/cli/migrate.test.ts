import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, test, vi } from "vitest";
import { runCommandLine } from "../../../graders/cli/runCommandLine";
import { root } from "../../house/files";

const folder = mkdtempSync(join(tmpdir(), "nablab-migrate-"));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

const notebook = join(root, "test/fixtures/migrate/smoothing-nbgrader-v3.ipynb");

async function answerTo(...args: string[]) {
  const errors: string[] = [];
  const output: string[] = [];
  vi.spyOn(console, "error").mockImplementation((text) => void errors.push(`${text}\n`));
  vi.spyOn(console, "log").mockImplementation((text) => void output.push(`${text}\n`));
  const code = await runCommandLine(["migrate", ...args]);
  return { code, output: output.join(""), errors: errors.join("") };
}

/** Creates a file in the folder with this content. */
function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

test("nablab migrate writes an assignment's raw material and says what came over", async () => {
  const out = join(folder, "23-smoothing");
  const { code, output, errors } = await answerTo(notebook, "--out", out);
  expect({ code, errors }).toEqual({ code: undefined, errors: "" });
  expect(output).toContain("smoothing-nbgrader-v3.ipynb: nbgrader, 3 graded functions\n");
  expect(output).toContain("  moving_average -> movingAverage  4 points\n");
  expect(output).toMatch(/Not carried over:\n +4 {2}Autograded tests\n/);
  expect(readdirSync(out, { recursive: true, encoding: "utf8" }).toSorted()).toEqual([
    ...[
      "MIGRATION.md",
      "assignment.ts",
      "checks.ts",
      "expected.json",
      "images",
      "images/cell-1-window.png",
      "notebook.ts",
    ],
    ...["staff", "staff/alternatives.ts", "staff/hidden-checks.ts", "staff/manual.md", "staff/misconceptions.ts"],
    "staff/solution.ts",
  ]);
  const assignment = readFileSync(join(out, "assignment.ts"), "utf8");
  expect(assignment).toContain('number: 23,\n  slug: "smoothing",');
});

test("nablab migrate --help has examples and says what it reads", async () => {
  const written: string[] = [];
  vi.spyOn(process.stdout, "write").mockImplementation((text) => written.push(String(text)) > 0);
  expect(await runCommandLine(["migrate", "--help"])).toBe(0);
  expect(written.join("")).toMatch(/Examples:\n {2}nablab migrate ps1\.ipynb[\s\S]*otter-grader \(formats v0 and v1\)/);
});

describe("wrong usage is answered with exit code 2 and one line", () => {
  const cells = (...list: object[]) => JSON.stringify({ cells: list, metadata: {}, nbformat: 4, nbformat_minor: 5 });
  const code = (source: string) => ({ cell_type: "code", source, metadata: {} });
  const inR = JSON.stringify({ cells: [], metadata: { kernelspec: { language: "R" } }, nbformat: 4 });
  mkdirSync(join(folder, "full"));
  file("full/notes.txt", "mine");
  mkdirSync(join(folder, "folder.ipynb"));
  symlinkSync(notebook, join(folder, "link.ipynb"));

  test.each<[string, string, string]>([
    ["no JSON", file("text.ipynb", "hello"), "is not a notebook: not valid JSON"],
    ["a notebook that is cut off", file("cut.ipynb", '{"cells": ['), "is cut off: the end of the notebook is missing"],
    ["other JSON", file("list.ipynb", "[]"), "is JSON, but not a Jupyter notebook"],
    ["nothing", file("empty.ipynb", ""), "is empty (0 bytes)"],
    ["binary", file("binary.ipynb", Buffer.from([0, 1, 2])), "is a binary file, not a notebook or a script"],
    ["nbformat 3", file("v3.ipynb", '{"nbformat": 3, "worksheets": []}'), "open it in JupyterLab and save it again"],
    ["another language", file("r.ipynb", inR), "is written in R; migrate reads notebooks in Python"],
    ["nothing graded", file("plain.ipynb", cells(code("x = 1"))), "put that comment above each function"],
    [
      "a student's copy",
      file("student.ipynb", cells(code("g = otter.Notebook()"))),
      "migrate the master notebook instead",
    ],
    ["a cell without source", file("damaged.ipynb", cells({ cell_type: "code" })), "cell 1 has no readable source"],
    ["a folder", join(folder, "folder.ipynb"), "is a folder, not a file"],
    ["a symbolic link", join(folder, "link.ipynb"), "is a symbolic link; the file itself is needed"],
    ["no file", join(folder, "none.ipynb"), "does not exist"],
    ["another file", join(folder, "full/notes.txt"), "is not a notebook (.ipynb)"],
  ])("%s", async (_, path, message) => {
    const { code, output, errors } = await answerTo(path, "--out", join(folder, "out"));
    expect(errors).toContain(`nablab: ${path} `);
    expect(errors).toContain(message);
    expect(errors.trim().split("\n")).toHaveLength(1);
    expect({ code, output, written: existsSync(join(folder, "out")) }).toEqual({ code: 2, output: "", written: false });
  });

  const named = file("optimization.ipynb", readFileSync(notebook));

  test.each([
    ["a folder with files in it", join(folder, "full"), "already has files in it; name a new folder with --out"],
    ["a file", join(folder, "full/notes.txt"), "cannot hold the assignment (ENOTDIR); name a new folder with --out"],
    ["the name of an assignment", join(folder, "optimization"), "there is an assignment optimization already"],
  ])("--out that names %s", async (_, out, message) => {
    const { code, errors } = await answerTo(named, "--out", out);
    expect(errors).toContain(message);
    expect(errors.trim().split("\n")).toHaveLength(1);
    expect(code).toBe(2);
    expect(readdirSync(join(folder, "full"))).toEqual(["notes.txt"]);
  });
});
