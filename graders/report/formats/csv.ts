import { words } from "../../../src/words/words";
import { choiceLines } from "../choiceLines";
import type { Format, Report } from "../Report";
import { remarkLines } from "../remarkLines";
import { csvRow } from "./csvRow";

/**
 * One row per student, one column per function. Points are empty when nothing could be graded. The last column says why
 * this file was graded, if there were several, and has the remarks on the code, which cost no points.
 */
export const csv: Format = {
  name: "csv",
  description: words.report.formats.csv,
  files: (report) => [{ path: "results.csv", chunks: rows(report) }],
};

/** Without this byte order mark, Excel takes the text for one in the system's old encoding. */
const utf8Mark = "\ufeff";

const learnerColumns = ["id", "login", "name", "email", "section", "late", "attempt"];

function* rows({ assignment, submissions, marked = false }: Report): Generator<string> {
  const names = assignment.functions.map(({ name }) => name);
  const marks = marked ? ["penalty", "mark"] : [];
  yield utf8Mark +
    csvRow([...learnerColumns, "file", "status", ...names, "score", "maxScore", ...marks, "error", "remarks"]);
  for (const { result } of submissions()) {
    const points = names.map((name) => result.functions.find((one) => one.name === name)?.points ?? null);
    const { id, login, name, email, section, late, attempt, file, status, score, maxScore, error } = result;
    yield csvRow([
      ...[id, login, name, email, section, late === undefined ? late : String(late), attempt, file],
      status,
      ...points,
      score,
      maxScore,
      ...(marked ? [result.mark?.penalty, result.mark?.final] : []),
      error,
      [...choiceLines(result), ...remarkLines(result.functions)].join(" "),
    ]);
  }
}
