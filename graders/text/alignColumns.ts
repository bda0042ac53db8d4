import stringWidth from "string-width";
import { forTerminal } from "./forTerminal";

/** A cell of a table: text stands on the left of its column, figures on the right. */
export type Cell = string | number | null;

/** Rows below a header, in columns as wide as they need to be. What is null is a dash. */
export function alignColumns(header: readonly string[], rows: readonly (readonly Cell[])[]): string[] {
  const figures = header.map((_, i) => rows.some((row) => typeof row[i] === "number"));
  const texts = rows.map((row) => row.map((cell) => (cell === null ? "–" : forTerminal(String(cell)))));
  const widths = header.map((title, i) =>
    texts.reduce((most, row) => Math.max(most, stringWidth(row[i])), stringWidth(title)),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) => {
        const space = " ".repeat(widths[i] - stringWidth(cell));
        return figures[i] ? space + cell : cell + space;
      })
      .join("  ")
      .trimEnd();
  const titles = line(header);
  return [titles, "─".repeat(stringWidth(titles)), ...texts.map(line)];
}
