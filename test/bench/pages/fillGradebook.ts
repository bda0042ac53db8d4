import type { Insertable } from "kysely";
import type { GradedSubmission } from "../../../graders/engine/gradeSubmission";
import { type Act, actOf } from "../../../graders/gradebook/Act";
import { keepContent } from "../../../graders/gradebook/content";
import { packDetail } from "../../../graders/gradebook/detail";
import { extend } from "../../../graders/gradebook/extension";
import { type LatePolicy, noPenalty } from "../../../graders/gradebook/marks/LatePolicy";
import { override } from "../../../graders/gradebook/override";
import { recompute } from "../../../graders/gradebook/recompute";
import { partOf } from "../../../graders/gradebook/recordResult";
import type { Change, Store } from "../../../graders/gradebook/Store";
import type { Gradebook, RunRow } from "../../../graders/gradebook/schema";
import { setCourse } from "../../../graders/gradebook/setCourse";
import { setRun } from "../../../graders/gradebook/setRun";
import { assignments } from "../../../src/assignments";

export interface Size {
  learners: number;
  runs: number;
  /** Hand-ins of each learner in each run. */
  attempts: number;
}

const policy: LatePolicy = { ...noPenalty, grace: 10, deduct: 0.1, upTo: 0.5, freeDays: 2 };

/** So many rows go into the database at once. */
const most = 400;

/** A gradebook of a large class with real verdicts, some of them late, extended, overridden, or graded again. */
export async function fillGradebook(store: Store, verdicts: readonly GradedSubmission[], size: Size): Promise<void> {
  const act = actOf("bench");
  await store.db.transaction().execute(async (trx) => {
    await setCourse(trx, act, { title: "Deep learning", zone: "Europe/Vienna", policy });
    const runs: RunRow[] = [];
    for (let i = 0; i < size.runs; i++) runs.push(await runAt(trx, act, i, verdicts[0].result.maxScore));
    const people = await addPeople(trx, act, size.learners);
    for (const [i, run] of runs.entries()) await addHandIns(trx, act, run, i, people, verdicts, size.attempts);
    await recompute(trx, "all");
    await addChanges(trx, act, runs, people);
  });
}

async function runAt(trx: Change, act: Act, i: number, maxScore: number): Promise<RunRow> {
  const { slug, title } = assignments[i % assignments.length];
  return (await setRun(trx, act, { slug, title, maxScore }, { due: day(7 * (i + 1)) }, 7)).run;
}

/** Days after the beginning of the course, as the gradebook has times. */
function day(days: number): string {
  return new Date(Date.UTC(2026, 8, 1) + days * 86_400_000).toISOString();
}

async function addPeople(trx: Change, act: Act, count: number): Promise<string[]> {
  const { id: course } = await trx.selectFrom("course").select("id").executeTakeFirstOrThrow();
  const people = Array.from({ length: count }, (_, i): Gradebook["person"] => {
    const login = `s${String(i).padStart(5, "0")}`;
    const about = { name: `Student ${i}`, email: `${login}@example.org`, section: `S${i % 12}` };
    return { id: act.newId(), course, login, ...about, role: "learner", lmsId: null, erased: null };
  });
  await insert(trx, "person", people);
  return people.map(({ id }) => id);
}

async function addHandIns(
  trx: Change,
  act: Act,
  { id: run }: RunRow,
  week: number,
  people: readonly string[],
  verdicts: readonly GradedSubmission[],
  attempts: number,
): Promise<void> {
  const submissions: Gradebook["submission"][] = [];
  const rows: Gradebook["attempt"][] = [];
  const results: Gradebook["result"][] = [];
  const parts: Gradebook["part"][] = [];
  for (const [i, person] of people.entries()) {
    for (let j = 0; j < attempts; j++) {
      const graded = verdicts[(7 * i + 3 * j + week) % verdicts.length];
      const sha256 = await keepContent(trx, Buffer.from(`${verdicts.indexOf(graded)} ${j}`));
      // Every ninth learner hands in the last one late.
      const received = day(7 * (week + 1) - attempts + j + (i % 9 === 0 && j === attempts - 1 ? 2.5 : 0));
      const submission = {
        id: act.newId(),
        run,
        person,
        sha256,
        fileName: "work.ipynb",
        received,
        latest: received,
        source: "bench",
      };
      const attempt = act.newId();
      const { status, score, error = null, functions } = graded.result;
      if (status !== "graded" && status !== "not-gradable") continue;
      submissions.push(submission);
      const how = {
        conditions: "bench",
        why: "submitted" as const,
        state: "done" as const,
        tries: 1,
        created: received,
        fault: null,
      };
      rows.push({ id: attempt, submission: submission.id, ...how });
      const detail = packDetail(graded, submission.id, submission.fileName);
      results.push({ attempt, status, score, error, detail, worker: "bench", at: received });
      parts.push(...functions.map((one) => partOf(attempt, one)));
    }
  }
  await insert(trx, "submission", submissions);
  await insert(trx, "attempt", rows);
  await insert(trx, "result", results);
  await insert(trx, "part", parts);
}

/** A deadline of their own for every fiftieth learner, and points for every fortieth. */
async function addChanges(trx: Change, act: Act, runs: readonly RunRow[], people: readonly string[]): Promise<void> {
  for (const [i, person] of people.entries()) {
    const run = runs[i % runs.length];
    if (i % 50 === 0) await extend(trx, act, { run: run.id, person, due: day(60), reason: "ill" });
    if (i % 40 === 0) await override(trx, act, { run, person }, { points: 5, reason: "an oral exam" });
  }
}

async function insert<T extends keyof Gradebook>(
  trx: Change,
  table: T,
  rows: readonly Insertable<Gradebook[T]>[],
): Promise<void> {
  for (let i = 0; i < rows.length; i += most) {
    // Tables in general have no one type of row.
    await trx
      .insertInto(table)
      .values(rows.slice(i, i + most) as never)
      .execute();
  }
}
