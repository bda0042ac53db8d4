import type { GradedSubmission } from "../../engine/gradeSubmission";
import type { Act } from "../Act";
import { jobsIn } from "../queue/jobsIn";
import { recordResult } from "../recordResult";
import type { Change } from "../Store";
import type { RunRow } from "../schema";

/**
 * Settles the hand-in of a file in which, as intake found, nothing can be graded: there is nothing to run. Whoever
 * grades the gradebook sees the bytes alone, and could not say why.
 *
 * @param problem why, for the learner
 * @param worker what the verdict says who gave it
 */
export async function recordProblem(
  trx: Change,
  act: Act,
  { maxScore }: RunRow,
  submission: string,
  problem: string,
  worker: string,
): Promise<void> {
  const job = await jobsIn(trx)
    .where("attempt.submission", "=", submission)
    .where("attempt.why", "=", "submitted")
    .executeTakeFirstOrThrow();
  const about = { id: submission, file: job.fileName, sha256: job.sha256, maxScore, durationMs: 0 };
  const graded: GradedSubmission = {
    result: { ...about, status: "not-gradable", score: null, error: problem, functions: [] },
    code: [],
  };
  await recordResult(trx, act, job, graded, worker);
}
