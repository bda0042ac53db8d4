/** A new course outside the repository: started, installed from the packed library, written, released and graded. */
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { builtKernel, JupyterClient } from "../../../graders/authoring/execution/JupyterClient";
import { root } from "../../house/files";

const folder = mkdtempSync(join(tmpdir(), "nablab-own-course-"));
const course = join(folder, "linear-algebra");
const installed = join(course, "node_modules/nablab");

function run(runner: string, cwd: string, args: string[]) {
  const program = join(runner, "graders/cli/run.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { cwd, encoding: "utf8" });
  return { status, stdout, stderr };
}

/** Runs in the course, with the library that is installed there. */
function nablab(...args: string[]) {
  return run(installed, course, args);
}

beforeAll(() => {
  const title = "Linear algebra in notebooks";
  expect(run(root, folder, ["new-course", "linear-algebra", "--title", title])).toMatchObject({ status: 0 });
  install();
  const { status, stdout, stderr } = nablab("new", "straight-line");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const [guide] = /\S+authoring\.md/.exec(stdout) ?? [""];
  expect(readFileSync(join(course, guide), "utf8")).toContain("# Authoring assignments");
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** Does what `npm install` does, except for the packages that the library needs: they are here already. */
function install(): void {
  mkdirSync(installed, { recursive: true });
  const { dependencies } = JSON.parse(readFileSync(join(course, "package.json"), "utf8"));
  const tarball = join(course, dependencies.nablab.replace(/^file:/, ""));
  expect(spawnSync("tar", ["-xzf", tarball, "-C", installed, "--strip-components=1"]).status).toBe(0);
  for (const name of readdirSync(join(root, "node_modules"))) {
    if (name.startsWith(".") || name.startsWith("nablab")) continue;
    symlinkSync(join(root, "node_modules", name), join(course, "node_modules", name));
  }
  copyFileSync(join(root, "package-lock.json"), join(course, "package-lock.json"));
}

test("starts with what a course needs, and an assignment is its folder and its notebook", () => {
  const names = readdirSync(course).filter((name) => name !== "package-lock.json" && name !== "node_modules");
  expect(names.map((name) => name.replace(/-\d.*\.tgz$/, ".tgz")).sort()).toEqual([
    ".gitignore",
    ".npmrc",
    "README.md",
    "assignments",
    "nablab.tgz",
    "notebooks",
    "package.json",
    "tsconfig.json",
  ]);
  expect(readdirSync(join(course, "assignments"))).toEqual(["01-straight-line"]);
  expect(readdirSync(join(course, "notebooks"))).toEqual(["01-straight-line.ipynb"]);
  expect(nablab("build", "--check")).toEqual({ status: 0, stdout: "everything is up to date\n", stderr: "" });
});

test("its assignment is sound, in the kernel too, and small mistakes are caught", () => {
  const { status, stdout } = nablab("validate", "--seeds", "3");
  expect(stdout).not.toContain("✗");
  expect(stdout).toContain("✓ the notebook with solutions runs too, and every check in it is passed");
  expect(status).toBe(0);
  expect(nablab("validate", "--mutate")).toMatchObject({ status: 0 });
}, 180_000);

test("grades: full marks for the solution, none for the starter", () => {
  const name = "01-straight-line.ipynb";
  expect(nablab("build", "--solutions", folder)).toMatchObject({ status: 0 });
  const scoreOf = (path: string): number => {
    const { stdout } = nablab("grade", path, "--seed", "1", "--format", "json");
    const { assignment, submissions } = JSON.parse(stdout);
    expect(assignment).toBe("straight-line");
    return submissions[0].score;
  };
  expect(scoreOf(join(folder, name))).toBe(100);
  expect(scoreOf(join(course, "notebooks", name))).toBe(0);
}, 60_000);

test("its notebooks import the library with its assignments: types, completion and documentation included", async () => {
  const client = await JupyterClient.start(join(course, "notebooks"), builtKernel(course));
  const failure = async (code: string) => (await client.execute(code)).reply.content.evalue;
  try {
    expect(await failure('import { check, np, useAssignment } from "nablab"; useAssignment("straight-line");')).toBe(
      undefined,
    );
    expect(await failure('useAssignment("logistic-regression");')).toContain('"straight-line"');
    expect(await failure("check({ predictLine: (w: string) => w });")).toContain("NDArray");
    const complete = await client.request("complete_request", { code: "check({ predi", cursor_pos: 13 });
    expect(complete.reply.content.matches).toContain("predictLine");
    const inspect = await client.request("inspect_request", { code: "np.zeros", cursor_pos: 8, detail_level: 0 });
    expect(JSON.stringify(inspect.reply.content.data)).toContain("zeros");
  } finally {
    client.stop();
  }
}, 60_000);

test("releases its own assignments under its own title, and nothing of staff's", () => {
  const released = join(folder, "released");
  expect(nablab("release", "--out", released)).toMatchObject({ status: 0, stderr: "" });
  const files = readdirSync(released, { recursive: true, encoding: "utf8" });
  expect(files).toContain("dist/assignments/01-straight-line/assignment.js");
  expect(files.filter((file) => /staff|logistic/.test(file))).toEqual([]);
  const text = (path: string): string => readFileSync(join(released, path), "utf8");
  expect(text("README.md")).toMatch(/^# Linear algebra in notebooks\n/);
  expect(text("dist/cli/run.js")).not.toMatch(/BEGIN SOLUTION|require\("nablab|own-course/);
  expect(text("dist/assignments/01-straight-line/checks.js")).toContain('require("../../np")');
}, 60_000);

test("is worked on with the library that it has, and with no other", () => {
  const own = run(installed, folder, ["build", "--check", "--course", course]);
  expect(own).toMatchObject({ status: 0, stderr: "" });
  const other = run(root, folder, ["build", "--check", "--course", course]);
  expect(other).toMatchObject({ status: 2, stdout: "" });
  expect(other.stderr).toMatch(/^nablab: .* does not have this nablab among its packages: run .*\n$/);
  const none = run(root, root, ["build", "--check", "--course", folder]);
  expect(none).toMatchObject({ status: 2, stdout: "" });
  expect(none.stderr).toMatch(/^nablab: .* is not a course: .*\n$/);
}, 60_000);

test.each([
  [["linear-algebra"], "already has files in it"],
  [["Linear Algebra!"], "cannot be a package's name"],
  [["nablab"], "cannot be a package's name"],
  [["fresh", "--title", ""], "the title is empty"],
])("refuses new-course %j in one line, and writes nothing", (args, reason) => {
  const before = readdirSync(folder);
  const { status, stdout, stderr } = run(root, folder, ["new-course", ...args]);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toMatch(/^nablab: .+\n$/);
  expect(stderr).toContain(reason);
  expect(readdirSync(folder)).toEqual(before);
});
