import { existsSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { makeFolder } from "../../../../src/kernel/node/places/makeFolder";

const folder = mkdtempSync(join(tmpdir(), "nablab-folder-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("a folder is made with those that it is in, and left as it is where it is there", () => {
  const path = join(folder, "a/b/c");
  makeFolder(path);
  makeFolder(path);
  expect(statSync(path).isDirectory()).toBe(true);
});

test("a link to a folder is as good as a folder", () => {
  makeFolder(join(folder, "real"));
  symlinkSync(join(folder, "real"), join(folder, "link"));
  makeFolder(join(folder, "link/new"));
  expect(existsSync(join(folder, "real/new"))).toBe(true);
});

test("a file in its place, or above it, is named", () => {
  const file = join(folder, "file");
  writeFileSync(file, "");
  expect(() => makeFolder(file)).toThrow(expect.objectContaining({ code: "EEXIST", path: file }));
  expect(() => makeFolder(join(file, "below"))).toThrow(expect.objectContaining({ code: "EEXIST", path: file }));
});

test.runIf(existsSync("/proc/self"))("where nobody can make folders, that is said at once", () => {
  expect(() => makeFolder("/proc/nablab/results")).toThrow(expect.objectContaining({ syscall: "mkdir" }));
});
