type Cell = string | number | null | undefined;

/** A line of a CSV file (RFC 4180). */
export function csvRow(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

/**
 * What a spreadsheet takes for the start of a formula, including full-width signs and those after invisible characters;
 * and text that would look like a formula which already has its apostrophe.
 */
const formula = /^[\s\p{Cc}\p{Cf}']*[=+\-@|＝＋－＠]|^'*[\t\r\n]/u;

/**
 * A formula gets a leading apostrophe, which makes it text in a spreadsheet. Some programs split at semicolons or tabs,
 * which would put what follows into a separate cell, so texts with these are quoted too.
 */
function csvCell(cell: Cell): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "number") return String(cell);
  const text = formula.test(cell) ? `'${cell}` : cell;
  return /[",;\t\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}
