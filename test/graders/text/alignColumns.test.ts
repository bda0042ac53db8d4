import stringWidth from "string-width";
import { expect, it } from "vitest";
import { alignColumns } from "../../../graders/text/alignColumns";

/** The column of a terminal in which the last cell of a line ends. */
const endOf = (line: string): number => stringWidth(line);
const startOf = (line: string, cell: string): number => stringWidth(line.slice(0, line.indexOf(cell)));

it("aligns names of wide letters, on the left and above figures", () => {
  const names = ["王小明", "ada", "欧阳 (zh)", "ＡＢ", "한글"];
  const [titles, rule, ...lines] = alignColumns(
    ["学生", "group", "分数"],
    names.map((name, i) => [name, "G", 10 ** i]),
  );
  expect(new Set(lines.map((line) => startOf(line, "G")))).toEqual(new Set([startOf(titles, "group")]));
  expect(new Set([titles, rule, ...lines].map(endOf)).size).toBe(1);
});
