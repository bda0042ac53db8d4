import type { Command } from "commander";
import { type CheckOptions, checkCommand, exitCodeOf } from "./checkCommand";
import { courseInUse } from "./courseInUse";
import { limitsOf } from "./options";

const examples = `
Example:
  nablab check notebooks/01-logistic-regression.ipynb

Save the notebook first. The exit code is 0 when all is right, and 1 while there is something to do.`;

export function register(program: Command): void {
  checkCommand(program, "auto")
    .description("run a notebook's checks, as they run in the notebook itself")
    .addHelpText("after", examples)
    .action(run);
}

async function run(file: string, options: CheckOptions): Promise<void> {
  const { bundleLauncher } = await import("../sandbox/host/bundle");
  const { startLauncher } = await import("../sandbox/host/startLauncher");
  // They come up while all the rest is loaded.
  const starter = startLauncher(await bundleLauncher());
  const limits = limitsOf(options);
  const { assignmentFor, submissionAt } = await import("./chooseRun");
  const { prepareRun } = await import("../engine/prepareRun");
  const { gradeEntry } = await import("../engine/gradeSubmission");
  const { formatVerdict } = await import("../report/verdict");
  const { openReaders } = await import("../sandbox/host/openReaders");
  const course = await courseInUse();
  const entry = submissionAt(file);
  const readers = await openReaders(await limits, starter.launch);
  const assignment = await assignmentFor(course.assignments, options.assignment, [entry], readers);
  const gradingOptions = { hidden: false, seed: 0, limits: await limits, cache: false };
  const gradingRun = await prepareRun(course, assignment, gradingOptions, { starter, readers });
  const { result } = await gradeEntry(entry, gradingRun);
  console.log(formatVerdict(result, gradingRun, file));
  process.exitCode = exitCodeOf(result);
  await starter.end();
}
