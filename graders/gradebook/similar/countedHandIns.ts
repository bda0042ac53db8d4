import { hashOf } from "../../text/hashOf";
import type { Db } from "../Store";
import type { Gradebook } from "../schema";

export type ComparedHandIn = Pick<Gradebook["submission"], "id" | "person" | "sha256" | "fileName">;

/** Of everybody in a run one hand-in: the one that counts, else the last; those of people who were erased are gone. */
export async function countedHandIns(db: Db, run: string): Promise<ComparedHandIn[]> {
  const counted = await db
    .selectFrom("grade")
    .innerJoin("attempt", "attempt.id", "grade.attempt")
    .where("grade.run", "=", run)
    .select("attempt.submission")
    .execute();
  const counts = new Set(counted.map(({ submission }) => submission));
  const rows = await db
    .selectFrom("submission")
    .innerJoin("person", "person.id", "submission.person")
    .where("submission.run", "=", run)
    .where("person.erased", "is", null)
    .select(["submission.id", "submission.person", "submission.sha256", "submission.fileName"])
    .orderBy("submission.latest")
    .orderBy("submission.id")
    .execute();
  const chosen = new Map<string, ComparedHandIn>();
  for (const row of rows) {
    const before = chosen.get(row.person);
    if (!before || !counts.has(before.id)) chosen.set(row.person, row);
  }
  return [...chosen.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Tells whether other hand-ins count than before. */
export function hashOfHandIns(handIns: readonly ComparedHandIn[]): string {
  return hashOf(handIns.map(({ id }) => id).join());
}
