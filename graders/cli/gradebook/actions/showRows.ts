import { csvRow } from "../../../report/formats/csvRow";
import { alignColumns, type Cell } from "../../../text/alignColumns";
import type { TableFormat } from "../tableFormats";

/** Writes rows to the terminal, or as CSV for a spreadsheet. */
export function showRows(header: readonly string[], rows: readonly (readonly Cell[])[], format: TableFormat): void {
  if (format === "csv") for (const row of [header, ...rows]) process.stdout.write(csvRow(row));
  else console.log(alignColumns(header, rows).join("\n"));
}
