import type { Command } from "commander";
import { assignmentOption, type LimitOptions, limitsOf, memoryOption, timeoutOption } from "./options";

interface CheckOptions extends LimitOptions {
  assignment?: string;
}

const examples = `
Example:
  nablab check notebooks/01-logistic-regression.ipynb

Save the notebook first. The exit code is 0 when all is right, and 1 while there is something to do.`;

export function register(program: Command): void {
  program
    .command("check")
    .description("run a notebook's checks, as they run in the notebook itself")
    .argument("<file>", "a notebook (.ipynb) or a TypeScript file (.ts)")
    .addOption(assignmentOption())
    .addOption(timeoutOption())
    .addOption(memoryOption())
    .addHelpText("after", examples)
    .action(run);
}

/** Exit code 0 when everything is right, 1 when something is to be done. */
async function run(file: string, options: CheckOptions): Promise<void> {
  const { assignmentFor, submissionAt } = await import("./chooseRun");
  const { prepareRun } = await import("../engine/prepareRun");
  const { gradeEntry } = await import("../engine/gradeSubmission");
  const { formatVerdict } = await import("../report/verdict");
  const entry = submissionAt(file);
  const assignment = assignmentFor(options.assignment, [entry]);
  const gradingRun = await prepareRun(assignment, { hidden: false, seed: 0, limits: limitsOf(options), cache: false });
  const { result } = await gradeEntry(entry, gradingRun);
  console.log(formatVerdict(result, gradingRun));
  if (result.status === "grader-fault") process.exitCode = 3;
  else if (result.score !== result.maxScore) process.exitCode = 1;
}
