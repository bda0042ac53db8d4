import { livingWorkers, type WorkerState } from "../queue/workers";
import type { Db } from "../Store";
import type { AttemptRow, RunRow } from "../schema";
import { type WaitingRow, waitingRows } from "./waiting";

/** Attempts that wait, and who can grade them. */
export interface QueueRow extends WaitingRow {
  /** When the first of them was added. */
  oldest: string;
  /** How many of them were begun: they are being graded, or something went wrong and they are tried again. */
  begun: number;
  /** How many workers that live have these conditions; with none, they wait until one has. */
  workers: number;
}

/** An attempt that is a grader fault. */
export interface FaultState extends Pick<AttemptRow, "submission" | "tries"> {
  slug: string;
  login: string;
  name: string;
  /** The first line of what went wrong. */
  message: string;
}

/** Every state that the queue and its workers can be in. */
export interface QueueState {
  waiting: QueueRow[];
  /** How many are being graded, as their workers said in the last seconds. */
  running: number;
  workers: WorkerState[];
  faults: FaultState[];
}

export async function queueState(db: Db): Promise<QueueState> {
  const workers = (await livingWorkers(db)).map(({ id, ...worker }) => worker);
  return {
    waiting: await queueRows(db, workers),
    running: workers.reduce((sum, { running }) => sum + running, 0),
    workers,
    faults: await faultStates(db),
  };
}

async function queueRows(db: Db, workers: readonly WorkerState[]): Promise<QueueRow[]> {
  const more = await db
    .selectFrom("attempt")
    .innerJoin("submission", "submission.id", "attempt.submission")
    .where("attempt.state", "=", "waiting")
    .groupBy(["submission.run", "attempt.conditions", "attempt.why"])
    .select(({ fn }) => [
      ...(["submission.run", "attempt.conditions", "attempt.why"] as const),
      fn.min("attempt.created").as("oldest"),
      fn.countAll<number>().filterWhere("attempt.tries", ">", 0).as("begun"),
    ])
    .orderBy("submission.run")
    .orderBy("attempt.conditions")
    .orderBy("attempt.why")
    .execute();
  const keyOf = ({ run, conditions, why }: Pick<WaitingRow, "run" | "conditions" | "why">): string =>
    [run, conditions, why].join(" ");
  const known = new Map(more.map((row) => [keyOf(row), row]));
  return (await waitingRows(db)).map((row) => ({
    ...row,
    oldest: known.get(keyOf(row))?.oldest ?? "",
    begun: known.get(keyOf(row))?.begun ?? 0,
    workers: workers.filter(({ conditions }) => conditions.includes(row.conditions)).length,
  }));
}

/** By run and login. */
async function faultStates(db: Db): Promise<FaultState[]> {
  const rows = await db
    .selectFrom("attempt")
    .innerJoin("submission", "submission.id", "attempt.submission")
    .innerJoin("run", "run.id", "submission.run")
    .innerJoin("person", "person.id", "submission.person")
    .where("attempt.state", "=", "fault")
    .select(["run.slug", "person.login", "person.name", "attempt.submission", "attempt.tries", "attempt.fault"])
    .orderBy("run.slug")
    .orderBy("person.login")
    .orderBy("attempt.id")
    .execute();
  return rows.map(({ fault, ...row }) => ({ ...row, message: (fault ?? "").split("\n")[0] }));
}

/** How many results there are, by run and outcome: they only grow. */
export interface ResultCount extends Pick<RunRow, "slug"> {
  status: "graded" | "not-gradable";
  count: number;
}

export function resultCounts(db: Db): Promise<ResultCount[]> {
  return db
    .selectFrom("result")
    .innerJoin("attempt", "attempt.id", "result.attempt")
    .innerJoin("submission", "submission.id", "attempt.submission")
    .innerJoin("run", "run.id", "submission.run")
    .groupBy(["run.slug", "result.status"])
    .select(({ fn }) => ["run.slug", "result.status", fn.countAll<number>().as("count")])
    .orderBy("run.slug")
    .orderBy("result.status")
    .execute();
}
