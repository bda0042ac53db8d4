import { words } from "../../src/words/words";
import { nearest } from "../engine/nearest";
import type { Act } from "./Act";
import { writeDown } from "./audit";
import { lockPeople } from "./lockPeople";
import { Refusal } from "./Refusal";
import { recompute } from "./recompute";
import type { Change } from "./Store";
import type { Gradebook, RunRow } from "./schema";

const say = words.gradebook.override;

/** Whose points, and of what. */
export interface Target {
  run: RunRow;
  person: string;
  /** One function of the hand-in that counts; left out for the mark of the run. */
  name?: string;
  /** The hand-in that staff look at: a function of it is changed only if it is the one that counts. */
  submission?: string;
  /** The version of the mark that staff saw; with another one, nothing is changed. */
  version?: number;
}

/** Somebody else has changed the mark since it was read. */
export class Conflict extends Error {}

/**
 * Points that staff give, beside the grader's own and never in their place.
 *
 * @throws Refusal for points that cannot be, or a function that was not graded
 * @throws Conflict when the mark is of another version
 */
export async function override(trx: Change, act: Act, target: Target, given: Given): Promise<void> {
  const { automatic, most, submission, version } = await standing(trx, target);
  refusePoints(given.points, most);
  await revokeActive(trx, act, target, submission);
  const { run, person, name = null } = target;
  await insertOverride(trx, act, { run: run.id, person, submission, name, automatic }, given);
  await recompute(trx, [person]);
  await raiseVersion(trx, target, version);
}

/** Points, and why. */
export interface Given {
  points: number;
  reason: string;
}

export function refusePoints(points: number, most: number): void {
  if (!(points >= 0 && points <= most)) throw new Refusal(say.points(points, most));
}

/** One row, and what the audit says of it; the mark is the caller's to compute. */
export async function insertOverride(
  trx: Change,
  act: Act,
  about: Pick<Gradebook["override"], "run" | "person" | "submission" | "name" | "automatic">,
  { points, reason }: Given,
): Promise<void> {
  const row = { id: act.newId(), ...about, points, reason, by: act.by, at: act.now(), revoked: null };
  await trx.insertInto("override").values(row).execute();
  const { run, submission, name, person, automatic } = about;
  await writeDown(trx, act, {
    ...{ what: "override", about: `person:${person}` },
    ...{ before: { points: automatic }, after: { run, submission, name, points, override: row.id } },
  });
}

/** Whoever saw a mark before has not seen this, even where the points are the same as before. */
export async function raiseVersion(
  trx: Change,
  { run, person }: Pick<Target, "run" | "person">,
  before: number,
): Promise<void> {
  await trx
    .updateTable("grade")
    .set({ version: before + 1 })
    .where("run", "=", run.id)
    .where("person", "=", person)
    .where("version", "=", before)
    .execute();
}

/**
 * Takes back what staff gave: the grader's own points count again.
 *
 * @throws Refusal when there is nothing to take back
 * @throws Conflict as {@link override}
 */
export async function revoke(trx: Change, act: Act, target: Target): Promise<void> {
  const grade = await refuseOther(trx, target);
  const { name, submission = null } = target;
  if ((await revokeActive(trx, act, target, name === undefined ? null : submission)) === 0)
    throw new Refusal(say.nothingToRevoke);
  await recompute(trx, [target.person]);
  await raiseVersion(trx, target, grade?.version ?? 0);
}

/** @param submission null: any of the person's in the run */
async function revokeActive(
  trx: Change,
  act: Act,
  { run, person, name }: Target,
  submission: string | null,
): Promise<number> {
  const active = await trx
    .selectFrom("override")
    .select(["id", "points"])
    .where("run", "=", run.id)
    .where("person", "=", person)
    .where("name", name === undefined ? "is" : "=", name ?? null)
    .where("revoked", "is", null)
    .$if(submission !== null, (query) => query.where("submission", "=", submission))
    .orderBy("id")
    .execute();
  for (const { id, points } of active) {
    await trx.updateTable("override").set({ revoked: act.now() }).where("id", "=", id).execute();
    await writeDown(trx, act, { what: "revoke", about: `person:${person}`, before: { override: id, points } });
  }
  return active.length;
}

interface Standing {
  /** The grader's own points; null where it gave none. */
  automatic: number | null;
  most: number;
  submission: string | null;
  /** Of the mark. */
  version: number;
}

async function standing(trx: Change, target: Target): Promise<Standing> {
  const grade = await refuseOther(trx, target);
  const { run, name } = target;
  const version = grade?.version ?? 0;
  const raw = await automaticOf(trx, grade?.attempt ?? null);
  if (name === undefined) return { automatic: raw, most: run.maxScore, submission: null, version };
  const parts = await trx
    .selectFrom("part")
    .innerJoin("attempt", "attempt.id", "part.attempt")
    .where("part.attempt", "=", grade?.attempt ?? "")
    .select(["attempt.submission", "part.name", "part.points", "part.maxPoints"])
    .orderBy("part.name")
    .execute();
  if (parts.length === 0) throw new Refusal(say.nothingGraded);
  if (target.submission !== undefined && target.submission !== parts[0].submission) throw new Refusal(say.notCounted);
  const part = parts.find((one) => one.name === name);
  if (part) return { automatic: part.points, most: part.maxPoints, submission: part.submission, version };
  throw new Refusal(
    say.unknownFunction(
      name,
      nearest(
        name,
        parts.map((one) => one.name),
      ),
    ),
  );
}

async function automaticOf(trx: Change, attempt: string | null): Promise<number | null> {
  if (attempt === null) return null;
  const row = await trx.selectFrom("result").select("score").where("attempt", "=", attempt).executeTakeFirst();
  return row?.score ?? null;
}

async function refuseOther(trx: Change, { run, person, version }: Target): Promise<Gradebook["grade"] | undefined> {
  await lockPeople(trx, [person]);
  const grade = await trx
    .selectFrom("grade")
    .selectAll()
    .where("run", "=", run.id)
    .where("person", "=", person)
    .executeTakeFirst();
  if (version !== undefined && version !== (grade?.version ?? 0)) throw new Conflict(say.conflict);
  return grade;
}
