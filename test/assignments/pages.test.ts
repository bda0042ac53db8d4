import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import stringWidth from "string-width";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { root } from "../house/files";

interface Cell {
  cell_type: "code" | "markdown";
  metadata: { jupyter?: { source_hidden?: boolean }; nablab?: { graded?: string } };
  source: string[];
}

const folder = path.join(root, "notebooks");
const notebooks = ["", "zh-CN"].flatMap((language) =>
  readdirSync(path.join(folder, language))
    .filter((file) => file.endsWith(".ipynb"))
    .map((file) => path.join(language, file)),
);

/** What the page of JupyterLab shows without scrolling sideways, on a laptop with the file browser open. */
const columns = 88;

/** Longer than a screen. */
const manyLines = 40;

const codeOf = (file: string): { cell: Cell; source: string }[] =>
  (JSON.parse(readFileSync(path.join(folder, file), "utf8")) as { cells: Cell[] }).cells
    .filter(({ cell_type }) => cell_type === "code")
    .map((cell) => ({ cell, source: cell.source.join("") }));

/** What each call of `plot` in a cell names in its options: `[["line", ["title", "xLabel"]], …]`. */
function figuresIn(source: string): { kind: string; named: string[] }[] {
  const figures: { kind: string; named: string[] }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /^plot\.\w+$/.test(node.expression.getText())) {
      const options = node.arguments.findLast(ts.isObjectLiteralExpression);
      const named = options?.properties.flatMap(({ name }) => name?.getText() ?? []) ?? [];
      figures.push({ kind: node.expression.getText().slice("plot.".length), named });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("cell.ts", source, ts.ScriptTarget.Latest, true));
  return figures;
}

/** Panels, images and matrices of pixels have no axes. */
const needed: Record<string, string[]> = {
  line: ["title", "xLabel", "yLabel"],
  scatter: ["title", "xLabel", "yLabel"],
  decisionBoundary: ["title", "xLabel", "yLabel"],
  histogram: ["title", "xLabel", "yLabel"],
};

test("there are notebooks to look at", () => expect(notebooks.length).toBeGreaterThanOrEqual(6));

describe.each(notebooks)("the page of %s", (file) => {
  test(`has no code that is wider than ${columns} columns`, () => {
    const wide = codeOf(file).flatMap(({ source }) => source.split("\n").filter((line) => stringWidth(line) > columns));
    expect(wide).toEqual([]);
  });

  test(`has no given cell of more than ${manyLines} lines that is not folded`, () => {
    const long = codeOf(file)
      .filter(({ cell, source }) => !cell.metadata.nablab?.graded && source.split("\n").length > manyLines)
      .filter(({ cell }) => !cell.metadata.jupyter?.source_hidden);
    expect(long.map(({ source }) => source.split("\n", 3).join("\n"))).toEqual([]);
  });

  test("names every figure, and its axes", () => {
    const lacking = codeOf(file)
      .flatMap(({ source }) => figuresIn(source))
      .map(({ kind, named }) => [kind, ...(needed[kind] ?? ["title"]).filter((name) => !named.includes(name))])
      .filter(({ length }) => length > 1);
    expect(lacking).toEqual([]);
  });
});
