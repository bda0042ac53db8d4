import { words } from "../../src/words/words";
import type { StaffComment } from "../engine/gradeSubmission";

/** What staff say, each comment in one line that says what it is about. */
export function commentLines(comments: readonly StaffComment[]): string[] {
  return comments.map(({ name, line, text }) => words.report.comment(name, line, text.replaceAll(/\s+/g, " ")));
}
