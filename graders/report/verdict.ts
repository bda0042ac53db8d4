import { messageKey, translatedMessage } from "../../src/check/translateAssignment";
import { words } from "../../src/words/words";
import type { GradingRun } from "../engine/GradingRun";
import type { GradedSubmission } from "../engine/gradeSubmission";
import type { CheckStatus, FunctionStatus, SubmissionResult } from "../engine/results";
import { inTongue, titlesIn } from "../engine/Tongue";
import { printable } from "../text/printable";
import { choiceLines } from "./choiceLines";
import { formatPoints, formatScore } from "./formatScore";

const signs: Record<FunctionStatus, string> = {
  correct: "✓",
  partial: "◐",
  incorrect: "✗",
  "not-implemented": "○",
  "not-defined": "○",
};

/**
 * One submission for the terminal: every function, and below it the checks that need attention.
 *
 * @param file the file's name as the command was given it
 */
export function formatVerdict(result: SubmissionResult, run: GradingRun, file = result.file ?? result.id): string {
  const titles = titlesIn(run.tongue, run.checks);
  const title = translatedMessage(run.tongue?.messages ?? {}, messageKey.title, run.assignment.title);
  const lines = [words.report.headed(printable(file), title), ""];
  for (const { name, status, points, maxPoints, followThrough, checks, remarks = [] } of result.functions) {
    const given = followThrough && points > 0 ? words.report.also(words.report.followThrough(status)) : "";
    lines.push(`${signs[status]} ${name}  ${formatPoints(points)}/${formatPoints(maxPoints)}${given}`);
    for (const { id, message } of checks.filter((check) => check.message !== "")) {
      lines.push(`    ${words.report.headed(titles.get(id) ?? id, message)}`);
    }
    for (const { message } of remarks) lines.push(`    ${words.report.remark(message)}`);
  }
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

export function signOf(status: FunctionStatus | CheckStatus): string {
  return signs[status];
}
