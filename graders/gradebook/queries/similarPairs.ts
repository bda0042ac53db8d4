import { words } from "../../../src/words/words";
import { Refusal } from "../Refusal";
import type { Db } from "../Store";
import type { Gradebook, RunRow } from "../schema";
import { countedHandIns, hashOfHandIns } from "../similar/countedHandIns";

/** One side of a pair. */
export interface Side extends Pick<Gradebook["submission"], "person" | "sha256" | "fileName" | "received"> {
  submission: string;
  login: string;
  name: string;
}

export interface PairLine {
  /** Among all pairs of the run, from 1. */
  rank: number;
  similarity: number;
  common: number;
  left: Side;
  right: Side;
  notes: number;
}

/** Which hand-ins of a run are most alike. */
export interface SimilarPage {
  compared: number;
  at: string;
  /** Whether other hand-ins count now than were compared. */
  isOutdated: boolean;
  pairs: PairLine[];
  /** Three learners and more who are connected by the pairs that are shown, by login. */
  groups: Side[][];
  notCompared: { login: string; name: string; submission: string; reason: string }[];
}

/** @returns null when nothing was compared yet */
export async function similarPage(db: Db, run: RunRow, most: number): Promise<SimilarPage | null> {
  const comparison = await db.selectFrom("comparison").selectAll().where("run", "=", run.id).executeTakeFirst();
  if (!comparison) return null;
  const rows = await db
    .selectFrom("alikePair")
    .selectAll()
    .where("run", "=", run.id)
    .orderBy("similarity", "desc")
    .orderBy("common", "desc")
    .orderBy("left")
    .orderBy("right")
    .limit(most)
    .execute();
  const sides = await sidesIn(db, [...new Set(rows.flatMap(({ left, right }) => [left, right]))]);
  const notes = await notesByPair(db, run.id);
  const pairs = rows.flatMap(({ left, right, similarity, common }, i): PairLine[] => {
    const [one, other] = [sides.get(left), sides.get(right)];
    if (!one || !other) return [];
    const count = notes.get(keyOf(one.person, other.person)) ?? 0;
    return [{ rank: i + 1, similarity, common, left: one, right: other, notes: count }];
  });
  const isOutdated = hashOfHandIns(await countedHandIns(db, run.id)) !== comparison.of;
  const { compared, at } = comparison;
  return { compared, at, isOutdated, pairs, groups: groupsOf(pairs), notCompared: await notComparedIn(db, run.id) };
}

/** Two hand-ins, and what was noted about them. */
export interface PairPage {
  left: Side;
  right: Side;
  /** As they were when the run was compared last; null where the pair was not among those that were kept. */
  similarity: number | null;
  notes: Pick<Gradebook["pairNote"], "id" | "text" | "by" | "at">[];
}

/** @throws Refusal when the submissions are not two of this run, by different people */
export async function pairPage(db: Db, { id: run }: RunRow, left: string, right: string): Promise<PairPage> {
  const sides = await sidesIn(db, [left, right], run);
  const [one, other] = [sides.get(left), sides.get(right)];
  if (!one || !other || one.person === other.person) throw new Refusal(words.similar.noPair);
  const notes = await db
    .selectFrom("pairNote")
    .select(["id", "text", "by", "at"])
    .where("run", "=", run)
    .where("left", "in", [one.person, other.person])
    .where("right", "in", [one.person, other.person])
    .orderBy("id")
    .execute();
  const [first, second] = [left, right].sort();
  const kept = await db
    .selectFrom("alikePair")
    .select("similarity")
    .where("run", "=", run)
    .where("left", "=", first)
    .where("right", "=", second)
    .executeTakeFirst();
  return { left: one, right: other, similarity: kept?.similarity ?? null, notes };
}

/** By submission; those of people who were erased are left out. */
async function sidesIn(db: Db, submissions: readonly string[], run?: string): Promise<Map<string, Side>> {
  const found = new Map<string, Side>();
  for (let i = 0; i < submissions.length; i += atOnce) {
    const rows = await db
      .selectFrom("submission")
      .innerJoin("person", "person.id", "submission.person")
      .where("submission.id", "in", submissions.slice(i, i + atOnce))
      .where("person.erased", "is", null)
      .$if(run !== undefined, (query) => query.where("submission.run", "=", run ?? ""))
      .select(["submission.id as submission", "submission.person", "submission.sha256", "submission.fileName"])
      .select(["submission.received", "person.login", "person.name"])
      .orderBy("submission.id")
      .execute();
    for (const row of rows) found.set(row.submission, row);
  }
  return found;
}

/** So many values may be in a query of either database, and more. */
const atOnce = 500;

async function notesByPair(db: Db, run: string): Promise<Map<string, number>> {
  const rows = await db.selectFrom("pairNote").select(["left", "right"]).where("run", "=", run).orderBy("id").execute();
  const counts = new Map<string, number>();
  for (const { left, right } of rows) counts.set(keyOf(left, right), (counts.get(keyOf(left, right)) ?? 0) + 1);
  return counts;
}

/** The same, whoever comes first. */
function keyOf(one: string, other: string): string {
  return [one, other].sort().join(" ");
}

function notComparedIn(db: Db, run: string): Promise<SimilarPage["notCompared"]> {
  return db
    .selectFrom("notCompared")
    .innerJoin("submission", "submission.id", "notCompared.submission")
    .innerJoin("person", "person.id", "submission.person")
    .where("notCompared.run", "=", run)
    .where("person.erased", "is", null)
    .select(["person.login", "person.name", "notCompared.submission", "notCompared.reason"])
    .orderBy("person.login")
    .execute();
}

/** Each pair joins the groups of its two. */
function groupsOf(pairs: readonly PairLine[]): Side[][] {
  const groups = new Map<string, Side[]>();
  for (const { left, right } of pairs) {
    const [one, other] = [groups.get(left.submission) ?? [left], groups.get(right.submission) ?? [right]];
    const joined = one === other ? one : [...one, ...other];
    for (const { submission } of joined) groups.set(submission, joined);
  }
  return [...new Set(groups.values())]
    .filter(({ length }) => length > 2)
    .map((group) => group.toSorted((a, b) => (a.login < b.login ? -1 : 1)));
}
