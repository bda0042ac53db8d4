import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { afterAll, expect, test } from "vitest";

const root = join(__dirname, "../../..");
const out = mkdtempSync(join(tmpdir(), "nablab-unread-"));
afterAll(() => rmSync(out, { recursive: true }));

/** A command whose output nobody reads, nor its errors where that is stated. */
async function unread(args: string[], both: boolean): Promise<{ code: number; errors: string }> {
  const child = spawn(process.execPath, [join(root, "graders/cli/run.js"), ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let errors = "";
  (child.stderr as Readable).on("data", (text) => {
    errors += text;
  });
  child.stdout.destroy();
  if (both) child.stderr.destroy();
  const [code] = await once(child, "close");
  return { code, errors };
}

test("output that nobody reads any more is no error", async () => {
  expect(await unread(["--help"], false)).toEqual({ code: 0, errors: "" });
});

test("results are written although nobody reads what is printed", async () => {
  const ada = join(root, "graders/cli/demo/class/ada-perfect.ipynb");
  const args = ["grade", ada, "--out", out, "--format", "csv", "--seed", "1"];
  expect((await unread(args, true)).code).toBe(0);
  expect(existsSync(join(out, "results.csv"))).toBe(true);
});
