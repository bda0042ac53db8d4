import { round, sum } from "../../engine/points";
import { marksOf } from "../recompute";
import type { Db } from "../Store";
import type { RunRow } from "../schema";

/** Somebody's mark in one run. */
export interface MarkRow {
  run: string;
  login: string;
  name: string;
  section: string | null;
  raw: number | null;
  penalty: number;
  final: number | null;
  /** When the hand-in that counts was received. */
  received: string | null;
  /** Days or hours late. */
  late: number;
  freeDays: number;
  /** The mark that staff gave, if they did. */
  override: number | null;
}

/** Everybody's marks in all runs. */
export interface Totals {
  runs: Pick<RunRow, "slug" | "title" | "maxScore">[];
  learners: { login: string; name: string; section: string | null; finals: (number | null)[]; total: number | null }[];
}

/** By login, and for each learner in the order of the runs. */
export async function totals(db: Db, runs: readonly RunRow[]): Promise<Totals> {
  const learners = await learnersIn(db);
  const grades = await db
    .selectFrom("grade")
    .select(["run", "person", "final"])
    .orderBy("run")
    .orderBy("person")
    .execute();
  const finals = new Map(grades.map(({ run, person, final }) => [`${person} ${run}`, final]));
  return {
    runs: runs.map(({ slug, title, maxScore }) => ({ slug, title, maxScore })),
    learners: learners.map(({ id, ...learner }) => {
      const own = runs.map((run) => finals.get(`${id} ${run.id}`) ?? null);
      const given = own.filter((final) => final !== null);
      return { ...learner, finals: own, total: given.length === 0 ? null : round(sum(given)) };
    }),
  };
}

/** Of one run, by login: who handed nothing in has a row too. */
export async function marksIn(db: Db, run: RunRow): Promise<MarkRow[]> {
  const learners = await learnersIn(db);
  const marks = (await marksOf(db, "all", undefined, run.id)).filter((mark) => mark.run === run.id);
  const byPerson = new Map(marks.map((mark) => [mark.person, mark]));
  const received = await receivedIn(db, run);
  const given = await db
    .selectFrom("override")
    .select(["person", "points"])
    .where("run", "=", run.id)
    .where("name", "is", null)
    .where("revoked", "is", null)
    .orderBy("person")
    .execute();
  const overrides = new Map(given.map(({ person, points }) => [person, points]));
  return learners.map(({ id, ...learner }) => {
    const { raw = null, penalty = 0, final = null, late = 0, freeDays = 0, attempt = null } = byPerson.get(id) ?? {};
    const override = overrides.get(id) ?? null;
    const at = received.get(attempt ?? "") ?? null;
    return { run: run.slug, ...learner, raw, penalty, final, received: at, late, freeDays, override };
  });
}

function learnersIn(db: Db) {
  return db
    .selectFrom("person")
    .select(["id", "login", "name", "section"])
    .where("role", "=", "learner")
    .orderBy("login")
    .execute();
}

/** By attempt. */
async function receivedIn(db: Db, { id }: RunRow): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom("submission")
    .innerJoin("attempt", "attempt.submission", "submission.id")
    .where("submission.run", "=", id)
    .select(["attempt.id", "submission.received"])
    .orderBy("attempt.id")
    .execute();
  return new Map(rows.map((row) => [row.id, row.received]));
}
