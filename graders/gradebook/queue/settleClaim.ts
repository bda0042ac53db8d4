import type { PgBoss } from "pg-boss";
import { words } from "../../../src/words/words";
import type { GradedSubmission } from "../../engine/gradeSubmission";
import type { Act } from "../Act";
import { copyResult, recordResult } from "../recordResult";
import type { Change, Store } from "../Store";
import type { Claim } from "./Claim";
import { jobsIn } from "./jobsIn";
import type { Job, Settled } from "./Queue";

/** What settling a claim needs. */
export interface Settling {
  store: Store;
  boss: PgBoss;
  act: Act;
  /** What results say who graded them. */
  worker: string;
  grade(job: Job): Promise<GradedSubmission>;
  /** Does something in the database, again if that was away; undefined when it stays away. */
  patiently<T>(task: () => Promise<T>): Promise<T | undefined>;
}

/** How a claim ended: `late` when the job had been given to another process, which settles it. */
export type Ended = { job: Job; how: Settled | { kind: "late" } };

/** The job is another process's now. */
class Late extends Error {}

/** Nothing can be graded here any more, whatever it is. */
export class GraderLost extends Error {}

/** Nothing was changed, and so the job goes on. */
class Unchanged extends Error {}

/**
 * Grades what a claim is of. A result and the end of its job are recorded together, or not at all.
 *
 * @returns null when there was nothing to grade, or it will be tried again
 * @throws GraderLost when this process cannot go on; any other error is about this job
 */
export async function settleClaim(claim: Claim, settling: Settling): Promise<Ended | null> {
  const { store, boss, act, worker, patiently } = settling;
  const job = await patiently(() => store.db.transaction().execute((trx) => begin(trx, claim, boss)));
  if (!job) return null;

  /** Makes a change that settles the attempt, and ends the job with it. */
  const settle = async (how: Settled, change: (trx: Change) => Promise<boolean>): Promise<Ended | null> => {
    const settled = await patiently(() =>
      store.db
        .transaction()
        .execute(async (trx) => {
          if (claim.isLast) await setState(trx, claim, "fault", { state: "waiting" });
          if (!(await change(trx))) throw new Unchanged();
          await complete(trx, claim, boss);
          return { job, how };
        })
        .catch((error: unknown) => {
          if (error instanceof Unchanged) return null;
          if (error instanceof Late) return { job, how: { kind: "late" as const } };
          throw error;
        }),
    );
    return settled ?? null;
  };

  const copied = await settle({ kind: "copied" }, (trx) => copyResult(trx, act, job, worker));
  if (copied) return copied;
  const graded = await gradeOf(job, settling);
  if (!graded) return null;
  if (graded.result.status !== "grader-fault")
    return settle({ kind: "graded", graded }, async (trx) => {
      // An attempt that was given up in the meantime, with a regrade, is settled without a result.
      await recordResult(trx, act, job, graded, worker);
      return true;
    });
  const message = graded.result.error ?? words.gradebook.grading.killed(job.tries + 1);
  if (claim.isLast)
    return settle({ kind: "fault", message }, (trx) =>
      setState(trx, claim, "waiting", { state: "fault", fault: message }),
    );
  return giveBack(claim, message, settling);
}

/** @throws GraderLost for what grading throws: it never does so because of a submission, but may need the database */
async function gradeOf(job: Job, { grade, patiently }: Settling): Promise<GradedSubmission | undefined> {
  try {
    return await patiently(() => grade(job));
  } catch (error) {
    throw new GraderLost((error as Error).message, { cause: error });
  }
}

/**
 * Ends a claim of which something went wrong beside the grading: it will be tried again, unless this was the last time.
 *
 * @returns what became of it, if it is a fault now
 */
export async function giveBack(claim: Claim, message: string, settling: Settling): Promise<Ended | null> {
  const { store, boss, patiently } = settling;
  await patiently(() => boss.fail(claim.queue, claim, { message }));
  if (!claim.isLast) return null;
  const job = await patiently(async () => {
    const { db } = store;
    await db
      .updateTable("attempt")
      .set({ fault: message })
      .where("id", "=", claim.attempt)
      .where("state", "=", "fault")
      .execute();
    return jobsIn(db).where("attempt.id", "=", claim.attempt).executeTakeFirst();
  });
  return job ? { job, how: { kind: "fault", message } } : null;
}

/**
 * Counts a try, before anything is run. Before the last one, the attempt becomes a fault, which a result takes back: what
 * ends its worker cannot say so afterwards.
 *
 * @returns null when the attempt does not wait any more; its job is ended
 */
async function begin(trx: Change, claim: Claim, boss: PgBoss): Promise<Job | null> {
  const { attempt, conditions, isAlone, isLast } = claim;
  const job = await jobsIn(trx)
    .where("attempt.id", "=", attempt)
    .where("attempt.conditions", "=", conditions)
    .where("attempt.state", "in", isAlone ? ["waiting", "fault"] : ["waiting"])
    .executeTakeFirst();
  if (!job) {
    await complete(trx, claim, boss).catch((error: unknown) => {
      if (!(error instanceof Late)) throw error;
    });
    return null;
  }
  const tries = job.tries + 1;
  const fault = isLast ? { state: "fault" as const, fault: words.gradebook.grading.killed(tries) } : {};
  await trx
    .updateTable("attempt")
    .set({ tries, ...fault })
    .where("id", "=", attempt)
    .execute();
  return job;
}

/** @throws Late when the job is another process's now */
async function complete(trx: Change, { queue, id, retryCount }: Claim, boss: PgBoss): Promise<void> {
  const { fromKysely } = await import("pg-boss");
  const answer = await boss.complete(queue, { id, retryCount }, null, { db: fromKysely(trx) });
  // Documented, and left out of its types.
  if ((answer as { affected: number }).affected !== 1) throw new Late();
}

/** @returns whether the attempt was in the state that it is taken out of */
async function setState(
  trx: Change,
  { attempt }: Claim,
  from: "waiting" | "fault",
  change: { state: "waiting" | "fault"; fault?: string },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("attempt")
    .set(change)
    .where("id", "=", attempt)
    .where("state", "=", from)
    .executeTakeFirst();
  return Number(numUpdatedRows) === 1;
}
