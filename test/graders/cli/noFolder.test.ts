import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../../house/files";

const runner = join(root, "graders/cli/run.js");
const submission = "graders/cli/demo/class/ada-perfect.ipynb";
const python = "test/fixtures/migrate/smoothing-nbgrader-v3.ipynb";

// In processes of their own: an endless call cannot be interrupted from the same thread.
test.runIf(existsSync("/proc/self")).each([
  ["kernel", "install", "--prefix", "/proc/nowhere"],
  ["build", "logistic-regression", "--solutions", "/proc/nowhere"],
  ["release", "logistic-regression", "--out", "/proc/nowhere"],
  ["release", "logistic-regression", "--gradescope", "--out", "/proc/nowhere"],
  ["grade", submission, "--out", "/proc/nowhere"],
  ["migrate", python, "--out", "/proc/nowhere"],
])("nablab %s %s %s %s: where nobody can make folders, one sentence says so at once", (...args) => {
  const options = { cwd: root, encoding: "utf8", timeout: 25_000 } as const;
  const { status, stderr, stdout } = spawnSync(process.execPath, [runner, ...args], options);
  // Built only where dist/ is older than its sources.
  const said = stderr.replace("nablab: building the library\n", "");
  expect({ status, said, stdout }).toEqual({
    status: 2,
    said: "nablab: cannot use /proc/nowhere: no folder can be made there\n",
    stdout: "",
  });
});
