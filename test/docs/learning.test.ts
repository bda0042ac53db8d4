/** The pages for learners: their blocks, and their tables, whose rows are as much of a promise. */
import { afterAll, describe, expect, test } from "vitest";
import { Cells } from "./Cells";
import { mentions } from "./matchOutput";
import { readBlocks, readPage } from "./readBlocks";
import { testPage, testPageIn } from "./testPage";

const { clone } = testPage("docs/learning.md");
testPageIn(clone, "docs/zh-CN/learning.md");
testPageIn(clone, "README.zh-CN.md");
const cells = new Cells(clone.folder);
afterAll(() => cells.stop());

const start = `import { check, np, ready, useAssignment } from "nablab";
const [a, b] = [np.array([[1, 2, 3], [4, 5, 6]]), np.array([[10], [20]])];
const A = a;`;

const numpy = ["NumPy", "nablab"];

const english = {
  page: "docs/learning.md",
  choose: 'useAssignment("logistic-regression");',
  cell: ["cell", "message", "cause and remedy"],
  command: ["command", "message", "cause and remedy"],
};

const chinese: typeof english = {
  page: "docs/zh-CN/learning.md",
  choose: 'useAssignment("logistic-regression", { locale: "zh-CN" });',
  cell: ["单元格", "消息", "原因和办法"],
  command: ["命令", "消息", "原因和办法"],
};

test("a table of the page for learners writes as nablab what it says", async () => {
  const expressions = rowsOf(english.page, numpy).map(([, nablab]) => nablab);
  expect(expressions.length).toBeGreaterThan(30);
  expect(await cells.run([start, ...expressions].join(";\n"))).toMatchObject({ code: 0 });
});

describe.each([english, chinese])("a table of $page", ({ page, choose, cell: cellTable, command: commandTable }) => {
  test("shows what a cell says", async () => {
    const rows = rowsOf(page, cellTable);
    expect(rows.length).toBeGreaterThan(15);
    // The last row is what a notebook says whose first cell did not call `useAssignment`; the one before it ends the process.
    await cells.run(`${start}\n${choose}`);
    for (const [cell, message] of rows) {
      if (message.startsWith("Error: Run the first cell")) await cells.run(start);
      const { output } = await cells.run(cell);
      expect({ cell, output, mentions: mentions(output, message) }).toEqual({ cell, output, mentions: true });
    }
  }, 60_000);

  test("shows what a command says", async () => {
    for (const [command, message] of rowsOf(page, commandTable)) {
      const { output } = await clone.run(command);
      expect({ command, output, mentions: mentions(output, message) }).toEqual({ command, output, mentions: true });
    }
  }, 60_000);
});

test("the Chinese page for learners leaves out no block and no row of the English one", () => {
  const fences = ({ page }: typeof english) => readBlocks(page).map(({ language, words }) => [language, ...words]);
  const cellsOf = ({ page, cell }: typeof english) => rowsOf(page, cell).map(([code]) => code);
  const commandsOf = ({ page, command }: typeof english) =>
    rowsOf(page, command).map(([line]) => line.replace(" --lang zh-CN", ""));
  expect(fences(chinese)).toEqual(fences(english));
  expect(rowsOf(chinese.page, numpy)).toEqual(rowsOf(english.page, numpy));
  expect(cellsOf(chinese)).toEqual(cellsOf(english));
  expect(commandsOf(chinese)).toEqual(commandsOf(english));
});

/** The rows of a page's tables with this head; of a cell, the code in it. */
function rowsOf(page: string, head: readonly string[]): string[][] {
  const [, ...tables] = readPage(page).split(`| ${head.join(" | ")} |\n`);
  return tables.flatMap((table) => {
    const [, ...lines] = table.split("\n");
    const end = lines.findIndex((line) => !line.startsWith("|"));
    return lines
      .slice(0, end)
      .map((line) => Array.from(line.matchAll(/(?<=\| )(`+)(.*?)\1(?= \|)/g), ([, , code]) => code));
  });
}
