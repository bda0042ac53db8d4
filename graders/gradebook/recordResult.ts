import type { GradedSubmission } from "../engine/gradeSubmission";
import type { FunctionResult } from "../engine/results";
import { readAs } from "../intake/readAs";
import type { Act } from "./Act";
import { packDetail, unpackDetail } from "./detail";
import type { Job } from "./queue/Queue";
import { recompute } from "./recompute";
import type { Change } from "./Store";
import type { Gradebook } from "./schema";

/**
 * Settles an attempt that waits: its verdict, what each function earned, and the learner's marks.
 *
 * @returns false when it does not wait any more: a late verdict changes nothing
 */
export async function recordResult(
  trx: Change,
  act: Act,
  { attempt, submission, person, fileName }: Job,
  graded: GradedSubmission,
  worker: string,
): Promise<boolean> {
  const settled = await trx
    .updateTable("attempt")
    .set({ state: "done", fault: null })
    .where("id", "=", attempt)
    .where("state", "=", "waiting")
    .executeTakeFirst();
  if (Number(settled.numUpdatedRows) === 0) return false;
  const { status, score, error = null, functions } = graded.result;
  if (status !== "graded" && status !== "not-gradable") throw new Error(status);
  const detail = packDetail(graded, submission, fileName);
  await trx.insertInto("result").values({ attempt, status, score, error, detail, worker, at: act.now() }).execute();
  if (functions.length > 0) {
    await trx
      .insertInto("part")
      .values(functions.map((one) => partOf(attempt, one)))
      .execute();
  }
  await recompute(trx, [person]);
  return true;
}

export function partOf(
  attempt: string,
  { name, status, points, maxPoints, checks, followThrough }: FunctionResult,
): Gradebook["part"] {
  const misconception = checks.find((check) => check.misconception !== undefined)?.misconception ?? null;
  return { attempt, name, status, points, maxPoints, misconception, followThrough: followThrough ? 1 : 0 };
}

/** Settles an attempt with the verdict on the same bytes under the same conditions. @returns whether there is one */
export async function copyResult(trx: Change, act: Act, job: Job, worker: string): Promise<boolean> {
  const found = await trx
    .selectFrom("submission")
    .innerJoin("attempt", "attempt.submission", "submission.id")
    .innerJoin("result", "result.attempt", "attempt.id")
    .where("submission.sha256", "=", job.sha256)
    .where("attempt.conditions", "=", job.conditions)
    .select(["submission.fileName", "result.detail"])
    .orderBy("attempt.id")
    .execute();
  // A script and a notebook of the same bytes are not the same.
  const same = found.find(({ fileName }) => readAs(fileName) === readAs(job.fileName));
  return same !== undefined && recordResult(trx, act, job, unpackDetail(same.detail), worker);
}
