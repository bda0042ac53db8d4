import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { recordName, writeRelease } from "../../../graders/release/writeRelease";
import { writeZip } from "../../../graders/release/writeZip";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "nablab-release-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const first = [
  { path: "README.md", content: "first\n" },
  { path: "notebooks/01.ipynb", content: "{}" },
  { path: "dist/old/only.js", content: "1" },
];
const second = [
  { path: "README.md", content: "second\n" },
  { path: "notebooks/01.ipynb", content: "{}" },
];

const read = (path: string): string => readFileSync(join(folder, path), "utf8");
const filesNow = (): string[] => readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();

test("a new folder is made, and an empty one is taken", () => {
  expect(writeRelease(join(folder, "a/b"), first)).toBe(false);
  expect(read("a/b/notebooks/01.ipynb")).toBe("{}");
  mkdirSync(join(folder, "empty"));
  expect(writeRelease(join(folder, "empty"), first)).toBe(false);
});

test("a folder with other files is refused, and left as it is", () => {
  writeFileSync(join(folder, "thesis.md"), "mine");
  expect(() => writeRelease(folder, first)).toThrow(/holds other files; name a new or empty folder/);
  expect(filesNow()).toEqual(["thesis.md"]);
});

test("a file in the folder's place is refused", () => {
  writeFileSync(join(folder, "file"), "");
  expect(() => writeRelease(join(folder, "file"), first)).toThrow(/file is not a folder$/);
});

test("an earlier release is replaced, with what is no longer part of it; what was added stays", () => {
  writeRelease(folder, first);
  writeFileSync(join(folder, "notes.md"), "mine");
  mkdirSync(join(folder, "node_modules"));
  expect(writeRelease(folder, second)).toBe(true);
  expect(read("README.md")).toBe("second\n");
  expect(filesNow()).toEqual(
    [recordName, "README.md", "node_modules", "notebooks", "notebooks/01.ipynb", "notes.md"].sort(),
  );
});

test.each(["notebooks/01.ipynb", "dist/old/only.js"])("nothing is written where %s was worked on since", (path) => {
  writeRelease(folder, first);
  writeFileSync(join(folder, path), "my work");
  const changed = second.map((file) => ({ ...file, content: `${file.content} ` }));
  expect(() => writeRelease(folder, changed)).toThrow(`${join(folder, path)} would be lost`);
  expect(read(path)).toBe("my work");
  expect(read("README.md")).toBe("first\n");
});

test("nothing is written over a file that was added where the release has one now", () => {
  writeRelease(folder, second);
  mkdirSync(join(folder, "dist/old"), { recursive: true });
  writeFileSync(join(folder, "dist/old/only.js"), "mine");
  expect(() => writeRelease(folder, first)).toThrow(/only\.js would be lost/);
});

test("a record that names files outside of the folder is not followed", () => {
  const outside = join(folder, "outside.txt");
  writeFileSync(outside, "mine");
  const inside = join(folder, "course");
  writeRelease(inside, first);
  const record = JSON.parse(readFileSync(join(inside, recordName), "utf8"));
  record.files["../outside.txt"] = "whatever";
  writeFileSync(join(inside, recordName), JSON.stringify(record));
  expect(() => writeRelease(inside, second)).toThrow(/cannot be read; name a new or empty folder/);
  expect(existsSync(outside)).toBe(true);
});

test("a zip file takes the place of an earlier one, and of nothing else", () => {
  const path = join(folder, "autograder.zip");
  const files = [{ path: "setup.sh", content: "#!/bin/sh\n" }];
  writeZip(path, files);
  expect(() => writeZip(path, files)).not.toThrow();
  writeFileSync(path, "PK\x03\x04 somebody's photographs");
  expect(() => writeZip(path, files)).toThrow(/exists and is not an earlier autograder/);
  expect(() => writeZip(folder, files)).toThrow(/exists and is not an earlier autograder/);
});
