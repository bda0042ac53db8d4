import { round, sum } from "../engine/points";
import { groupsOf } from "../text/groupsOf";
import type { CountedAttempt, RunOfLearner } from "./marks/gradesOf";
import { type Applied, inEffect } from "./marks/inEffect";
import { type AppliedRegrade, inForce, type Version } from "./marks/inForce";
import { runsInOrder } from "./runs";
import type { Db } from "./Store";
import { inLists, type Who } from "./Who";

/** A regrade as if it had been applied, or one as if it had been taken back. */
export type Supposed = { run: string } & (AppliedRegrade | { undoes: string });

/** The version of a submission that counts. */
export interface AttemptInForce extends CountedAttempt {
  submission: string;
}

/** What the marks of one person rest on, run by run in the order in which they are due. */
export interface PersonFacts {
  person: string;
  runs: (Omit<RunOfLearner, "attempts"> & { run: string; attempts: AttemptInForce[] })[];
}

/**
 * What marks rest on. People for whom there is nothing are left out.
 *
 * @param supposed what would be if this were applied, too
 * @param only one run, by id; all of them by default
 */
export async function factsOf(db: Db, who: Who, supposed?: Supposed, only?: string): Promise<PersonFacts[]> {
  const found: PersonFacts[] = [];
  for (const some of inLists(who)) found.push(...(await factsOfSome(db, some, supposed, only)));
  return found;
}

async function factsOfSome(db: Db, who: Who, supposed?: Supposed, only?: string): Promise<PersonFacts[]> {
  const runs = (await runsInOrder(db)).filter(({ id }) => only === undefined || id === only);
  const attempts = await attemptsOf(db, who, supposed, only);
  const overrides = await marksGiven(db, who, only);
  const extensions = await extensionsOf(db, who, only);
  const people = [attempts, overrides, extensions].flatMap((map) => [...map.keys()].map((key) => key.split(" ")[0]));
  return [...new Set(people)].toSorted().map((person) => ({
    person,
    runs: runs.map(({ id, maxScore, counts, due }) => {
      const key = keyOf(person, id);
      const extension = extensions.get(key) ?? null;
      const override = overrides.get(key) ?? null;
      return { run: id, maxScore, counts, due, extension, override, attempts: attempts.get(key) ?? [] };
    }),
  }));
}

function keyOf(person: string, run: string): string {
  return `${person} ${run}`;
}

/** Of each submission the version that counts, by person and run. */
async function attemptsOf(
  db: Db,
  who: Who,
  supposed?: Supposed,
  only?: string,
): Promise<Map<string, AttemptInForce[]>> {
  const rows = await versionsOf(db, who, only);
  const given = await pointsGiven(db, who, only);
  const regrades = await regradesApplied(db, supposed);
  const found = new Map<string, AttemptInForce[]>();
  for (const group of groupsOf(rows, ({ submission }) => submission)) {
    const [{ run, person, submission, received, latest }] = group.map((i) => rows[i]);
    const versions = group.map((i) => withGiven(rows[i], given));
    const counted = inForce(versions, regrades.get(run) ?? []);
    if (counted === null) continue;
    const key = keyOf(person, run);
    const one = { id: counted.attempt, submission, received, latest, raw: counted.raw };
    found.set(key, [...(found.get(key) ?? []), one]);
  }
  return found;
}

function versionsOf(db: Db, who: Who, only?: string) {
  return db
    .selectFrom("submission")
    .innerJoin("attempt", "attempt.submission", "submission.id")
    .innerJoin("result", "result.attempt", "attempt.id")
    .$if(who !== "all", (query) => query.where("submission.person", "in", who as string[]))
    .$if(only !== undefined, (query) => query.where("submission.run", "=", only ?? ""))
    .select(["submission.id as submission", "submission.run", "submission.person", "submission.received"])
    .select("submission.latest")
    .select(["attempt.id as attempt", "attempt.conditions", "attempt.why", "result.score"])
    .orderBy("attempt.id")
    .execute();
}

function withGiven(
  { attempt, conditions, why, score }: { attempt: string; score: number | null } & Omit<Version, "raw">,
  given: ReadonlyMap<string, number>,
): Version {
  return { attempt, conditions, why, raw: score === null ? null : round(score + (given.get(attempt) ?? 0)) };
}

/** By how much the points that staff gave functions differ from the grader's own, by attempt. */
async function pointsGiven(db: Db, who: Who, only?: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom("override")
    .innerJoin("attempt", "attempt.submission", "override.submission")
    .innerJoin("part", (join) => join.onRef("part.attempt", "=", "attempt.id").onRef("part.name", "=", "override.name"))
    .where("override.revoked", "is", null)
    .$if(who !== "all", (query) => query.where("override.person", "in", who as string[]))
    .$if(only !== undefined, (query) => query.where("override.run", "=", only ?? ""))
    .select(["attempt.id as attempt", "override.points", "part.points as automatic"])
    // The other way round, SQLite looks at every attempt there is.
    .orderBy("override.id")
    .orderBy("attempt.id")
    .execute();
  const groups = groupsOf(rows, ({ attempt }) => attempt);
  return new Map(
    groups.map((group) => [rows[group[0]].attempt, sum(group.map((i) => rows[i].points - rows[i].automatic))]),
  );
}

async function marksGiven(db: Db, who: Who, only?: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom("override")
    .where("revoked", "is", null)
    .where("name", "is", null)
    .$if(who !== "all", (query) => query.where("person", "in", who as string[]))
    .$if(only !== undefined, (query) => query.where("run", "=", only ?? ""))
    .select(["run", "person", "points"])
    .orderBy("id")
    .execute();
  return new Map(rows.map(({ run, person, points }) => [keyOf(person, run), points]));
}

async function extensionsOf(db: Db, who: Who, only?: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom("extension")
    .$if(who !== "all", (query) => query.where("person", "in", who as string[]))
    .$if(only !== undefined, (query) => query.where("run", "=", only ?? ""))
    .select(["run", "person", "due"])
    .orderBy("run")
    .orderBy("person")
    .execute();
  return new Map(rows.map(({ run, person, due }) => [keyOf(person, run), due]));
}

/** Those in effect, by run, in the order in which they were applied. */
async function regradesApplied(db: Db, supposed?: Supposed): Promise<Map<string, AppliedRegrade[]>> {
  const rows = await db
    .selectFrom("regrade")
    .where("state", "=", "applied")
    .select(["id", "run", "conditions", "neverLower", "undoes"])
    .orderBy("applied")
    .orderBy("id")
    .execute();
  const applied = rows.map((row) => ({ ...row, neverLower: row.neverLower === 1 }));
  const all = inEffect(supposed ? [...applied, asApplied(supposed)] : applied);
  return new Map(groupsOf(all, ({ run }) => run).map((group) => [all[group[0]].run, group.map((i) => all[i])]));
}

/** Beside those of the table; its id is nobody's. */
function asApplied(supposed: Supposed): Applied & AppliedRegrade & { run: string } {
  const ordinary = { id: "", conditions: "", neverLower: false, undoes: null };
  return { ...ordinary, ...supposed };
}
