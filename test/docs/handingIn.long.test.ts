import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createProgram } from "../../graders/cli/runCommandLine";
import { readPage } from "./readBlocks";
import { testPage } from "./testPage";

const settings = mkdtempSync(join(tmpdir(), "nablab-settings-"));

describe("Handing in", () => {
  // The page signs in, which must not be seen by whoever runs the tests.
  beforeAll(() => {
    process.env.XDG_CONFIG_HOME = settings;
  });
  afterAll(() => {
    delete process.env.XDG_CONFIG_HOME;
    rmSync(settings, { recursive: true });
  });

  testPage("docs/handing-in.md", 300);
});

test("the page lists the options of `nablab submit`", () => {
  const options = createProgram().commands.find((one) => one.name() === "submit")?.options ?? [];
  const text = readPage("docs/handing-in.md");
  expect(options.map(({ long }) => long).filter((name) => !text.includes(`\`${name}`))).toEqual([]);
});
