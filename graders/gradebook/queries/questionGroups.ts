import type { Db } from "../Store";
import type { Gradebook } from "../schema";

/** The learners for whom one function came out alike. */
export interface Group {
  status: string;
  misconception: string | null;
}

/** One function of a run. */
export interface Question {
  /** By id. */
  run: string;
  name: string;
}

export interface GroupRow extends Group {
  learners: number;
}

/** Of the learner's hand-in that counts. */
export interface Member extends Pick<Gradebook["part"], "points" | "maxPoints"> {
  person: string;
  submission: string;
  attempt: string;
  /** Of the mark. */
  version: number;
}

/** `incorrect:propagate.summed`, `partial` */
export function keyOfGroup({ status, misconception }: Group): string {
  return misconception === null ? status : `${status}:${misconception}`;
}

export function groupOfKey(key: string): Group {
  const at = key.indexOf(":");
  return at < 0 ? { status: key, misconception: null } : { status: key.slice(0, at), misconception: key.slice(at + 1) };
}

/** What went wrong, in the largest group first; then what did not. */
export async function questionGroups(db: Db, { run, name }: Question): Promise<GroupRow[]> {
  const rows = await counted(db, { run, name })
    .groupBy(["part.status", "part.misconception"])
    .select(({ fn }) => ["part.status", "part.misconception", fn.countAll<number>().as("learners")])
    .execute();
  const rank = ({ status }: Group): number => (status === "correct" ? 1 : 0);
  return rows.toSorted(
    (a, b) => rank(a) - rank(b) || b.learners - a.learners || (keyOfGroup(a) < keyOfGroup(b) ? -1 : 1),
  );
}

/**
 * In an order that says nothing about names: that of the hashes of what was handed in.
 *
 * @param from so many are left out
 * @param most so many are given, at most; all by default
 */
export function membersOf(
  db: Db,
  question: Question,
  { status, misconception }: Group,
  from = 0,
  most?: number,
): Promise<Member[]> {
  return counted(db, question)
    .innerJoin("attempt", "attempt.id", "grade.attempt")
    .innerJoin("submission", "submission.id", "attempt.submission")
    .where("part.status", "=", status)
    .where("part.misconception", misconception === null ? "is" : "=", misconception)
    .select(["grade.person", "grade.version", "submission.id as submission", "attempt.id as attempt"])
    .select(["part.points", "part.maxPoints"])
    .orderBy("submission.sha256")
    .orderBy("submission.id")
    .$if(most !== undefined, (query) => query.limit(most ?? 0).offset(from))
    .execute();
}

/** The function in the hand-ins that count, of everybody who is still in the course. */
function counted(db: Db, { run, name }: Question) {
  return db
    .selectFrom("grade")
    .innerJoin("part", "part.attempt", "grade.attempt")
    .innerJoin("person", "person.id", "grade.person")
    .where("grade.run", "=", run)
    .where("part.name", "=", name)
    .where("person.erased", "is", null);
}
