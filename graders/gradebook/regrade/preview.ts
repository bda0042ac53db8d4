import { sql } from "kysely";
import { round } from "../../engine/points";
import { hashOf } from "../../text/hashOf";
import { isSame, type MarkOfPerson, marksOf } from "../recompute";
import type { Db } from "../Store";
import type { Gradebook, RegradeRow } from "../schema";

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

type Conditions = Pick<RegradeRow, "run" | "conditions">;

/** @param neverLower keep what a learner has where the new points are fewer */
export async function previewOf(db: Db, { run, conditions }: Conditions, neverLower: boolean): Promise<Preview> {
  const people = await peopleWithHandIns(db, run);
  const grades = await gradesOfPeople(db, run);
  const marks = await marksOf(db, [...people.keys()], { run, conditions, neverLower }, run);
  const moves = marks.flatMap((mark) => moveOf(mark, grades, people));
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
    parts: await movedParts(db, run, conditions),
    overrides: [...(await functionOverrides(db, run, conditions)), ...(await runOverrides(db, run, marks))],
    unmoved: await unmovedIn(db, run, conditions),
    hash: hashOf(JSON.stringify(seen)),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

type Grade = Gradebook["grade"] & { slug: string };

function moveOf(
  mark: MarkOfPerson,
  grades: ReadonlyMap<string, Grade>,
  people: ReadonlyMap<string, { login: string; name: string }>,
): Move[] {
  const { run, person, final } = mark;
  const grade = grades.get(`${person} ${run}`);
  const { login = "", name = "" } = people.get(person) ?? {};
  if (grade ? isSame(grade, mark) || grade.final === final : final === null) return [];
  return [{ run, slug: grade?.slug ?? "", person, login, name, before: grade?.final ?? null, after: final }];
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

/** The marks of those people, in all runs. */
async function gradesOfPeople(db: Db, run: string): Promise<Map<string, Grade>> {
  const rows = await db
    .selectFrom("grade")
    .innerJoin("run", "run.id", "grade.run")
    .where("grade.person", "in", (query) =>
      query.selectFrom("submission").select("submission.person").where("submission.run", "=", run),
    )
    .selectAll("grade")
    .select("run.slug")
    .orderBy("grade.person")
    .orderBy("grade.run")
    .execute();
  return new Map(rows.map((row) => [`${row.person} ${row.run}`, row]));
}

/** From the marks outwards: written otherwise, PostgreSQL took eight times as long. */
async function movedParts(db: Db, run: string, conditions: string): Promise<MovedPart[]> {
  const rows = await db
    .selectFrom("grade")
    .innerJoin("attempt as old", "old.id", "grade.attempt")
    .innerJoin("attempt as again", (join) =>
      join.onRef("again.submission", "=", "old.submission").on("again.conditions", "=", conditions),
    )
    .innerJoin("part as after", "after.attempt", "again.id")
    .leftJoin("part as before", (join) =>
      join.onRef("before.attempt", "=", "old.id").onRef("before.name", "=", "after.name"),
    )
    .where("grade.run", "=", run)
    .where(sql<boolean>`after.points <> coalesce("before".points, 0)`)
    .groupBy("after.name")
    .select(({ fn }) => ["after.name", fn.countAll<number>().as("moved")])
    .select(sql<number>`sum(after.points - coalesce("before".points, 0))`.as("by"))
    .orderBy("after.name")
    .execute();
  return rows.map((row) => ({ ...row, by: round(row.by) }));
}

async function functionOverrides(db: Db, run: string, conditions: string): Promise<OverrideToSee[]> {
  return db
    .selectFrom("override")
    .innerJoin("person", "person.id", "override.person")
    .innerJoin("attempt", (join) =>
      join.onRef("attempt.submission", "=", "override.submission").on("attempt.conditions", "=", conditions),
    )
    .innerJoin("part", (join) => join.onRef("part.attempt", "=", "attempt.id").onRef("part.name", "=", "override.name"))
    .where("override.run", "=", run)
    .where("override.revoked", "is", null)
    .whereRef("part.points", "<>", "override.automatic")
    .select(["person.login", "override.name", "override.points", "override.automatic as before"])
    .select("part.points as after")
    .orderBy("person.login")
    .orderBy("override.name")
    .execute();
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
