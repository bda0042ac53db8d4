import { deadlineOf } from "../marks/gradesOf";
import type { PersonRow } from "../people";
import { marksOf } from "../recompute";
import { runsInOrder } from "../runs";
import type { Db } from "../Store";
import type { AttemptRow, RunRow } from "../schema";

/** A file that a learner handed in, and the verdict on it. */
export interface HandInRow {
  submission: string;
  run: string;
  fileName: string;
  received: string;
  /** When the very same file came last. */
  latest: string;
  state: AttemptRow["state"];
  fault: string | null;
  score: number | null;
  error: string | null;
}

/** What a learner has in one run. */
export interface LearnerRun extends Pick<RunRow, "slug" | "title" | "maxScore"> {
  /** The run's, or the learner's own. */
  deadline: string | null;
  extended: boolean;
  raw: number | null;
  penalty: number;
  final: number | null;
  late: number;
  freeDays: number;
  handIns: (HandInRow & { counts: boolean })[];
}

/** A learner's runs, in the order in which they are due, with all that was handed in. */
export async function learnerPage(db: Db, { id }: PersonRow): Promise<LearnerRun[]> {
  const marks = new Map((await marksOf(db, [id])).map((mark) => [mark.run, mark]));
  const handIns = await handInsOf(db, id);
  const counted = await countedOf(db, id);
  const extensions = await db
    .selectFrom("extension")
    .select(["run", "due"])
    .where("person", "=", id)
    .orderBy("run")
    .execute();
  const own = new Map(extensions.map(({ run, due }) => [run, due]));
  return (await runsInOrder(db)).map((run): LearnerRun => {
    const { raw = null, penalty = 0, final = null, late = 0, freeDays = 0 } = marks.get(run.id) ?? {};
    const deadline = deadlineOf({ due: run.due, extension: own.get(run.id) ?? null });
    const { slug, title, maxScore } = run;
    return {
      ...{ slug, title, maxScore, deadline, extended: deadline !== run.due, raw, penalty, final, late, freeDays },
      handIns: handIns
        .filter((one) => one.run === run.id)
        .map((one) => ({ ...one, counts: counted.has(one.submission) })),
    };
  });
}

function handInsOf(db: Db, person: string): Promise<HandInRow[]> {
  return db
    .selectFrom("submission")
    .innerJoin("attempt", "attempt.submission", "submission.id")
    .leftJoin("result", "result.attempt", "attempt.id")
    .where("submission.person", "=", person)
    .where("attempt.why", "=", "submitted")
    .select(["submission.id as submission", "submission.run", "submission.fileName", "submission.received"])
    .select("submission.latest")
    .select(["attempt.state", "attempt.fault", "result.score", "result.error"])
    .orderBy("submission.received")
    .orderBy("submission.id")
    .execute();
}

/** The submissions from which the marks come. */
async function countedOf(db: Db, person: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom("grade")
    .innerJoin("attempt", "attempt.id", "grade.attempt")
    .where("grade.person", "=", person)
    .select("attempt.submission")
    .orderBy("attempt.submission")
    .execute();
  return new Set(rows.map(({ submission }) => submission));
}
