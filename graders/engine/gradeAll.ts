import type { SubmissionEntry } from "./findSubmissions";
import type { GradingRun } from "./GradingRun";
import { type GradedSubmission, gradeEntry } from "./gradeSubmission";

/** Grades with `jobs` submissions under way at a time, and hands each one on as soon as it is finished. */
export async function gradeAll(
  entries: readonly SubmissionEntry[],
  run: GradingRun,
  jobs: number,
  onGraded: (graded: GradedSubmission, index: number) => void | Promise<void>,
): Promise<void> {
  const waiting = entries.entries();
  const work = async (): Promise<void> => {
    for (const [index, entry] of waiting) await onGraded(await gradeEntry(entry, run), index);
  };
  await Promise.all(Array.from({ length: Math.min(jobs, entries.length) }, work));
}
