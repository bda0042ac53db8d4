import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { runCommandLine } from "../../../graders/cli/runCommandLine";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "nablab-release-"));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

/** The exit code, and what was written to standard error. */
async function release(...args: string[]): Promise<{ code: number | undefined; message: string }> {
  const lines: string[] = [];
  vi.spyOn(console, "error").mockImplementation((line) => lines.push(String(line)));
  vi.spyOn(process.stderr, "write").mockImplementation((text) => lines.push(String(text)) > 0);
  const code = await runCommandLine(["release", ...args]);
  return { code, message: lines.join("\n").trim() };
}

test("without a place to write to, it says which options name one", async () => {
  const { code, message } = await release("logistic-regression");
  expect(code).toBe(2);
  expect(message).toMatch(/^nablab: name where to write: --out .* or --site for a site/);
});

test("for an unknown assignment, it suggests the nearest ones", async () => {
  const { code, message } = await release("logistic", "--out", folder);
  expect(code).toBe(2);
  expect(message).toMatch(/^nablab: there is no assignment "logistic"; did you mean .+\?$/);
});

test("a zip file cannot take two assignments, as Gradescope takes one for each", async () => {
  const zip = join(folder, "a.zip");
  const { code, message } = await release("logistic-regression", "deep-network", "--gradescope", "--out", zip);
  expect(code).toBe(2);
  expect(message).toContain("Gradescope takes one zip file per assignment");
});

test("where the system lets nothing be written, one line says so", async () => {
  writeFileSync(join(folder, "file"), "");
  const { code, message } = await release("logistic-regression", "--gradescope", "--out", join(folder, "file"));
  expect(code).toBe(2);
  expect(message).toMatch(/^nablab: cannot use .*file: there is a file of that name$/);
});
