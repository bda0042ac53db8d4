import { courseIn } from "../course";
import { deadlineOf, gradesOf, type Mark, type RunOfLearner } from "../marks/gradesOf";
import { runsInOrder } from "../runs";
import type { Db } from "../Store";
import type { Gradebook, RunRow } from "../schema";

/** Somebody who was late, and what it costs. */
export interface LateRow extends Pick<Mark, "raw" | "penalty" | "final" | "late" | "freeDays"> {
  run: string;
  login: string;
  name: string;
  received: string;
  /** The run's, or the learner's own. */
  deadline: string;
  extended: boolean;
  /** Of the course's free days, those that nobody has used yet. */
  freeDaysLeft: number;
}

/**
 * Whose hand-in that counts came late, by run and login. What lateness costs follows from the hand-ins that count alone,
 * and the others are not read.
 *
 * @param slug the only run that is asked for; where free days are shared by all runs, the others are read as well
 */
export async function lateIn(db: Db, slug?: string): Promise<LateRow[]> {
  const { policy, zone } = await courseIn(db);
  const all = await runsInOrder(db);
  const runs = policy.freeDays > 0 ? all : all.filter((run) => slug === undefined || run.slug === slug);
  const people = await learnersIn(db);
  const counted = await countedIn(db, runs);
  const found = people.map(({ id, login, name }) => {
    const own = runs.map((run) => ofLearner(run, counted.get(`${id} ${run.id}`)));
    const marks = gradesOf(own, policy, zone);
    const freeDaysLeft = marks.reduce((left, { freeDays }) => left - freeDays, policy.freeDays);
    return runs.map((run, i) => lateRow(run, own[i], marks[i], { login, name, freeDaysLeft }));
  });
  return runs.flatMap((run, i) => (slug === undefined || run.slug === slug ? found.flatMap((rows) => rows[i]) : []));
}

/** The hand-in that counts, and what its mark rests on beside it. */
interface Counted extends Pick<Gradebook["grade"], "run" | "person" | "raw"> {
  attempt: string;
  received: string;
  extension: string | null;
  override: number | null;
}

function ofLearner({ maxScore, counts, due }: RunRow, counted?: Counted): RunOfLearner {
  const { attempt = "", received = "", raw = null, extension = null, override = null } = counted ?? {};
  const attempts = counted ? [{ id: attempt, received, latest: received, raw }] : [];
  return { maxScore, counts, due, extension, override, attempts };
}

function lateRow(
  { slug, due }: RunRow,
  own: RunOfLearner,
  { raw, penalty, final, late, freeDays }: Mark,
  learner: Pick<LateRow, "login" | "name" | "freeDaysLeft">,
): LateRow[] {
  const deadline = deadlineOf(own);
  if (late === 0 || deadline === null) return [];
  const [{ received }] = own.attempts;
  const { freeDaysLeft, ...who } = learner;
  const mark = { raw, penalty, final, late, freeDays };
  return [{ run: slug, ...who, ...mark, received, deadline, extended: deadline !== due, freeDaysLeft }];
}

function learnersIn(db: Db) {
  return db
    .selectFrom("person")
    .select(["id", "login", "name"])
    .where("role", "=", "learner")
    .orderBy("login")
    .execute();
}

/** By person and run. */
async function countedIn(db: Db, runs: readonly RunRow[]): Promise<Map<string, Counted>> {
  if (runs.length === 0) return new Map();
  const rows = await db
    .selectFrom("grade")
    .innerJoin("attempt", "attempt.id", "grade.attempt")
    .innerJoin("submission", "submission.id", "attempt.submission")
    .leftJoin("extension", (join) =>
      join.onRef("extension.run", "=", "grade.run").onRef("extension.person", "=", "grade.person"),
    )
    .leftJoin("override", (join) =>
      join
        .onRef("override.run", "=", "grade.run")
        .onRef("override.person", "=", "grade.person")
        .on("override.name", "is", null)
        .on("override.revoked", "is", null),
    )
    .where(
      "grade.run",
      "in",
      runs.map(({ id }) => id),
    )
    .select(["grade.run", "grade.person", "grade.raw", "attempt.id as attempt", "submission.received"])
    .select(["extension.due as extension", "override.points as override"])
    .orderBy("grade.person")
    .orderBy("grade.run")
    .execute();
  return new Map(rows.map((row) => [`${row.person} ${row.run}`, row]));
}
