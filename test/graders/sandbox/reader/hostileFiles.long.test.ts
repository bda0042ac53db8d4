import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { root } from "../../../house/files";
import { hostileFiles } from "./hostileFiles";

/** `NABLAB_TEST_READING=10` tests them under the limit that applies to classes. */
const seconds = process.env.NABLAB_TEST_READING ?? "1";
const folder = mkdtempSync(join(tmpdir(), "nablab-hostile-"));
afterAll(() => rmSync(folder, { recursive: true }));

interface Graded {
  maxRSS: number;
  rows: { id: string; status: string; error?: string; durationMs: number }[];
}

test("no file costs another one its marks, the grader its memory, or anybody more than the limit", () => {
  const names: string[] = [];
  for (const { name, extension, content } of hostileFiles()) {
    writeFileSync(join(folder, `${name}${extension}`), content);
    names.push(name);
  }
  expect(names.length).toBeGreaterThan(80);
  const ordinary = Array.from({ length: 20 }, (_, i) => `ordinary-${i}`);
  for (const name of ordinary)
    writeFileSync(join(folder, `${name}.ts`), `function sigmoid(z) { return z; } // ${name}`);

  const program = join(__dirname, "gradeHostileFiles.ts");
  const args = ["-r", "ts-node/register/transpile-only", program, folder, seconds];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8", maxBuffer: 2 ** 26 });
  expect(stderr).toBe("");
  const { maxRSS, rows } = JSON.parse(stdout) as Graded;
  const statusOf = (id: string) => rows.find((row) => row.id === id)?.status;

  expect(ordinary.filter((name) => statusOf(name) !== "graded")).toEqual([]);
  expect(names.filter((name) => !["graded", "not-gradable"].includes(statusOf(name) ?? ""))).toEqual([]);
  for (const { error } of rows) expect(error ?? "graded").toMatch(/^[^\n\r]{5,400}$/);
  expect(maxRSS).toBeLessThan(500);
  if (process.env.NABLAB_TEST_READING !== undefined) console.table(rows);
}, 600_000);
