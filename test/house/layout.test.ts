import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { assignments } from "../../src/assignments";
import { repositoryFiles, root } from "./files";

const topLevel = [
  "CHANGELOG.md",
  "CONTRIBUTING.md",
  "LICENSE",
  "README.md",
  "README.zh-CN.md",
  "RELEASE.md",
  "SECURITY.md",
  "docs",
  "graders",
  "notebooks",
  "package-lock.json",
  "package.json",
  "requirements.txt",
  "src",
  "test",
  "tsconfig.json",
];

it("keeps the top level to the folders and files that CONTRIBUTING.md describes", () => {
  const names = new Set(repositoryFiles().map((file) => file.split("/")[0]));
  const visible = [...names].filter((name) => !name.startsWith(".")).sort();
  expect(visible).toEqual([...topLevel].sort());
});

it("lists every assignment folder once, in order, in the registry that `nablab build` makes", () => {
  const folders = readdirSync(path.join(root, "src/assignments"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  const registered = assignments.map(({ number, slug }) => `${String(number).padStart(2, "0")}-${slug}`);
  expect(registered).toEqual(folders.sort());
});

it("needs nothing of test/ in src/ and graders/: what is used there belongs there", () => {
  const folders = readdirSync(path.join(root, "test"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const inTests = new RegExp(`\\btest/(${folders.map(({ name }) => name).join("|")})\\b`);
  expect('join(root, "test/fixtures/kernel")').toMatch(inTests);
  const programs = repositoryFiles().filter((file) => /^(src|graders)\/.*\.(ts|js|mjs|json|sh)$/.test(file));
  expect(programs.length).toBeGreaterThan(400);
  expect(programs.filter((file) => inTests.test(readFileSync(path.join(root, file), "utf8")))).toEqual([]);
});

it("names no download address in the lock file", () => {
  const lock = readFileSync(path.join(root, "package-lock.json"), "utf8");
  expect(lock).not.toMatch(/"resolved": "https?:/);
});
