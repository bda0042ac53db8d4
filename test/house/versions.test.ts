import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { root } from "./files";

const read = (file: string): string => readFileSync(path.join(root, file), "utf8");
const own = JSON.parse(read("package.json")) as { version: string; dependencies: Record<string, string> };

it("names in .node-version the Node that the package `node` pins", () => {
  expect(read(".node-version")).toBe(`${own.dependencies.node}\n`);
});
