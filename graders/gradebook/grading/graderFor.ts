import type { GradingRun } from "../../engine/GradingRun";
import { type GradedSubmission, gradeSubmission } from "../../engine/gradeSubmission";
import { readAs } from "../../intake/readAs";
import { contentOf } from "../content";
import type { Job } from "../queue/Queue";
import type { Db } from "../Store";

/**
 * Grades the jobs of a queue, from what is in the gradebook. It never throws because of a submission.
 *
 * @returns a function that throws when no more processes can be started, which says nothing about what is being graded
 */
export function graderFor(db: Db, run: GradingRun): (job: Job) => Promise<GradedSubmission> {
  let isLost = false;
  const { lost } = run.starter;
  lost.catch(() => {
    isLost = true;
  });
  return async ({ submission, sha256, fileName }) => {
    const bytes = await contentOf(db, sha256);
    const file = { extension: readAs(fileName), load: () => bytes };
    const graded = await Promise.race([gradeSubmission({ id: submission, file: fileName }, file, run), lost]);
    // Without processes, everything is a fault, and none of it the submission's.
    return isLost ? await lost : graded;
  };
}
