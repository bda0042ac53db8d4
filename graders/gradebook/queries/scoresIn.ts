import type { Db } from "../Store";
import type { RunRow } from "../schema";

/** Function by function, of each learner the hand-in that counts, with the points that staff gave. */
export function scoresIn(db: Db, { id }: Pick<RunRow, "id">) {
  return db
    .selectFrom("grade")
    .innerJoin("person", "person.id", "grade.person")
    .innerJoin("attempt", "attempt.id", "grade.attempt")
    .innerJoin("part", "part.attempt", "attempt.id")
    .leftJoin("override", (join) =>
      join
        .onRef("override.submission", "=", "attempt.submission")
        .onRef("override.name", "=", "part.name")
        .on("override.revoked", "is", null),
    )
    .where("grade.run", "=", id)
    .where("person.role", "=", "learner")
    .select(["grade.person", "part.name", "part.maxPoints", "part.status", "part.followThrough"])
    .select(({ fn }) => fn.coalesce("override.points", "part.points").as("points"));
}
