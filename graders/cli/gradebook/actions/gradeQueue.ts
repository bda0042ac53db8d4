import { hostname } from "node:os";
import { words } from "../../../../src/words/words";
import type { GradingRun } from "../../../engine/GradingRun";
import type { Act } from "../../../gradebook/Act";
import { conditionsOf } from "../../../gradebook/grading/conditionsOf";
import { graderFor } from "../../../gradebook/grading/graderFor";
import { peopleIn } from "../../../gradebook/people";
import type { Job, Queue, Settled } from "../../../gradebook/queue/Queue";
import { queueFor } from "../../../gradebook/queue/queueFor";
import { waitingIn } from "../../../gradebook/regrade/settleRegrade";
import type { Store } from "../../../gradebook/Store";
import type { RunRow } from "../../../gradebook/schema";
import { formatScore } from "../../../report/formatScore";
import { Progress } from "../../Progress";
import { version } from "../../version";

const say = words.gradebook.grade;

/** What grading the queue of a run needs. */
export interface Grading {
  store: Store;
  act: Act;
  row: RunRow;
  run: GradingRun;
  jobs: number;
}

/** Who gives verdicts, as they say. */
export const worker = `${hostname()}/${process.pid}`;

/** The queue of a gradebook, which says on the terminal who grades. */
export function queueOf(store: Store, act: Act): Queue {
  return queueFor(store, act, { name: worker, version }, (grader) => {
    console.error(`nablab: ${grader.kind === "other" ? say.watching : words.workers.grader(grader)}`);
  });
}

/** Grades what waits in a run, and shows how far it is. @returns how many became grader faults */
export async function gradeQueue({ store, act, row, run, jobs }: Grading): Promise<number> {
  const scope = { run: row.id, conditions: conditionsOf(run) };
  const queue = queueOf(store, act);
  const total = await waitingIn(store.db, scope);
  if (total === 0) return 0;
  const logins = new Map((await peopleIn(store.db)).map(({ id, login }) => [id, login]));
  const progress = new Progress(total);
  let faults = 0;
  const onSettled = (job: Job, how: Settled): void => {
    if (how.kind === "fault") faults += 1;
    progress.advance(logins.get(job.person) ?? job.submission, textOf(how));
  };
  await queue.work(scope, graderFor(store.db, run), jobs, onSettled);
  progress.end();
  return faults;
}

function textOf(how: Settled): string {
  if (how.kind === "graded") return formatScore(how.graded.result);
  return how.kind === "copied" ? say.copied : how.message;
}
