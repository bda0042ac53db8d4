import { courseIn } from "../course";
import { lateFacts } from "../lateFacts";
import { deadlineOf, gradesOf, type Mark, type RunOfLearner } from "../marks/gradesOf";
import { runsInOrder } from "../runs";
import type { Db } from "../Store";
import type { RunRow } from "../schema";

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
 * Whose hand-in that counts came late, by run and login. What lateness costs follows from these hand-ins alone, and no
 * other is read.
 *
 * @param slug the only run that is asked for; where free days are shared by all runs, the others are read as well
 */
export async function lateIn(db: Db, slug?: string): Promise<LateRow[]> {
  const { policy, zone } = await courseIn(db);
  const all = await runsInOrder(db);
  const runs = policy.freeDays > 0 ? all : all.filter((run) => slug === undefined || run.slug === slug);
  const people = await learnersIn(db);
  const late = await lateFacts(db, "all", runs);
  const rows = people.flatMap(({ id, login, name }) => {
    const own = runs.flatMap((run) => {
      const facts = late.get(`${id} ${run.id}`);
      return facts ? [{ run, facts }] : [];
    });
    const marks = gradesOf(
      own.map(({ facts }) => facts),
      policy,
      zone,
    );
    const freeDaysLeft = marks.reduce((left, { freeDays }) => left - freeDays, policy.freeDays);
    return own.flatMap(({ run, facts }, i) => lateRow(run, facts, marks[i], { login, name, freeDaysLeft }));
  });
  const shown = runs.map((run) => run.slug).filter((one) => slug === undefined || one === slug);
  return shown.flatMap((one) => rows.filter(({ run }) => run === one));
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
