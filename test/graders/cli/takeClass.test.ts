import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zipSync } from "fflate";
import { afterAll, describe, expect, test } from "vitest";
import type { Results } from "../../../graders/engine/results";
import { root } from "../../house/files";

const base = mkdtempSync(join(tmpdir(), "nablab-class-"));
afterAll(() => rmSync(base, { recursive: true }));

const perfect = readFileSync(join(root, "graders/cli/demo/class/ada-perfect.ipynb"), "utf8");
const shallow =
  'import { np } from "nablab";\nuseAssignment("shallow-network");\nfunction predict() { return np.zeros([1, 1]); }\n';

function classOf(name: string, files: Record<string, string | Uint8Array>): string {
  mkdirSync(join(base, name));
  for (const [file, content] of Object.entries(files)) writeFileSync(join(base, name, file), content);
  return join(base, name);
}

function grade(...args: string[]) {
  // Archives are unpacked in a folder of their own.
  const temporary = mkdtempSync(join(base, "tmp-"));
  const env = { ...process.env, NO_COLOR: "1", TMPDIR: temporary };
  const run = [join(root, "graders/cli/run.js"), "grade", "--seed", "1", "--no-hidden", ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, run, { encoding: "utf8", env });
  return { status, stdout, stderr, left: readdirSync(temporary).filter((name) => name.startsWith("nablab-intake")) };
}

const resultsIn = (out: string): Results => JSON.parse(readFileSync(join(out, "results.json"), "utf8"));

describe("A class through the command line", { timeout: 60_000 }, () => {
  const folder = classOf("hw1", {
    "aaron.ts": shallow,
    "ben.ipynb": perfect,
    "cleo.ipynb": perfect,
    "dan.zip": zipSync({ "hw.ipynb": Buffer.from(perfect) }),
  });
  const roster = join(base, "class.csv");
  writeFileSync(roster, "id;login;name;section\n001;ben;Ben Öz;A\n002;cleo;Cleo;A\n003;eve;Eve;B\n004;dan;Dan;B\n");
  const out = join(base, "out");
  const formats = "json,html,csv,gradescope,junit,canvas,moodle";

  test("has a row for everybody in every format, and the first file decides for nobody else", () => {
    const { status, stderr, left } = grade(folder, "--roster", roster, "--out", out, "--format", formats);
    expect({ status, left }).toEqual({ status: 0, left: [] });
    expect(stderr).toContain("nablab: class.csv: 3 students handed something in, 1 did not\n");
    expect(stderr).toContain("nablab: class.csv does not list 1 student who handed something in (aaron)");
    const { assignment, submissions } = resultsIn(out);
    expect(assignment).toBe("logistic-regression");
    expect(submissions.map(({ id, login, status, file }) => [id, login, status, file])).toEqual([
      ["aaron", undefined, "not-gradable", "aaron.ts"],
      ["001", "ben", "graded", "ben.ipynb"],
      ["002", "cleo", "graded", "cleo.ipynb"],
      ["004", "dan", "graded", "dan.zip/hw.ipynb"],
      ["003", "eve", "not-handed-in", undefined],
    ]);
    expect(submissions[0].error).toBe(
      'is a notebook of the assignment "shallow-network", not of "logistic-regression"',
    );
    expect(submissions[1]).toMatchObject({ name: "Ben Öz", section: "A" });
    const read = (file: string): string => readFileSync(join(out, file), "utf8");
    for (const file of ["report.html", "results.csv", "junit.xml"]) {
      for (const id of ["aaron", "001", "002", "003", "004"]) expect(read(file)).toContain(id);
    }
    for (const id of ["aaron", "001", "002", "003", "004"]) expect(read(`students/${id}.html`)).toContain(id);
    expect(readdirSync(join(out, "gradescope")).sort()).toEqual(["001.json", "002.json", "004.json", "aaron.json"]);
  });

  test("stays known to later runs: who hands in late is who the roster says", () => {
    writeFileSync(join(folder, "eve.ipynb"), perfect);
    const { status, stdout } = grade(join(folder, "eve.ipynb"), "--out", out);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^003 Eve /m);
    const { submissions } = resultsIn(out);
    expect(submissions.map(({ id, status }) => [id, status])).toEqual([
      ["aaron", "not-gradable"],
      ["001", "graded"],
      ["002", "graded"],
      ["004", "graded"],
      ["003", "graded"],
    ]);
    expect(submissions.at(-1)).toMatchObject({ name: "Eve", section: "B" });
  });

  test("decides the assignment of who comes later, who may have handed in another", () => {
    writeFileSync(join(folder, "fay.ts"), shallow);
    const { status } = grade(join(folder, "fay.ts"), "--out", out);
    expect(status).toBe(0);
    const { assignment, submissions } = resultsIn(out);
    expect([assignment, submissions.length]).toEqual(["logistic-regression", 6]);
    expect(submissions.find(({ id }) => id === "fay")?.error).toMatch(
      /^is a notebook of the assignment "shallow-network"/,
    );
    rmSync(join(folder, "fay.ts"));
  });

  test("with -a, is graded as that, and files that say otherwise are told", () => {
    const { stdout } = grade(folder, "-a", "shallow-network", "--format", "json");
    const { submissions } = JSON.parse(stdout) as Results;
    expect(submissions.map(({ id, status }) => [id, status])).toEqual([
      ["aaron", "graded"],
      ["ben", "not-gradable"],
      ["cleo", "not-gradable"],
      ["dan", "not-gradable"],
      ["eve", "not-gradable"],
    ]);
    expect(submissions[1].error).toMatch(/^is a notebook of the assignment "logistic-regression"/);
  });

  test.each<[string, string[], string]>([
    [
      "as many of one assignment as of another",
      [classOf("tie", { "aaron.ts": shallow, "ben.ipynb": perfect })],
      "nablab: which assignment is to be graded? 1 student handed in logistic-regression and 1 student handed in shallow-network; name one with --assignment\n",
    ],
    [
      "few functions, and nothing that says which",
      [classOf("few", { "ben.ts": "function propagate() {}\n" })],
      "nablab: is this logistic-regression? no submission defines more than 1 of its 6 functions; name the assignment with --assignment\n",
    ],
    [
      "a roster that is none",
      [folder, "--roster", join(folder, "ben.ipynb")],
      "nablab: the roster ben.ipynb has no column",
    ],
    ["a layout that is none", [folder, "--layout", "blackbord"], "Allowed choices are gradescope, moodle, blackboard,"],
    ["a pattern without a student", [`${folder}/{assignment}.ipynb`], "has { } in it, and no {student}"],
  ])("asks, with exit code 2 and one line, at %s", (_, args, message) => {
    const { status, stdout, stderr } = grade(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(message);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });
});
