import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { root } from "./files";

const read = (file: string): string => readFileSync(path.join(root, file), "utf8");
const own = JSON.parse(read("package.json")) as { version: string; dependencies: Record<string, string> };

it("names in .node-version the Node that the package `node` pins", () => {
  expect(read(".node-version")).toBe(`${own.dependencies.node}\n`);
});

it("gives every package of the repository one version, in the lock files too", () => {
  const { packages } = JSON.parse(read("package-lock.json"));
  const image = JSON.parse(read("graders/gradescope/image/package-lock.json"));
  const versions = {
    notebooks: JSON.parse(read("notebooks/package.json")).version,
    image: JSON.parse(read("graders/gradescope/image/package.json")).version,
    locked: packages[""].version,
    lockedNotebooks: packages.notebooks.version,
    lockedImage: image.packages[""].version,
  };
  for (const [where, version] of Object.entries(versions))
    expect({ where, version }).toEqual({ where, version: own.version });
});

it("has this version's section in the changelog, with its date, right below what is unreleased", () => {
  const [unreleased, latest] = Array.from(read("CHANGELOG.md").matchAll(/^## (.*)$/gm), ([, heading]) => heading);
  expect(unreleased).toBe("Unreleased");
  expect(latest).toMatch(/^\S+ — \d{4}-\d{2}-\d{2}$/);
  expect(latest.split(" ")[0]).toBe(own.version);
});
