import { expect, test } from "vitest";
import { pruneLock } from "../../../graders/release/pruneLock";

const lock = {
  name: "all",
  version: "1.0.0",
  lockfileVersion: 3,
  requires: true,
  packages: {
    "": { dependencies: { a: "1.0.0" }, devDependencies: { tool: "1.0.0" } },
    "node_modules/a": {
      version: "1.0.0",
      dependencies: { shared: "^2.0.0" },
      optionalDependencies: { extra: "1.0.0" },
    },
    "node_modules/a/node_modules/shared": { version: "2.1.0", dependencies: { leaf: "1.0.0" } },
    "node_modules/extra": { version: "1.0.0", devOptional: true },
    "node_modules/leaf": { version: "1.0.0" },
    "node_modules/shared": { version: "1.0.0" },
    "node_modules/lesson": { version: "3.0.0", peerDependencies: { shared: "1.0.0" } },
    "node_modules/tool": { version: "1.0.0", dev: true },
  },
};

const packagesFor = (dependencies: Record<string, string>, workspaces = {}): object =>
  pruneLock(lock, { name: "some", version: "1.0.0", dependencies }, workspaces).packages;

test("what a package needs stays where it is, nested or not, and the rest goes", () => {
  const packages = packagesFor({ a: "1.0.0" });
  expect(Object.keys(packages)).toEqual([
    "",
    "node_modules/a",
    "node_modules/a/node_modules/shared",
    "node_modules/extra",
    "node_modules/leaf",
  ]);
});

test("without development, what it shares with something optional is optional", () => {
  expect(packagesFor({ a: "1.0.0" })).toHaveProperty(["node_modules/extra"], { version: "1.0.0", optional: true });
});

test("what a workspace needs is kept too, peers included", () => {
  const packages = packagesFor({}, { notebooks: { dependencies: { lesson: "3.0.0" } } });
  expect(Object.keys(packages)).toEqual(["", "notebooks", "node_modules/lesson", "node_modules/shared"]);
});
