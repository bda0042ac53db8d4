import { words } from "../../../src/words/words";
import type { SubmissionResult } from "../../engine/results";
import { markOf } from "../markOf";
import type { Format, Report } from "../Report";
import { exactRow, importRow } from "./csvRow";

/**
 * Canvas's gradebook import. Canvas looks for a student by its own id, then by the SIS's, then by login, then by name; and
 * for the assignment by the number in parentheses at the end of the title. Students without a score have no row: an
 * empty cell would delete an existing grade.
 */
export const canvas: Format = {
  name: "canvas",
  description: words.report.formats.canvas,
  files: (report) => [{ path: "canvas.csv", chunks: rows(report) }],
};

function* rows({ assignment, maxScore, submissions, title = assignment.title }: Report): Generator<string> {
  yield exactRow(["Student", "ID", "SIS User ID", "SIS Login ID", "Section", title]);
  // Canvas's name for this row, including the spaces.
  yield importRow(["    Points Possible", null, null, null, null, maxScore]);
  for (const { result } of submissions()) {
    const { id, name, section } = result;
    const mark = markOf(result);
    if (mark !== null) yield importRow([name ?? id, ...identity(result), section, mark]);
  }
}

/**
 * Canvas's id, the SIS's and the login. A number is Canvas's id only if Canvas says so: its downloads tell who was late,
 * and its gradebook has logins and sections. A file that is named 410001, or a student in an export from Gradescope, may
 * well have a student number, which may be somebody else's id.
 */
function identity({ id, login, section, late }: SubmissionResult): (string | undefined)[] {
  const isKnown = [login, section, late].some((one) => one !== undefined);
  if (isKnown && /^[1-9]\d*$/.test(id)) return [id, undefined, login];
  return [undefined, login === undefined ? id : undefined, login ?? id];
}
