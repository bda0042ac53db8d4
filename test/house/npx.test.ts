import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { repositoryFiles, root } from "./files";

/**
 * Where the package is not installed, such as in the wrong folder, `npx nablab` downloads and runs whatever the
 * registry has under that name. `--no` prevents this. The same is true of any other package.
 */
const unsafe =
  /\b(?:npx(?! --no(?![a-z]))(?= +[-@\w])|npm (?:exec|x)(?! --no )|npm (?:init|create) [^-\s]|(?:bunx|pnpx|yarn dlx|pnpm dlx) )/;

/** This file and the lock files are not pages. */
const texts = repositoryFiles().filter((file) => {
  return (
    /\.(md|ts|mts|js|mjs|json|ipynb|txt|sh|yml|yaml|html|svg)$|^\.ci\/|image\/[^.]+$/.test(file) &&
    !/(^|\/)package-lock\.json$|^test\/house\/npx\.test\.ts$/.test(file)
  );
});

it.each([
  "`npx nablab grade x`",
  "npx  nablab",
  "npx @biomejs/biome check",
  "npx -y nablab",
  "npx --yes nablab",
  "npm exec nablab",
  "npm x -- nablab",
  "bunx nablab",
])("knows %s for what it is", (command) => {
  expect(command).toMatch(unsafe);
});

it.each(["`npx --no nablab grade x`", "with `npx`.", "npx() {", "npm run nablab -- grade x", "npm init"])(
  "lets %s pass",
  (text) => {
    expect(text).not.toMatch(unsafe);
  },
);

it("tells nobody to type what could run a stranger's package, on no page and in no message, notebook or script", () => {
  expect(texts.length).toBeGreaterThan(300);
  const found = texts.flatMap((file) => {
    const lines = readFileSync(path.join(root, file), "utf8").split("\n");
    return lines.flatMap((line, index) => (unsafe.test(line) ? [`${file}:${index + 1}: ${line.slice(0, 200)}`] : []));
  });
  expect(found).toEqual([]);
});
