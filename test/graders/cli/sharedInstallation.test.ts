import { spawnSync } from "node:child_process";
import { chownSync, copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
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
});
