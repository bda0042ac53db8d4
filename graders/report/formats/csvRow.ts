type Cell = string | number | null | undefined;

/** A line of a CSV file (RFC 4180) for a spreadsheet. */
export function csvRow(cells: readonly Cell[]): string {
  return line(cells, (text) => formula.test(text));
}

/**
 * A line for a platform, which compares what it reads with what it knows: an id such as `-ada` or `=ada` stays as it is,
 * because a formula without calls and quotes does nothing in a spreadsheet either.
 */
export function importRow(cells: readonly Cell[]): string {
  return line(cells, (text) => formula.test(text) && !harmless.test(text));
}

/** A line that staff wrote themselves, for a platform that compares every character. */
export function exactRow(cells: readonly string[]): string {
  return line(cells, () => false);
}

/**
 * What a spreadsheet takes for the start of a formula, including full-width signs and those after invisible characters;
 * and text that would look like a formula which already has its apostrophe.
 */
const formula = /^[\s\p{Cc}\p{Cf}']*[=+\-@|＝＋－＠]|^'*[\t\r\n]/u;

/** Names and numbers, at most added up. */
const harmless = /^[=+\-@＝＋－＠][\p{L}\p{M}\p{N} @._+=-]*$/u;

function line(cells: readonly Cell[], isFormula: (text: string) => boolean): string {
  return `${cells.map((cell) => csvCell(cell, isFormula)).join(",")}\r\n`;
}

/**
 * A formula gets a leading apostrophe, which makes it text in a spreadsheet. Some programs split at semicolons or tabs,
 * which would put what follows into a separate cell, so texts with these are quoted too.
 */
function csvCell(cell: Cell, isFormula: (text: string) => boolean): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "number") return String(cell);
  const text = isFormula(cell) ? `'${cell}` : cell;
  return /[",;\t\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}
