type Cell = string | number | null;

/** A line of a CSV file (RFC 4180). */
export function csvRow(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

/**
 * What a spreadsheet takes for the start of a formula, also in full width and after characters that nobody sees; and
 * what would look like one that has got its apostrophe.
 */
const formula = /^[\s\p{Cc}\p{Cf}']*[=+\-@|＝＋－＠]|^'*[\t\r\n]/u;

/**
 * A formula gets an apostrophe in front, which makes it a text there. Where a program splits at semicolons or tabs, what
 * follows one would be a cell of its own: such texts are quoted too.
 */
function csvCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const text = formula.test(cell) ? `'${cell}` : cell;
  return /[",;\t\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}
