import type { RunOfLearner } from "./marks/gradesOf";
import type { Db } from "./Store";
import type { RunRow } from "./schema";
import { inLists, type Who } from "./Who";

/**
 * What marks rest on, from the hand-ins alone that count and came after the run's deadline: no other takes free days, or
 * anything at all. Marks that are stored are up to date, so that these give the same ones.
 *
 * @returns by person and run, as `person run`
 */
export async function lateFacts(db: Db, who: Who, runs: readonly RunRow[]): Promise<Map<string, RunOfLearner>> {
  const byId = new Map(runs.map((run) => [run.id, run]));
  const found = new Map<string, RunOfLearner>();
  if (runs.length === 0) return found;
  for (const some of inLists(who)) {
    for (const row of await lateRows(db, some, [...byId.keys()])) {
      const { run, person, attempt, received, latest, raw, extension, override } = row;
      const { maxScore, counts, due } = byId.get(run) as RunRow;
      const attempts = [{ id: attempt, received, latest, raw }];
      found.set(`${person} ${run}`, { maxScore, counts, due, extension, override, attempts });
    }
  }
  return found;
}

function lateRows(db: Db, who: Who, runs: readonly string[]) {
  return db
    .selectFrom("grade")
    .innerJoin("attempt", "attempt.id", "grade.attempt")
    .innerJoin("submission", "submission.id", "attempt.submission")
    .leftJoin("extension", (join) =>
      join.onRef("extension.run", "=", "grade.run").onRef("extension.person", "=", "grade.person"),
    )
    .leftJoin("override", (join) =>
      join
        .onRef("override.run", "=", "grade.run")
        .onRef("override.person", "=", "grade.person")
        .on("override.name", "is", null)
        .on("override.revoked", "is", null),
    )
    .innerJoin("run", "run.id", "grade.run")
    .where("grade.run", "in", runs)
    .whereRef("submission.received", ">", "run.due")
    .$if(who !== "all", (query) => query.where("grade.person", "in", who as string[]))
    .select(["grade.run", "grade.person", "grade.raw", "attempt.id as attempt", "submission.received"])
    .select(["submission.latest", "extension.due as extension", "override.points as override"])
    .orderBy("grade.person")
    .orderBy("grade.run")
    .execute();
}
