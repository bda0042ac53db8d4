import { formatScore } from "../formatScore";
import type { Format, Report } from "../Report";
import { csvRow } from "./csvRow";

/** Moodle's grade import: the columns are mapped there, `username` to the user, the others to grade and feedback. */
export const moodle: Format = {
  name: "moodle",
  description: "moodle.csv, for Moodle's grade import",
  files: (report) => [{ path: "moodle.csv", chunks: rows(report) }],
};

function* rows({ assignment, submissions }: Report): Generator<string> {
  yield csvRow(["username", assignment.title, `${assignment.title} feedback`]);
  for (const { result } of submissions()) {
    const wrong = result.functions.filter(({ status }) => status !== "correct");
    const remarks = wrong.map(({ name, checks }) => `${name}: ${checks.find(({ message }) => message)?.message ?? ""}`);
    const feedback = result.score === null ? formatScore(result) : remarks.join(" ");
    yield csvRow([result.id, result.score, feedback]);
  }
}
