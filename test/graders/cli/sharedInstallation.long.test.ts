import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  chownSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { courseFiles } from "../../../graders/authoring/scaffold/courseFiles";
import { writeLink } from "../../../graders/cli/lab/commandLink";

const root = resolve(__dirname, "../../..");
const notebook = "01-logistic-regression.ipynb";

/** The id of `nobody` on every Linux. */
const learner = 65_534;

const isRoot = process.platform === "linux" && process.getuid?.() === 0;
const canRead = () => spawnSync("ls", [root], { uid: learner, gid: learner }).status === 0;

describe.skipIf(!isRoot || !canRead())("a learner on an installation that root has made", () => {
  const home = mkdtempSync(join(tmpdir(), "nablab-home-"));
  const programs = mkdtempSync(join(tmpdir(), "nablab-programs-"));
  beforeAll(() => {
    spawnSync("chmod", ["755", programs]);
    writeLink(programs, root);
    copyFileSync(join(root, "notebooks", notebook), join(home, notebook));
    for (const file of [home, join(home, notebook)]) chownSync(file, learner, learner);
  });
  afterAll(() => {
    for (const folder of [home, programs]) rmSync(folder, { recursive: true });
  });

  /** Runs the command as the learner, from the home folder. */
  function nablab(...args: string[]) {
    const env = { HOME: home, PATH: `${programs}:/usr/bin:/bin` };
    const options = { uid: learner, gid: learner, cwd: home, env, encoding: "utf8" } as const;
    return spawnSync("sh", ["-c", 'nablab "$@"', "sh", ...args], options);
  }

  it("checks a notebook through the link, from the home folder", () => {
    const before = readFileSync(join(home, notebook), "utf8");
    const { stdout, stderr, status } = nablab("check", notebook);
    expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
    expect(stdout).toContain("sigmoid");
    expect(readFileSync(join(home, notebook), "utf8")).toBe(before);
  }, 60_000);

  it("installs the kernel for itself", () => {
    expect(nablab("kernel", "install")).toMatchObject({ status: 0, stdout: expect.stringContaining(home) });
  }, 60_000);

  it.each([
    ["lab", ["lab", "--no-browser"]],
    ["demo", ["demo"]],
    ["new", ["new", "softmax-regression"]],
  ])(
    "%s, which would write there, says in one line what to do instead",
    (_, args) => {
      const { stderr, status } = nablab(...args);
      expect(status).toBe(2);
      expect(stderr).toMatch(/^nablab: .*is read-only for you.* copy .*\n$/);
    },
    60_000,
  );

  it.each([
    ["the kernel into an environment of others", ["kernel", "install", "--prefix", programs]],
    ["the command into a folder of others", ["kernel", "install", "--link", "/usr/bin"]],
  ])(
    "does not install %s, and says in one line what to do",
    (_, args) => {
      const { stderr, status } = nablab(...args);
      expect(status).toBe(2);
      expect(stderr).toMatch(/^nablab: cannot use .*: permission denied; choose what you may use.*\n$/);
    },
    60_000,
  );

  it("new-course, for which npm has to start the command, says how, and leaves no folder", () => {
    const { stderr, status } = nablab("new-course", "linear-algebra");
    expect(status).toBe(2);
    expect(stderr).toBe(
      `nablab: npm packs the library: start this as \`npx --no nablab new-course ${home}/linear-algebra\` in ${root}\n`,
    );
    expect(readdirSync(home)).not.toContain("linear-algebra");
  }, 60_000);

  it("grades, validates, builds what is up to date and releases into the home folder", () => {
    expect(nablab("grade", notebook, "--seed", "1", "--out", "results")).toMatchObject({ status: 0 });
    expect(nablab("build", "--check")).toMatchObject({ status: 0, stderr: "" });
    expect(nablab("release", "logistic-regression", "--out", "released")).toMatchObject({ status: 0, stderr: "" });
    expect(readdirSync(home)).toEqual(expect.arrayContaining(["results", "released"]));
  }, 120_000);
});

describe.skipIf(!isRoot || !canRead())("a learner on a course of its own, which root has installed", () => {
  const folder = mkdtempSync(join(tmpdir(), "nablab-shared-course-"));
  const course = join(folder, "algebra");
  const home = join(folder, "home");
  const link = join(folder, "nablab");

  beforeAll(() => {
    chmodSync(folder, 0o755);
    for (const inside of ["assignments", "notebooks", "node_modules"]) {
      mkdirSync(join(course, inside), { recursive: true });
    }
    const files = courseFiles({ name: "algebra", title: "Algebra", tarball: "nablab.tgz" });
    for (const [name, text] of Object.entries(files)) writeFileSync(join(course, name), text);
    symlinkSync(root, join(course, "node_modules/nablab"));
    run("new", "straight-line");
    run("kernel", "install", "--prefix", folder, "--link", folder);
    mkdirSync(home);
    copyFileSync(join(course, "notebooks/01-straight-line.ipynb"), join(home, "hw1.ipynb"));
    for (const file of [home, join(home, "hw1.ipynb")]) chownSync(file, learner, learner);
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  /** As root, in the course. */
  function run(...args: string[]): void {
    const program = join(root, "graders/cli/nablab.js");
    const { status, stderr } = spawnSync(process.execPath, [program, ...args], { cwd: course, encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
  }

  function nablab(...args: string[]) {
    const options = { uid: learner, gid: learner, cwd: home, env: { HOME: home }, encoding: "utf8" } as const;
    return spawnSync(link, args, options);
  }

  it("checks the course's notebooks through the link, which names the course", () => {
    expect(readFileSync(link, "utf8")).toContain(`'--course' '${course}'`);
    const { stdout, stderr, status } = nablab("check", "hw1.ipynb");
    expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
    expect(stdout).toContain("predictLine");
  }, 60_000);

  it("installs the kernel of the course for itself", () => {
    expect(nablab("kernel", "install")).toMatchObject({ status: 0, stderr: "" });
    const spec = readFileSync(join(home, ".local/share/jupyter/kernels/nablab/kernel.json"), "utf8");
    expect(spec).toContain(join(course, "dist/kernel/node/main.js"));
  }, 60_000);

  it.each([
    ["lab", ["lab", "--no-browser"]],
    ["new", ["new", "parabola"]],
  ])(
    "%s, which would write there, says in one line what to do instead",
    (_, args) => {
      const { stderr, status } = nablab(...args);
      expect(status).toBe(2);
      expect(stderr).toMatch(/^nablab: .*is read-only for you.* copy .*\n$/);
    },
    60_000,
  );

  it("says who has to build it when it has changed since", () => {
    appendFileSync(join(course, "assignments/01-straight-line/assignment.ts"), "\n");
    const { stderr, status } = nablab("kernel", "install");
    expect(status).toBe(2);
    expect(stderr).toMatch(/^nablab: .*algebra has changed since it was built, .* run `npx .*` there\n$/);
  }, 60_000);
});
