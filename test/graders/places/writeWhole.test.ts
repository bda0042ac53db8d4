import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writeOurFile } from "../../../graders/places/writeOurFile";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "nablab-whole-"));
  writeFileSync(join(folder, "precious"), "mine");
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a file is for this user alone, whole, and leaves no draft", () => {
  writeOurFile(join(folder, "file"), "text");
  expect(readFileSync(join(folder, "file"), "utf8")).toBe("text");
  expect(readdirSync(folder).sort()).toEqual(["file", "precious"]);
  if (process.platform !== "win32") expect(statSync(join(folder, "file")).mode & 0o777).toBe(0o600);
});

test.each(["file", `file.${process.pid}`, "file.draft", "file.tmp", "file~"])("no link at %s is followed", (name) => {
  symlinkSync(join(folder, "precious"), join(folder, name));
  writeOurFile(join(folder, "file"), "text");
  expect(readFileSync(join(folder, "precious"), "utf8")).toBe("mine");
  expect(readFileSync(join(folder, "file"), "utf8")).toBe("text");
});

test("where the file cannot be put in place, no draft stays", () => {
  expect(() => writeOurFile(folder, "text")).toThrow();
  expect(readdirSync(join(folder, "..")).filter((name) => name.startsWith(`${folder.split("/").at(-1)}.`))).toEqual([]);
});
