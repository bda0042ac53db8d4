import { courseIn } from "../course";
import { deadlineOf } from "../marks/gradesOf";
import { runsInOrder } from "../runs";
import type { Db } from "../Store";
import { type MarkRow, marksIn } from "./totals";

/** Somebody who was late, and what it costs. */
export interface LateRow
  extends Pick<MarkRow, "run" | "login" | "name" | "raw" | "penalty" | "final" | "late" | "freeDays"> {
  received: string;
  /** The run's, or the learner's own. */
  deadline: string;
  extended: boolean;
  /** Of the course's free days, those that nobody has used yet. */
  freeDaysLeft: number;
}

/** Whose hand-in that counts came late, by run and login. */
export async function lateIn(db: Db, slug?: string): Promise<LateRow[]> {
  const { policy } = await courseIn(db);
  const extensions = await db
    .selectFrom("extension")
    .innerJoin("person", "person.id", "extension.person")
    .select(["extension.run", "person.login", "extension.due"])
    .orderBy("extension.run")
    .orderBy("person.login")
    .execute();
  const own = new Map(extensions.map(({ run, login, due }) => [`${login} ${run}`, due]));
  const left = new Map<string, number>();
  const found: Omit<LateRow, "freeDaysLeft">[] = [];
  for (const run of await runsInOrder(db)) {
    for (const row of await marksIn(db, run)) {
      left.set(row.login, (left.get(row.login) ?? policy.freeDays) - row.freeDays);
      const extension = own.get(`${row.login} ${run.id}`) ?? null;
      const deadline = deadlineOf({ due: run.due, extension });
      if (row.late === 0 || row.received === null || deadline === null) continue;
      const { login, name, raw, penalty, final, late, freeDays, received } = row;
      const mark = { run: run.slug, login, name, raw, penalty, final, late, freeDays, received };
      found.push({ ...mark, deadline, extended: deadline !== run.due });
    }
  }
  return found
    .filter(({ run }) => slug === undefined || run === slug)
    .map((row) => ({ ...row, freeDaysLeft: left.get(row.login) ?? policy.freeDays }));
}
