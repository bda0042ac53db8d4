import { join } from "node:path";
import type { Command } from "commander";
import { assignmentFor, submissionAt } from "../../cli/chooseRun";
import { assignmentOption, type LimitOptions, limitsOf, memoryOption, timeoutOption } from "../../cli/options";
import { gradeEntry } from "../../engine/gradeSubmission";
import type { SubmissionResult } from "../../engine/results";
import { formatVerdict } from "../../report/verdict";
import { recordedRun } from "./recordedRun";

interface CheckOptions extends LimitOptions {
  assignment?: string;
}

const examples = `
Example:
  nablab check notebooks/01-logistic-regression.ipynb`;

/** `nablab check` for learners: as staff's, by the recorded outputs of the reference, which itself is not there. */
export function register(program: Command): void {
  program
    .command("check")
    .description("run the notebook's checks on a notebook as it was saved, before you hand it in")
    .argument("<file>", "a notebook (.ipynb) or a TypeScript file (.ts)")
    .addOption(assignmentOption())
    .addOption(timeoutOption())
    .addOption(memoryOption())
    .addHelpText("after", examples)
    .action(run);
}

/** Exit code 0 when everything is right, 1 when something is to be done. */
async function run(file: string, options: CheckOptions): Promise<void> {
  const entry = submissionAt(file);
  const assignment = assignmentFor(options.assignment, [entry]);
  const gradingRun = recordedRun(assignment, join(__dirname, "sandbox.js"), limitsOf(options));
  const { result } = await gradeEntry(entry, gradingRun);
  console.log(formatVerdict(result, gradingRun));
  const remark = remarkOn(result);
  if (remark) console.log(`\n${remark}`);
  if (result.status === "grader-fault") process.exitCode = 3;
  else if (result.score !== result.maxScore) process.exitCode = 1;
}

function remarkOn({ score, maxScore, functions }: SubmissionResult): string | null {
  if (score === maxScore) return "These are the notebook's checks. Grading tries further inputs.";
  return functions.some(({ status }) => status === "partial" || status === "incorrect")
    ? "Here a mistake also shows in the functions that call the wrong one; in grading it costs its own points only."
    : null;
}
