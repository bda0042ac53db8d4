import type { Command } from "commander";
import { inLanguage } from "../../src/words/language";
import { words } from "../../src/words/words";
import { type CheckOptions, checkCommand, exitCodeOf } from "./checkCommand";
import { courseInUse } from "./courseInUse";
import { limitsOf } from "./options";

export function register(program: Command): void {
  checkCommand(program, "auto")
    .description(words.help.check.description)
    .addHelpText("after", words.help.check.after)
    .action(run);
}

async function run(file: string, options: CheckOptions): Promise<void> {
  const { bundleLauncher } = await import("../sandbox/host/bundle");
  const { startLauncher } = await import("../sandbox/host/startLauncher");
  // The processes start while the rest is loaded.
  const starter = startLauncher(await bundleLauncher());
  const limits = limitsOf(options);
  const { assignmentFor } = await import("./assignmentFor");
  const { submissionAt } = await import("./submissionAt");
  const { prepareRun } = await import("../engine/prepareRun");
  const { gradeEntry } = await import("../engine/gradeSubmission");
  const { verdictFor } = await import("../report/verdict");
  const { provideLanguage } = await import("../course/provideLanguage");
  const { tongueFor } = await import("./tongueFor");
  const { openReaders } = await import("../sandbox/host/openReaders");
  const course = await courseInUse();
  await provideLanguage(options.lang);
  const entry = inLanguage(options.lang, () => submissionAt(file));
  const readers = await openReaders(await limits, starter.launch);
  const assignment = await assignmentFor(course.assignments, options.assignment, entry, readers, options.lang);
  const tongue = await tongueFor(course, assignment, options.lang);
  const gradingOptions = { hidden: false, seed: 0, limits: await limits, cache: false, tongue };
  const gradingRun = await prepareRun(course, assignment, gradingOptions, { starter, readers });
  const graded = await gradeEntry(entry, gradingRun);
  const { result } = graded;
  console.log(verdictFor(graded, gradingRun, file));
  process.exitCode = exitCodeOf(result);
  await starter.end();
}
