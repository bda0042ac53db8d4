import type { GradedSubmission } from "../../../graders/engine/gradeSubmission";
import type { Act } from "../../../graders/gradebook/Act";
import { type HandedIn, takeHandIn } from "../../../graders/gradebook/handIn";
import type { LatePolicy } from "../../../graders/gradebook/marks/LatePolicy";
import { enrol, type PersonRow } from "../../../graders/gradebook/people";
import { LocalQueue } from "../../../graders/gradebook/queue/local";
import type { Job } from "../../../graders/gradebook/queue/Queue";
import { recordResult } from "../../../graders/gradebook/recordResult";
import type { Change, Store } from "../../../graders/gradebook/Store";
import type { RunRow } from "../../../graders/gradebook/schema";
import { setCourse } from "../../../graders/gradebook/setCourse";
import { type RunSettings, setRun } from "../../../graders/gradebook/setRun";

/** Ids and times that follow each other: the same in every run, and on both databases. */
export function steadyAct(): Act {
  let count = 0;
  const next = (): string => {
    count += 1;
    return String(count).padStart(6, "0");
  };
  return {
    by: "staff",
    newId: () => `id-${next()}`,
    now: () => new Date(Date.UTC(2026, 4, 1) + Number(next()) * 1000).toISOString(),
  };
}

/** What a grader says: points by function, of 10 each; null for a file that is not gradable. */
export type Points = Readonly<Record<string, number>> | null;

export function verdict(points: Points, code = "const x = 1;"): GradedSubmission {
  const common = { id: "x", file: "x.ipynb", sha256: "0", durationMs: 1 };
  if (points === null) {
    const nothing = { status: "not-gradable" as const, score: null, maxScore: 20, functions: [] };
    return { result: { ...common, ...nothing, error: "is not a notebook" }, code: [] };
  }
  const functions = Object.entries(points).map(([name, earned]) => {
    const status = earned === 10 ? ("correct" as const) : ("incorrect" as const);
    const misconception = earned === 3 ? { misconception: `${name}.summed` } : {};
    const check = { id: `${name}.1`, status, points: earned, maxPoints: 10, hidden: false, message: code };
    return {
      name,
      status,
      points: earned,
      maxPoints: 10,
      followThrough: false,
      checks: [{ ...check, ...misconception }],
    };
  });
  const score = functions.reduce((sum, one) => sum + one.points, 0);
  const result = { ...common, status: "graded" as const, score, maxScore: 20, functions };
  return { result, code: functions.map(({ name }) => ({ name, place: { cell: 1, line: 1 }, source: code })) };
}

/** A course with runs and learners, in which verdicts are given instead of found out. */
export class AClass {
  readonly act = steadyAct();
  readonly queue: LocalQueue;

  constructor(readonly store: Store) {
    this.queue = new LocalQueue(store, this.act, "test");
  }

  async course(policy?: LatePolicy, zone = "UTC"): Promise<void> {
    await this.change((trx) =>
      setCourse(trx, this.act, { title: "Deep learning", zone, ...(policy ? { policy } : {}) }),
    );
  }

  async run(slug: string, settings: RunSettings = {}): Promise<RunRow> {
    const assignment = { slug, title: slug, maxScore: 20 };
    return (await this.change((trx) => setRun(trx, this.act, assignment, settings, 7))).run;
  }

  learner(login: string, more: Partial<PersonRow> = {}): Promise<PersonRow> {
    const identity = { login, name: `Name of ${login}`, email: null, section: null, lmsId: null, ...more };
    return this.change((trx) => enrol(trx, this.act, identity));
  }

  /** Records a hand-in and its verdict. @returns the submission */
  async handIn(
    run: RunRow,
    person: PersonRow,
    points: Points,
    more: { received?: string; text?: string; conditions?: string } = {},
  ): Promise<string> {
    const { received = "2026-05-01T10:00:00.000Z", conditions = "1" } = more;
    const { text = `${person.login} ${received}` } = more;
    const file: HandedIn = {
      ...{
        run,
        person: person.id,
        bytes: Buffer.from(text),
        fileName: `${person.login}.ipynb`,
        received,
        source: "test",
      },
    };
    const taken = await this.change((trx) => takeHandIn(trx, this.act, this.queue, file, conditions));
    if (taken.kind !== "waiting") throw new Error(taken.kind);
    await this.settle(taken.submission, conditions, points, text);
    return taken.submission;
  }

  /** Gives the attempt of a submission that waits its verdict. @returns whether it waited */
  async settle(submission: string, conditions: string, points: Points, code?: string): Promise<boolean> {
    const job = await this.job(submission, conditions);
    return this.change((trx) => recordResult(trx, this.act, job, verdict(points, code), "test"));
  }

  job(submission: string, conditions: string): Promise<Job> {
    return this.store.db
      .selectFrom("attempt")
      .innerJoin("submission", "submission.id", "attempt.submission")
      .where("attempt.submission", "=", submission)
      .where("attempt.conditions", "=", conditions)
      .select(["attempt.id as attempt", "attempt.submission", "attempt.conditions", "attempt.tries", "attempt.why"])
      .select(["submission.person", "submission.sha256", "submission.fileName"])
      .executeTakeFirstOrThrow();
  }

  change<T>(make: (trx: Change) => Promise<T>): Promise<T> {
    return this.store.db.transaction().execute(make);
  }

  /** Everybody's marks, as `login slug: final`. */
  async marks(): Promise<string[]> {
    const rows = await this.store.db
      .selectFrom("grade")
      .innerJoin("person", "person.id", "grade.person")
      .innerJoin("run", "run.id", "grade.run")
      .select(["person.login", "run.slug", "grade.final"])
      .orderBy("person.login")
      .orderBy("run.slug")
      .execute();
    return rows.map(({ login, slug, final }) => `${login} ${slug}: ${final}`);
  }
}
