/** The page for learners: its blocks, and its tables, whose rows are as much of a promise. */
import { afterAll, describe, expect, test } from "vitest";
import { Cells } from "./Cells";
import { mentions } from "./matchOutput";
import { readPage } from "./readBlocks";
import { testPage } from "./testPage";

const { clone } = testPage("docs/learning.md");
const cells = new Cells(clone.folder);
afterAll(() => cells.stop());

const start = `import { check, np, ready, useAssignment } from "nablab";
const [a, b] = [np.array([[1, 2, 3], [4, 5, 6]]), np.array([[10], [20]])];
const A = a;`;

describe("a table of the page for learners", () => {
  test("writes as nablab what it says", async () => {
    const expressions = rowsOf("NumPy", "nablab").map(([, nablab]) => nablab);
    expect(expressions.length).toBeGreaterThan(30);
    expect(await cells.run([start, ...expressions].join(";\n"))).toMatchObject({ code: 0 });
  });

  test("shows what a cell says", async () => {
    const rows = rowsOf("cell", "message", "cause and remedy");
    expect(rows.length).toBeGreaterThan(15);
    // The last row is what a notebook says whose first cell did not call `useAssignment`; the one before it ends the process.
    await cells.run(`${start}\nuseAssignment("logistic-regression");`);
    for (const [cell, message] of rows) {
      if (message.startsWith("Error: Run the first cell")) await cells.run(start);
      const { output } = await cells.run(cell);
      expect({ cell, output, mentions: mentions(output, message) }).toEqual({ cell, output, mentions: true });
    }
  }, 60_000);

  test("shows what a command says", async () => {
    for (const [command, message] of rowsOf("command", "message", "cause and remedy")) {
      const { output } = await clone.run(command);
      expect({ command, output, mentions: mentions(output, message) }).toEqual({ command, output, mentions: true });
    }
  }, 60_000);
});

/** The rows of the tables with this head; of a cell, the code in it. */
function rowsOf(...head: string[]): string[][] {
  const [, ...tables] = readPage("docs/learning.md").split(`| ${head.join(" | ")} |\n`);
  return tables.flatMap((table) => {
    const [, ...lines] = table.split("\n");
    const end = lines.findIndex((line) => !line.startsWith("|"));
    return lines
      .slice(0, end)
      .map((line) => Array.from(line.matchAll(/(?<=\| )(`+)(.*?)\1(?= \|)/g), ([, , code]) => code));
  });
}
