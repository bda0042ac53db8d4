import type { Db } from "../Store";

/** Attempts as jobs; the caller says which ones. */
export function jobsIn(db: Db) {
  return db
    .selectFrom("attempt")
    .innerJoin("submission", "submission.id", "attempt.submission")
    .select(["attempt.id as attempt", "attempt.submission", "attempt.conditions", "attempt.tries", "attempt.why"])
    .select(["submission.person", "submission.sha256", "submission.fileName"]);
}
