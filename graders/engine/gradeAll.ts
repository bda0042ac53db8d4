import type { GradingRun } from "./GradingRun";
import { type GradedSubmission, gradeEntry } from "./gradeSubmission";
import type { SubmissionEntry } from "./SubmissionEntry";

/**
 * Grades up to `jobs` submissions at a time, and passes each one on as soon as it is finished.
 *
 * @throws Error when no more processes can be started, which says nothing about the submissions being graded
 */
export async function gradeAll(
  entries: readonly SubmissionEntry[],
  run: GradingRun,
  jobs: number,
  onGraded: (graded: GradedSubmission, index: number) => void | Promise<void>,
): Promise<void> {
  let isOver = false;
  const pending = entries.entries();
  const work = async (): Promise<void> => {
    for (const [index, entry] of pending) {
      const graded = await gradeEntry(entry, run);
      if (isOver) return;
      await onGraded(graded, index);
    }
  };
  const { lost } = run.starter;
  lost.catch(() => {
    isOver = true;
  });
  try {
    await Promise.race([Promise.all(Array.from({ length: Math.min(jobs, entries.length) }, work)), lost]);
  } finally {
    run.readers.end();
  }
}
