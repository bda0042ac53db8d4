/** An update during a term: two versions side by side, in folders of their own. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { JupyterClient } from "../../../graders/authoring/execution/JupyterClient";
import { assignmentNamed } from "../../../graders/engine/chooseAssignment";
import { learnerFiles } from "../../../graders/release/learnerFiles";
import { writeRelease } from "../../../graders/release/writeRelease";
import { assignments } from "../../../src/assignments";
import { specFolder } from "../../../src/kernel/node/spec";
import { root } from "../../house/files";
import { ownCourse } from "../../ownCourse";

const folder = mkdtempSync(join(tmpdir(), "nablab-update-"));
const prefix = join(folder, "jupyterhub");
const versions = ["8.0.0", "9.0.0"] as const;

beforeAll(async () => {
  const files = await learnerFiles(ownCourse, [assignmentNamed("logistic-regression", assignments)]);
  for (const version of versions) {
    const installation = join(folder, version);
    writeRelease(installation, files);
    const manifest = join(installation, "package.json");
    writeFileSync(manifest, JSON.stringify({ ...JSON.parse(readFileSync(manifest, "utf8")), version }));
    mkdirSync(join(installation, "node_modules"));
    const own = Object.keys(JSON.parse(readFileSync(join(installation, "package-lock.json"), "utf8")).packages);
    for (const place of own) {
      const [, name] = /^node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(place) ?? [];
      if (name === undefined || name.startsWith("nablab")) continue;
      mkdirSync(join(installation, "node_modules", name, ".."), { recursive: true });
      symlinkSync(join(root, "node_modules", name), join(installation, "node_modules", name));
    }
    symlinkSync("..", join(installation, "node_modules/nablab"));
  }
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** `nablab kernel install` of a version, with the options that all versions have. */
function install(version: string): void {
  const program = join(folder, version, "dist/cli/nablab.js");
  const args = [program, "kernel", "install", "--prefix", prefix, "--link", folder];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
}

/** A kernel as Jupyter starts it now. */
function start(): Promise<JupyterClient> {
  const { argv } = JSON.parse(readFileSync(join(specFolder(prefix), "kernel.json"), "utf8"));
  return JupyterClient.start(folder, (file) =>
    argv.slice(1).map((one: string) => one.replace("{connection_file}", file)),
  );
}

async function versionOf(client: JupyterClient): Promise<unknown> {
  return (await client.request("kernel_info_request", {})).reply.content.implementation_version;
}

test("new kernels are of the new version, and those that run go on with theirs", async () => {
  const cell = 'import { check, np, plot } from "nablab"; plot.line([1, 2, 3]); np.zeros([2]).shape';
  install(versions[0]);
  const [before, untouched] = await Promise.all([start(), start()]);
  let after: JupyterClient | undefined;
  try {
    expect((await before.execute("const x = 1;")).reply.content.status).toBe("ok");
    install(versions[1]);
    after = await start();
    expect(await Promise.all([before, untouched, after].map(versionOf))).toEqual([
      versions[0],
      versions[0],
      versions[1],
    ]);
    // Files that neither has read yet; then an engine that is started anew.
    for (const client of [before, untouched, after]) {
      expect((await client.execute(cell)).reply.content).toMatchObject({ status: "ok" });
    }
    expect((await before.execute("x")).reply.content.status).toBe("ok");
    expect((await before.execute("process.exit(1)")).reply.content.status).toBe("error");
    expect((await before.execute(cell)).reply.content).toMatchObject({ status: "ok" });
    expect(readFileSync(join(folder, "nablab"), "utf8")).toContain(join(folder, versions[1], "dist/cli"));
  } finally {
    for (const client of [before, untouched, after]) client?.stop();
  }
}, 120_000);
