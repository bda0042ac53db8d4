import { messageKey, translatedMessage } from "../../src/check/translateAssignment";
import { words } from "../../src/words/words";
import type { GradingRun } from "../engine/GradingRun";
import type { GradedSubmission } from "../engine/gradeSubmission";
import type { SubmissionResult } from "../engine/results";
import { inTongue, titlesIn } from "../engine/Tongue";
import { printable } from "../text/printable";
import { choiceLines } from "./choiceLines";
import { formatScore } from "./formatScore";
import { functionAnswer } from "./functionAnswer";
import { functionLines } from "./functionLines";

/**
 * One submission for the terminal: every function, and below it the checks that need attention.
 *
 * @param file the file's name as the command was given it
 */
export function formatVerdict(result: SubmissionResult, run: GradingRun, file = result.file ?? result.id): string {
  const titles = titlesIn(run.tongue, run.checks);
  const title = translatedMessage(run.tongue?.messages ?? {}, messageKey.title, run.assignment.title);
  const lines = [words.report.headed(printable(file), title), ""];
  lines.push(...functionLines(result.functions.map((one) => functionAnswer(one, titles))));
  return [...lines, "", ...choiceLines(result), formatScore(result)].join("\n");
}

/** As {@link formatVerdict}, in the run's second language if it has one. */
export function verdictFor(graded: GradedSubmission, run: GradingRun, file?: string): string {
  const say = (): string => formatVerdict(asTold(graded), run, file);
  return inTongue(run.tongue, say) ?? say();
}

/** A result with what its learner is told in the second language, as far as there is one. */
export function asTold({ result, translated, said }: GradedSubmission): SubmissionResult {
  const functions = translated ?? result.functions;
  return said === undefined ? { ...result, functions } : { ...result, functions, error: said };
}
