import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { pruneRegistry } from "../../../graders/release/pruneRegistry";
import { root } from "../../house/files";

const registry = readFileSync(join(root, "src/assignments/index.ts"), "utf8");

test("the registry of some assignments names no other", () => {
  const text = pruneRegistry(registry, new Set(["02-shallow-network", "05-optimization"]));
  expect(text).not.toMatch(/logistic|deepNetwork|initialization|convolutional/i);
  expect(text.replaceAll(/\s+/g, " ")).toContain("assignments: Assignment[] = [ shallowNetwork, optimization, ]");
  expect(text).toMatch(/"shallow-network": ShallowNetwork;\s+optimization: Optimization;\s+}/);
});

test("the registry of all assignments keeps every import", () => {
  const folders = Array.from(registry.matchAll(/"\.\/([\w-]+)\/assignment"/g), ([, folder]) => folder);
  const text = pruneRegistry(registry, new Set(folders));
  expect(Array.from(text.matchAll(/"\.\/([\w-]+)\/assignment"/g), ([, folder]) => folder)).toEqual(folders);
});
