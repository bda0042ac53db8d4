import { bundleLauncher } from "../sandbox/host/bundle";
import { Launcher } from "../sandbox/host/Launcher";
import type { SubmissionEntry } from "./findSubmissions";
import type { GradingRun } from "./GradingRun";
import { type GradedSubmission, gradeEntry } from "./gradeSubmission";

/** Starting a launcher takes as long as grading one submission: too long when there are only a few. */
const few = 15;

/** Grades with `jobs` submissions under way at a time, and hands each one on as soon as it is finished. */
export async function gradeAll(
  entries: readonly SubmissionEntry[],
  run: GradingRun,
  jobs: number,
  onGraded: (graded: GradedSubmission, index: number) => void | Promise<void>,
): Promise<void> {
  // Windows does not fork, and has no pipes that could be handed over.
  const launcher = entries.length > few && process.platform !== "win32" ? new Launcher(await bundleLauncher()) : null;
  const launchingRun = { ...run, launch: launcher?.launch };
  const waiting = entries.entries();
  const work = async (): Promise<void> => {
    for (const [index, entry] of waiting) await onGraded(await gradeEntry(entry, launchingRun), index);
  };
  try {
    await Promise.all(Array.from({ length: Math.min(jobs, entries.length) }, work));
  } finally {
    run.readers.end();
    await launcher?.end();
  }
}
