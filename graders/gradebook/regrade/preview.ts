import { sql } from "kysely";
import { round, sum } from "../../engine/points";
import { groupsOf } from "../../text/groupsOf";
import { hashOf } from "../../text/hashOf";
import { isSame, type MarkOfPerson, marksWithFacts } from "../recompute";
import { runsInOrder } from "../runs";
import type { Db } from "../Store";
import type { Gradebook, RegradeRow } from "../schema";
import { inLists } from "../Who";

/** One mark that a regrade moves. With free days, it may be one in another run. */
export interface Move {
  run: string;
  slug: string;
  person: string;
  login: string;
  name: string;
  before: number | null;
  after: number | null;
}

/** What one function of the counted hand-ins gains or loses. */
export interface MovedPart {
  name: string;
  moved: number;
  by: number;
}

/** Points that staff gave, where the grader's own are others now. */
export interface OverrideToSee {
  login: string;
  /** A function, or null for the mark of the run. */
  name: string | null;
  points: number;
  before: number | null;
  after: number | null;
}

/** An attempt that has no verdict that could count; the mark stays as it was. */
export interface Unmoved {
  login: string;
  kind: "fault" | "not-gradable";
  message: string;
}

/** What applying a regrade would change. */
export interface Preview {
  up: number;
  down: number;
  same: number;
  largestLoss: number;
  moves: Move[];
  parts: MovedPart[];
  overrides: OverrideToSee[];
  unmoved: Unmoved[];
  /** Identifies what was shown: the marks as they are, and as they would be. */
  hash: string;
}

/** What a preview is of: verdicts under some conditions that would count, or that would not any more. */
export type Previewed = Pick<RegradeRow, "run" | "conditions"> & Partial<Pick<RegradeRow, "undoes">>;

/** @param neverLower keep what a learner has where the new points are fewer */
export async function previewOf(db: Db, regrade: Previewed, neverLower: boolean): Promise<Preview> {
  const { run, conditions, undoes = null } = regrade;
  const people = await peopleWithHandIns(db, run);
  const supposed = undoes === null ? { run, conditions, neverLower } : { run, undoes };
  const { facts, marks } = await marksWithFacts(db, "all", supposed, run);
  const grades = await gradesNow(db, run, marks);
  const after = new Map(
    facts.flatMap(({ runs }) => runs.flatMap(({ attempts }) => attempts.map(({ submission, id }) => [submission, id]))),
  );
  const slugs = new Map((await runsInOrder(db)).map(({ id, slug }) => [id, slug]));
  const moves = marks.flatMap((mark) => {
    const { login = "", name = "" } = people.get(mark.person) ?? {};
    return moveOf(mark, grades, { slug: slugs.get(mark.run) ?? "", login, name });
  });
  const inRun = moves.filter((one) => one.run === run);
  const changes = inRun.map(({ before, after }) => round((after ?? 0) - (before ?? 0)));
  const seen = marks.map(({ run, person, attempt, final }) => [
    ...[run, person, attempt, final],
    grades.get(`${person} ${run}`)?.version ?? 0,
  ]);
  return {
    up: changes.filter((by) => by > 0).length,
    down: changes.filter((by) => by < 0).length,
    same: people.size - changes.filter((by) => by !== 0).length,
    largestLoss: changes.reduce((most, by) => Math.max(most, -by), 0),
    moves: moves.toSorted((a, b) => compare(a.login, b.login) || compare(a.slug, b.slug)),
    parts: await movedParts(db, run, after),
    overrides: [...(await functionOverrides(db, regrade, after)), ...(await runOverrides(db, run, marks))],
    unmoved: undoes === null ? await unmovedIn(db, run, conditions) : [],
    hash: hashOf(JSON.stringify(seen)),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

type Grade = Gradebook["grade"];

function moveOf(
  mark: MarkOfPerson,
  grades: ReadonlyMap<string, Grade>,
  about: Pick<Move, "slug" | "login" | "name">,
): Move[] {
  const { run, person, final } = mark;
  const grade = grades.get(`${person} ${run}`);
  if (grade ? isSame(grade, mark) || grade.final === final : final === null) return [];
  return [{ run, person, ...about, before: grade?.final ?? null, after: final }];
}

/** By id. */
async function peopleWithHandIns(db: Db, run: string): Promise<Map<string, { login: string; name: string }>> {
  const rows = await db
    .selectFrom("submission")
    .innerJoin("person", "person.id", "submission.person")
    .where("submission.run", "=", run)
    .select(["person.id", "person.login", "person.name"])
    .distinct()
    .orderBy("person.id")
    .execute();
  return new Map(rows.map(({ id, ...one }) => [id, one]));
}

/** What is stored in place of those marks, which are all people's in one run, and some people's in the others. */
async function gradesNow(db: Db, run: string, marks: readonly MarkOfPerson[]): Promise<Map<string, Grade>> {
  const elsewhere = new Set(marks.filter((mark) => mark.run !== run).map(({ person }) => person));
  const found = new Map<string, Grade>();
  for (const some of [null, ...inLists([...elsewhere])]) {
    const rows = await db
      .selectFrom("grade")
      .selectAll()
      .$if(some === null, (query) => query.where("run", "=", run))
      .$if(some !== null, (query) => query.where("person", "in", some as string[]))
      .orderBy("person")
      .orderBy("run")
      .execute();
    for (const row of rows) found.set(`${row.person} ${row.run}`, row);
  }
  return found;
}

/**
 * Of the hand-ins that count now, those whose verdict would be another one. From the marks outwards: written otherwise,
 * PostgreSQL took eight times as long.
 *
 * @param after the attempt that would count, by submission
 */
async function movedParts(db: Db, run: string, after: ReadonlyMap<string, string>): Promise<MovedPart[]> {
  const rows = await db
    .selectFrom("grade")
    .innerJoin("attempt as old", "old.id", "grade.attempt")
    .innerJoin("attempt as again", (join) =>
      join.onRef("again.submission", "=", "old.submission").onRef("again.id", "<>", "old.id"),
    )
    .innerJoin("part as after", "after.attempt", "again.id")
    .leftJoin("part as before", (join) =>
      join.onRef("before.attempt", "=", "old.id").onRef("before.name", "=", "after.name"),
    )
    .where("grade.run", "=", run)
    .where(sql<boolean>`after.points <> coalesce("before".points, 0)`)
    .select(["again.submission", "again.id as attempt", "after.name"])
    .select(sql<number>`after.points - coalesce("before".points, 0)`.as("by"))
    .orderBy("after.name")
    .orderBy("again.id")
    .execute();
  const moved = rows.filter(({ submission, attempt }) => after.get(submission) === attempt);
  return groupsOf(moved, ({ name }) => name).map((group) => {
    const own = group.map((i) => moved[i]);
    return { name: own[0].name, moved: own.length, by: round(sum(own.map(({ by }) => by))) };
  });
}

/** What the grader gave each function, by attempt and function. */
async function pointsIn(db: Db, attempts: readonly string[]): Promise<Map<string, Map<string, number>>> {
  const found = new Map<string, Map<string, number>>();
  for (const some of inLists(attempts)) {
    const rows = await db
      .selectFrom("part")
      .select(["attempt", "name", "points"])
      .where("attempt", "in", some as string[])
      .orderBy("attempt")
      .orderBy("name")
      .execute();
    for (const { attempt, name, points } of rows) {
      const own = found.get(attempt) ?? new Map<string, number>();
      found.set(attempt, own.set(name, points));
    }
  }
  return found;
}

/** Points that staff gave a function, where the verdict under them would be another one, with other points. */
async function functionOverrides(
  db: Db,
  { run, conditions, undoes = null }: Previewed,
  after: ReadonlyMap<string, string>,
): Promise<OverrideToSee[]> {
  const rows = await db
    .selectFrom("override")
    .innerJoin("person", "person.id", "override.person")
    .innerJoin("attempt", (join) =>
      join.onRef("attempt.submission", "=", "override.submission").on("attempt.conditions", "=", conditions),
    )
    .where("override.run", "=", run)
    .where("override.revoked", "is", null)
    .select(["person.login", "override.name", "override.points", "override.automatic as before"])
    .select(["attempt.id as attempt", "attempt.submission"])
    .orderBy("person.login")
    .orderBy("override.name")
    .execute();
  // Under these conditions, it is the verdict that would count, or the one that would not any more.
  const moved = rows.filter(({ attempt, submission }) => (after.get(submission) === attempt) === (undoes === null));
  const points = await pointsIn(
    db,
    moved.flatMap(({ submission }) => after.get(submission) ?? []),
  );
  return moved.flatMap(({ attempt, submission, ...row }) => {
    const now = points.get(after.get(submission) ?? "")?.get(row.name ?? "") ?? null;
    return now === null || now === row.before ? [] : [{ ...row, after: now }];
  });
}

/** Marks that staff gave, where the grader's own would be others. */
async function runOverrides(db: Db, run: string, marks: readonly MarkOfPerson[]): Promise<OverrideToSee[]> {
  const rows = await db
    .selectFrom("override")
    .innerJoin("person", "person.id", "override.person")
    .where("override.run", "=", run)
    .where("override.revoked", "is", null)
    .where("override.name", "is", null)
    .select(["person.id", "person.login", "override.points", "override.automatic as before"])
    .orderBy("person.login")
    .execute();
  return rows.flatMap(({ id, ...row }) => {
    const raw = marks.find((one) => one.person === id && one.run === run)?.raw ?? null;
    return raw === row.before ? [] : [{ ...row, name: null, after: raw }];
  });
}

/** Faults, and what cannot be graded any more. What never could has no mark to keep. */
async function unmovedIn(db: Db, run: string, conditions: string): Promise<Unmoved[]> {
  const rows = await db
    .selectFrom("attempt")
    .innerJoin("submission", "submission.id", "attempt.submission")
    .innerJoin("person", "person.id", "submission.person")
    .leftJoin("result", "result.attempt", "attempt.id")
    .where("submission.run", "=", run)
    .where("attempt.conditions", "=", conditions)
    .where(({ or, and, eb, exists, selectFrom }) =>
      or([
        eb("attempt.state", "=", "fault"),
        and([
          eb("result.status", "=", "not-gradable"),
          exists(
            selectFrom("attempt as other")
              .innerJoin("result as graded", "graded.attempt", "other.id")
              .whereRef("other.submission", "=", "submission.id")
              .where("graded.status", "=", "graded")
              .select("other.id"),
          ),
        ]),
      ]),
    )
    .select(["person.login", "attempt.state", "attempt.fault", "result.error"])
    .orderBy("person.login")
    .orderBy("attempt.id")
    .execute();
  return rows.map(({ login, state, fault, error }) =>
    state === "fault"
      ? { login, kind: "fault", message: fault ?? "" }
      : { login, kind: "not-gradable", message: error ?? "" },
  );
}
