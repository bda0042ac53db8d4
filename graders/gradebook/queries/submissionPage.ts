import { words } from "../../../src/words/words";
import type { GradedSubmission } from "../../engine/gradeSubmission";
import { unpackDetail } from "../detail";
import { Refusal } from "../Refusal";
import type { Db } from "../Store";
import type { AttemptRow, RunRow } from "../schema";

/** One grading of a submission. */
export interface AttemptLine extends Pick<AttemptRow, "id" | "why" | "state" | "fault" | "created" | "conditions"> {
  score: number | null;
  error: string | null;
  /** Whether the mark comes from it. */
  counts: boolean;
}

/** A submission, whose it is, and every verdict on it. */
export interface SubmissionPage {
  run: RunRow;
  login: string;
  name: string;
  fileName: string;
  received: string;
  attempts: AttemptLine[];
  /** The verdict that counts, else that of the hand-in; null when there is none yet. */
  verdict: GradedSubmission | null;
}

/** @throws Refusal when there is no such submission */
export async function submissionPage(db: Db, id: string): Promise<SubmissionPage> {
  const row = await db
    .selectFrom("submission")
    .innerJoin("person", "person.id", "submission.person")
    .where("submission.id", "=", id)
    .select(["submission.run", "submission.person", "submission.fileName", "submission.received"])
    .select(["person.login", "person.name"])
    .executeTakeFirst();
  if (!row) throw new Refusal(words.gradebook.grading.unknownSubmission);
  const { run, person, ...about } = row;
  const grade = await db
    .selectFrom("grade")
    .select("attempt")
    .where("run", "=", run)
    .where("person", "=", person)
    .executeTakeFirst();
  const attempts = (await attemptsOf(db, id)).map((one) => ({ ...one, counts: one.id === grade?.attempt }));
  const shown = attempts.find(({ counts }) => counts) ?? attempts.find(({ why }) => why === "submitted");
  return {
    run: await db.selectFrom("run").selectAll().where("id", "=", run).executeTakeFirstOrThrow(),
    ...about,
    attempts,
    verdict: shown ? await verdictOf(db, shown.id) : null,
  };
}

function attemptsOf(db: Db, submission: string): Promise<Omit<AttemptLine, "counts">[]> {
  return db
    .selectFrom("attempt")
    .leftJoin("result", "result.attempt", "attempt.id")
    .where("attempt.submission", "=", submission)
    .select(["attempt.id", "attempt.why", "attempt.state", "attempt.fault", "attempt.created", "attempt.conditions"])
    .select(["result.score", "result.error"])
    .orderBy("attempt.id")
    .execute();
}

async function verdictOf(db: Db, attempt: string): Promise<GradedSubmission | null> {
  const row = await db.selectFrom("result").select("detail").where("attempt", "=", attempt).executeTakeFirst();
  return row ? unpackDetail(row.detail) : null;
}
