import util, { inspect } from "node-inspect-extracted";

/** It is there, and not declared. */
const { getStringWidth } = util as unknown as { getStringWidth(text: string): number };

const indexColumn = "(index)";
const keyColumn = "Key";
const iterationColumn = "(iteration index)";
const valuesColumn = "Values";

/** A cell of a table: what is within it is not shown. */
function shown(value: unknown): string {
  const isNested = typeof value === "object" && value !== null && Object.keys(value).length > 2;
  return inspect(value, { depth: isNested ? -1 : 0, maxArrayLength: 3, breakLength: Number.POSITIVE_INFINITY });
}

/**
 * A table as `console.table` of Node draws it: a row for each element of `data`, a column for each of their properties.
 * Undefined for a value that has no elements.
 */
export function tableOf(data: unknown, properties?: readonly string[]): string | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  if (data instanceof Map) {
    const rows = [...data].map(([key, value], i) => [String(i), shown(key), shown(value)]);
    return draw([iterationColumn, keyColumn, valuesColumn], rows);
  }
  const isSet = data instanceof Set;
  const entries: [string, unknown][] = isSet ? [...data].map((value, i) => [String(i), value]) : Object.entries(data);
  const columns = new Set(properties);
  let hasValues = false;
  const rows = entries.map(([, row]) => {
    const isPrimitive = (typeof row !== "object" && typeof row !== "function") || row === null;
    if (isPrimitive) hasValues = true;
    else if (!properties) for (const key of Object.keys(row as object)) columns.add(key);
    return isPrimitive ? { value: shown(row) } : { of: row as Record<string, unknown> };
  });
  const lines = rows.map(({ value, of }, i) => [
    entries[i][0],
    ...Array.from(columns, (key) => (of && Object.hasOwn(of, key) ? shown(of[key]) : "")),
    ...(hasValues ? [value ?? ""] : []),
  ]);
  const head = [isSet ? iterationColumn : indexColumn, ...columns, ...(hasValues ? [valuesColumn] : [])];
  return draw(head, lines);
}

function draw(head: readonly string[], rows: readonly string[][]): string {
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => getStringWidth(row[i]))) + 2);
  const line = (left: string, middle: string, right: string) =>
    left + widths.map((width) => "─".repeat(width)).join(middle) + right;
  const textOf = (row: readonly string[]) =>
    `│${row.map((cell, i) => ` ${cell}${" ".repeat(widths[i] - getStringWidth(cell) - 1)}`).join("│")}│`;
  return [line("┌", "┬", "┐"), textOf(head), line("├", "┼", "┤"), ...rows.map(textOf), line("└", "┴", "┘")].join("\n");
}
