import { words } from "../../../src/words/words";
import type { Format, Report } from "../Report";
import { csvRow } from "./csvRow";

/**
 * Canvas's gradebook import. Students are found by their login, so files have to be named after it. Students without a
 * score have no row: an empty cell would overwrite an existing entry.
 */
export const canvas: Format = {
  name: "canvas",
  description: words.report.formats.canvas,
  files: (report) => [{ path: "canvas.csv", chunks: rows(report) }],
};

function* rows({ assignment, maxScore, submissions }: Report): Generator<string> {
  yield csvRow(["Student", "ID", "SIS User ID", "SIS Login ID", "Section", assignment.title]);
  // Canvas's name for this row, including the spaces.
  yield csvRow(["    Points Possible", null, null, null, null, maxScore]);
  for (const { result } of submissions()) {
    const { id, score } = result;
    if (score !== null) yield csvRow([id, null, null, id, null, score]);
  }
}
