import { hostname } from "node:os";
import { words } from "../../../../src/words/words";
import type { GradingRun } from "../../../engine/GradingRun";
import { type GradedSubmission, gradeSubmission } from "../../../engine/gradeSubmission";
import type { Act } from "../../../gradebook/Act";
import { contentOf } from "../../../gradebook/content";
import { peopleIn } from "../../../gradebook/people";
import { LocalQueue } from "../../../gradebook/queue/local";
import type { Job, Settled } from "../../../gradebook/queue/Queue";
import type { Store } from "../../../gradebook/Store";
import type { RunRow } from "../../../gradebook/schema";
import { readAs } from "../../../intake/readAs";
import { formatScore } from "../../../report/formatScore";
import { hashOf } from "../../../text/hashOf";
import { Progress } from "../../Progress";

const say = words.gradebook.grade;

/** What results depend on, but for the submission: what the grader says of itself, and the seed. */
export function conditionsOf({ conditions, seed }: GradingRun): string {
  return hashOf(JSON.stringify([conditions, seed]));
}

/** What grading the queue of a run needs. */
export interface Grading {
  store: Store;
  act: Act;
  row: RunRow;
  run: GradingRun;
  jobs: number;
  /** Why a submission is not graded whatever it holds, as intake found it. */
  problems?: ReadonlyMap<string, string>;
}

export function queueOf(store: Store, act: Act): LocalQueue {
  return new LocalQueue(store, act, `${hostname()}/${process.pid}`, () => console.error(`nablab: ${say.watching}`));
}

/** Grades what waits in a run, and shows how far it is. @returns how many became grader faults */
export async function gradeQueue({ store, act, row, run, jobs, problems }: Grading): Promise<number> {
  const scope = { run: row.id, conditions: conditionsOf(run) };
  const queue = queueOf(store, act);
  const total = await queue.count(scope);
  if (total === 0) return 0;
  const logins = new Map((await peopleIn(store.db)).map(({ id, login }) => [id, login]));
  const progress = new Progress(total);
  let faults = 0;
  let isLost = false;
  const { lost } = run.starter;
  lost.catch(() => {
    isLost = true;
  });
  const grade = async (job: Job): Promise<GradedSubmission> => {
    const bytes = await contentOf(store.db, job.sha256);
    const about = { id: job.submission, file: job.fileName };
    const file = { extension: readAs(job.fileName), load: () => bytes, problem: problems?.get(job.submission) };
    const graded = await Promise.race([gradeSubmission(about, file, run), lost]);
    // Without processes, everything is a fault, and none of it the submission's.
    return isLost ? await lost : graded;
  };
  const onSettled = (job: Job, how: Settled): void => {
    if (how.kind === "fault") faults += 1;
    progress.advance(logins.get(job.person) ?? job.submission, textOf(how));
  };
  await queue.work(scope, grade, jobs, onSettled);
  progress.end();
  return faults;
}

function textOf(how: Settled): string {
  if (how.kind === "graded") return formatScore(how.graded.result);
  return how.kind === "copied" ? say.copied : how.message;
}
