import { readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { nextNumber } from "../../graders/authoring/scaffold/nextNumber";
import { assignments } from "../../src/assignments";
import { matchOutput } from "./matchOutput";
import { type Block, readPage } from "./readBlocks";
import { testPage } from "./testPage";

/** The number that the walk-through's assignment gets; the page calls it 10. */
const number = nextNumber(assignments);
const two = String(number).padStart(2, "0");

function renumbered(text: string): string {
  return text
    .replaceAll(/\b10-(?=softmax|multiclass)/g, `${two}-`)
    .replaceAll("number: 10,", `number: ${number},`)
    .replaceAll("assignment 10 ", `assignment ${number} `);
}

const { clone, printed } = testPage("docs/authoring.md", 240, ({ text, settings, ...block }: Block) => ({
  ...block,
  text: renumbered(text),
  settings: { ...settings, ...(settings.file === undefined ? {} : { file: renumbered(settings.file) }) },
}));

beforeAll(async () => {
  const commands = [
    "git init -q",
    "git config user.name Author",
    "git config user.email author@example.org",
    "git add -A",
    "git commit -q -m start",
  ];
  expect(await clone.run(commands.join("\n"))).toEqual({ code: 0, output: "" });
});

it("explains every proof", () => {
  const proofs = [...printed.values()].flatMap((output) =>
    Array.from(output.matchAll(/^ {2}✓ (.*)$/gm), ([, line]) => line),
  );
  const rows = Array.from(readPage("docs/authoring.md").matchAll(/^\| ([^|]+) \| [^|]+ \|$/gm), ([, row]) => row);
  expect(proofs.length).toBeGreaterThan(15);
  expect(
    proofs.filter((line) => !/ % {2}\d+ caught/.test(line) && !rows.some((row) => matchOutput(line, row))),
  ).toEqual([]);
});

describe("after the walk-through", () => {
  it("a new assignment is sound, formatted and typed at once, as is what was written", async () => {
    const slug = "very-many-words-are-in-the-name-of-this-assignment";
    clone.write("tsconfig.assignments.json", '{ "extends": "./tsconfig.json", "include": ["src/assignments"] }');
    const commands = [
      `npx --no nablab new ${slug} --title "It’s 2 (or 3): ∇"`,
      `npx --no nablab validate ${slug} --no-run`,
      `npx --no nablab validate ${slug} --mutate`,
      "npx --no biome check src/assignments",
      "node node_modules/typescript/lib/_tsc.js --noEmit -p tsconfig.assignments.json",
    ];
    const { code, output } = await clone.run(commands.join("\n"));
    expect({ code, output: code === 0 ? "" : output }).toEqual({ code: 0, output: "" });
  }, 120_000);

  it("an assignment that cannot be written leaves nothing behind", async () => {
    const before = await clone.run("git status --short --untracked-files=all");
    // A folder where the notebook's draft should go.
    clone.write(`notebooks/${String(number + 2).padStart(2, "0")}-in-the-way.ipynb.draft/x`, "");
    const { code, output } = await clone.run("npx --no nablab new in-the-way");
    expect(code).toBe(2);
    expect(output).toMatch(/^nablab: nothing was written: .*EISDIR.*\n$/);
    await clone.run("rm -r notebooks/*.draft");
    expect(await clone.run("git status --short --untracked-files=all")).toEqual(before);
    expect(readdirSync(join(clone.folder, "src/assignments")).filter((name) => name.startsWith("."))).toEqual([]);
  }, 60_000);

  it("a mistake in an assignment's file is told in one line, whatever the command", async () => {
    clone.write(`src/assignments/${two}-multiclass-regression/checks.ts`, "export const checks = ;\n");
    const { code, output } = await clone.run("npx --no nablab build");
    expect(code).toBe(2);
    expect(output).toMatch(/^nablab: cannot start: src\/assignments\/\S+\/checks\.ts\(1,23\): error TS1109: .*\n$/);
  }, 60_000);
});
