import type { CodeExcerpt } from "../../engine/gradeSubmission";
import type { FunctionResult } from "../../engine/results";
import type { Db } from "../Store";
import { type SavedRow, savedComments } from "../savedComment";
import { overridesOn } from "./overridesOn";
import { type Group, groupOfKey, type Member, membersOf, type Question } from "./questionGroups";
import { verdictsOn } from "./verdicts";

/** How many learners of a group one page shows. */
export const membersLength = 100;

/** A saved comment that fits the group, and how many in it have a copy. */
export interface SavedInGroup extends SavedRow {
  told: number;
}

/** Of one learner, in the hand-in that counts. */
export interface MemberRow extends Pick<Member, "submission" | "points" | "maxPoints"> {
  login: string;
  name: string;
  /** The points that staff gave. */
  given: number | null;
  comments: number;
  result: FunctionResult | null;
  code: CodeExcerpt | null;
}

/** One group of learners for whom a function came out alike. */
export interface GroupPage {
  group: Group;
  members: readonly Member[];
  /** How many of the members have points from staff. */
  given: number;
  saved: SavedInGroup[];
  rows: MemberRow[];
}

/**
 * A hundred learners of a group.
 *
 * @param key as {@link keyOfGroup} writes it
 * @param from how many learners come before
 */
export async function groupPage(db: Db, question: Question, key: string, from: number): Promise<GroupPage> {
  const group = groupOfKey(key);
  const members = await membersOf(db, question, group);
  const submissions = members.map(({ submission }) => submission);
  const given = await overridesOn(db, question.name, submissions);
  const shown = members.slice(from, from + membersLength);
  return {
    group,
    members,
    given: given.size,
    saved: await savedFor(db, question, group),
    rows: await rowsOf(db, question, shown, new Map([...given].map(([id, { points }]) => [id, points]))),
  };
}

async function rowsOf(
  db: Db,
  { name }: Question,
  members: readonly Member[],
  given: ReadonlyMap<string, number>,
): Promise<MemberRow[]> {
  if (members.length === 0) return [];
  const people = await db
    .selectFrom("person")
    .select(["id", "login", "name"])
    .where(
      "id",
      "in",
      members.map(({ person }) => person),
    )
    .orderBy("id")
    .execute();
  const known = new Map(people.map(({ id, ...one }) => [id, one]));
  const comments = await commentsCounted(
    db,
    name,
    members.map(({ submission }) => submission),
  );
  const verdicts = await verdictsOn(
    db,
    members.map(({ attempt }) => attempt),
  );
  return members.map(({ person, submission, attempt, points, maxPoints }) => {
    const verdict = verdicts.get(attempt);
    return {
      ...{ submission, points, maxPoints, ...(known.get(person) ?? { login: "", name: "" }) },
      ...{ given: given.get(submission) ?? null, comments: comments.get(submission) ?? 0 },
      result: verdict?.result.functions.find((one) => one.name === name) ?? null,
      code: verdict?.code.find((one) => one.name === name) ?? null,
    };
  });
}

/** By submission. */
async function commentsCounted(db: Db, name: string, submissions: readonly string[]): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom("comment")
    .where("submission", "in", submissions)
    .where("name", "=", name)
    .groupBy("submission")
    .select(({ fn }) => ["submission", fn.countAll<number>().as("count")])
    .orderBy("submission")
    .execute();
  return new Map(rows.map(({ submission, count }) => [submission, count]));
}

/** Those on this function, or on any; those that somebody in the group has come first. */
async function savedFor(db: Db, { run, name }: Question, group: Group): Promise<SavedInGroup[]> {
  const told = await db
    .selectFrom("grade")
    .innerJoin("part", "part.attempt", "grade.attempt")
    .innerJoin("person", "person.id", "grade.person")
    .innerJoin("attempt", "attempt.id", "grade.attempt")
    .innerJoin("comment", (join) =>
      join.onRef("comment.submission", "=", "attempt.submission").onRef("comment.name", "=", "part.name"),
    )
    .where("grade.run", "=", run)
    .where("part.name", "=", name)
    .where("part.status", "=", group.status)
    .where("part.misconception", group.misconception === null ? "is" : "=", group.misconception)
    .where("person.erased", "is", null)
    .where("comment.saved", "is not", null)
    .groupBy("comment.saved")
    .select(({ fn }) => ["comment.saved", fn.count<number>("comment.submission").distinct().as("told")])
    .orderBy("comment.saved")
    .execute();
  const counts = new Map(told.map((row) => [row.saved, row.told]));
  const rank = ({ told: count, misconception }: SavedInGroup): number =>
    count > 0 ? 0 : misconception !== null ? 1 : 2;
  return (await savedComments(db))
    .filter((one) => one.name === null || one.name === name)
    .filter((one) => one.misconception === null || one.misconception === group.misconception)
    .map((one) => ({ ...one, told: counts.get(one.id) ?? 0 }))
    .toSorted((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}
