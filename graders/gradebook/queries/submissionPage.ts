import { words } from "../../../src/words/words";
import type { GradedSubmission } from "../../engine/gradeSubmission";
import { unpackDetail } from "../detail";
import { Refusal } from "../Refusal";
import type { Db } from "../Store";
import type { AttemptRow, Gradebook, RunRow } from "../schema";
import { type CommentRow, commentsOn } from "./commentsOn";

/** One grading of a submission. */
export interface AttemptLine extends Pick<AttemptRow, "id" | "why" | "state" | "fault" | "created" | "conditions"> {
  score: number | null;
  error: string | null;
  /** Whether the mark comes from it. */
  counts: boolean;
}

/** One of the files that a learner handed in in the run, this one or another. */
export interface HandInLine {
  id: string;
  received: string;
  /** How many there are on it. */
  comments: number;
  /** Whether the mark comes from it. */
  counts: boolean;
}

/** A submission, whose it is, and every verdict on it. */
export interface SubmissionPage {
  run: RunRow;
  /** By id. */
  person: string;
  login: string;
  name: string;
  fileName: string;
  /** Of what was handed in. */
  sha256: string;
  received: string;
  attempts: AttemptLine[];
  /** The verdict that counts, else that of the hand-in; null when there is none yet. */
  verdict: GradedSubmission | null;
  comments: CommentRow[];
  /** All of the learner's in the run, from the first to the last. */
  handIns: HandInLine[];
  /** What staff gave, here or as the mark of the run, from the first to the last; those that were revoked, too. */
  overrides: Gradebook["override"][];
  /** What the learner has asked about the run, from the first to the last. */
  reviews: Gradebook["review"][];
  /** The learner's mark in the run. */
  mark: Pick<Gradebook["grade"], "raw" | "penalty" | "final" | "version">;
}

const noMark: SubmissionPage["mark"] = { raw: null, penalty: 0, final: null, version: 0 };

/** @throws Refusal when there is no such submission */
export async function submissionPage(db: Db, id: string): Promise<SubmissionPage> {
  const row = await db
    .selectFrom("submission")
    .innerJoin("person", "person.id", "submission.person")
    .where("submission.id", "=", id)
    .select(["submission.run", "submission.person", "submission.fileName", "submission.received", "submission.sha256"])
    .select(["person.login", "person.name"])
    .executeTakeFirst();
  if (!row) throw new Refusal(words.gradebook.grading.unknownSubmission);
  const { run, person, ...about } = row;
  const grade = await db
    .selectFrom("grade")
    .select(["attempt", "raw", "penalty", "final", "version"])
    .where("run", "=", run)
    .where("person", "=", person)
    .executeTakeFirst();
  const { attempt, ...mark } = grade ?? { attempt: null, ...noMark };
  const attempts = (await attemptsOf(db, id)).map((one) => ({ ...one, counts: one.id === attempt }));
  const shown = attempts.find(({ counts }) => counts) ?? attempts.find(({ why }) => why === "submitted");
  return {
    run: await db.selectFrom("run").selectAll().where("id", "=", run).executeTakeFirstOrThrow(),
    ...{ person, ...about },
    attempts,
    verdict: shown ? await verdictOf(db, shown.id) : null,
    comments: await commentsOn(db, [id]),
    handIns: await handInsOf(db, run, person, attempt),
    overrides: await overridesFor(db, run, person, id),
    reviews: await db
      .selectFrom("review")
      .selectAll()
      .where("run", "=", run)
      .where("person", "=", person)
      .orderBy("id")
      .execute(),
    mark,
  };
}

async function handInsOf(db: Db, run: string, person: string, counted: string | null): Promise<HandInLine[]> {
  const rows = await db
    .selectFrom("submission")
    .leftJoin("comment", "comment.submission", "submission.id")
    .where("submission.run", "=", run)
    .where("submission.person", "=", person)
    .groupBy(["submission.id", "submission.received"])
    .select(({ fn }) => ["submission.id", "submission.received", fn.count<number>("comment.id").as("comments")])
    .orderBy("submission.received")
    .orderBy("submission.id")
    .execute();
  const attempt = await db
    .selectFrom("attempt")
    .select("submission")
    .where("id", "=", counted ?? "")
    .executeTakeFirst();
  return rows.map((row) => ({ ...row, counts: row.id === attempt?.submission }));
}

function overridesFor(db: Db, run: string, person: string, submission: string): Promise<Gradebook["override"][]> {
  return db
    .selectFrom("override")
    .selectAll()
    .where("run", "=", run)
    .where("person", "=", person)
    .where((is) => is.or([is("submission", "=", submission), is("name", "is", null)]))
    .orderBy("id")
    .execute();
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
