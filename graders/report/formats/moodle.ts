import { words } from "../../../src/words/words";
import type { FunctionResult } from "../../engine/results";
import { formatScore } from "../formatScore";
import type { Format, Report } from "../Report";
import { remarkLines } from "../remarkLines";
import { csvRow } from "./csvRow";

/** Moodle's grade import. Columns are mapped in Moodle: `username` to the user, the others to grade and feedback. */
export const moodle: Format = {
  name: "moodle",
  description: words.report.formats.moodle,
  files: (report) => [{ path: "moodle.csv", chunks: rows(report) }],
};

function* rows({ assignment, submissions }: Report): Generator<string> {
  yield csvRow(["username", assignment.title, words.report.moodleFeedback(assignment.title)]);
  for (const { result } of submissions()) {
    const feedback = result.score === null ? formatScore(result) : feedbackOn(result.functions);
    yield csvRow([result.id, result.score, feedback]);
  }
}

/** The first problem in each function, then remarks on the code. */
function feedbackOn(functions: readonly FunctionResult[]): string {
  const wrong = functions.filter(({ status }) => status !== "correct");
  const first = wrong.map(({ name, checks }) => `${name}: ${checks.find(({ message }) => message)?.message ?? ""}`);
  return [...first, ...remarkLines(functions)].join(" ");
}
