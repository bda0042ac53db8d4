import { courseIn } from "../course";
import { deadlineOf, type Mark } from "../marks/gradesOf";
import { marksOf } from "../recompute";
import type { Db } from "../Store";
import type { Gradebook, RunRow } from "../schema";
import { closingOf, refusedAt } from "../whenTaken";
import { type ShownHandIn, shownHandIns } from "./shownHandIns";

/**
 * What a learner sees of the gradebook: their own hand-ins, marks and deadlines. A type of its own, from queries of its
 * own: other people, what staff note for themselves and the seed are not left out of it, they are never asked for; and of
 * verdicts, hidden checks come no further than `learnerVerdict` before their release.
 */
export interface LearnerView {
  course: string;
  /** That of the times: `Europe/Vienna`. */
  zone: string;
  /** What lateness is counted in. */
  per: "day" | "hour";
  /** How many are left, in the order in which runs are due; null in a course without any. */
  freeDaysLeft: number | null;
  runs: LearnerRun[];
}

/** One run, as it is to the learner at this moment. */
export interface LearnerRun {
  slug: string;
  title: string;
  opens: string | null;
  /** The run's, or the learner's own. */
  deadline: string | null;
  /** Why the deadline is the learner's own, as staff say it to them; null when it is everybody's. */
  extension: string | null;
  /** When the last hand-in is taken. */
  closes: string | null;
  state: "early" | "open" | "closed";
  counts: RunRow["counts"];
  perHour: number;
  /** How many days or hours late the hand-in is that counts; 0 before it is known which does. */
  late: number;
  /** How many free days that used. */
  freeDays: number;
  /** Null before marks are released. */
  mark: LearnerMark | null;
  handIns: ShownHandIn[];
  /** The learner's last question to staff. */
  review: LearnerReview | null;
}

/** A mark and what it is made of. */
export interface LearnerMark extends Pick<Mark, "raw" | "penalty" | "final"> {
  maxScore: number;
  /** What staff gave: a function's points, or the mark of the run, where `name` is null. */
  given: Pick<Gradebook["override"], "name" | "points" | "reason">[];
}

/** @see Gradebook.review */
export type LearnerReview = Pick<Gradebook["review"], "text" | "at" | "closed" | "answer">;

/** @param now what is released and open at this time */
export async function learnerView(db: Db, person: string, now: string): Promise<LearnerView> {
  const { title, zone, policy } = await courseIn(db);
  const runs = await runsFor(db);
  const released = new Set(runs.filter((run) => isReleased(run, now)).map(({ id }) => id));
  const marks = new Map((await marksOf(db, [person])).map((mark) => [mark.run, mark]));
  const used = [...marks.values()].reduce((sum, { freeDays }) => sum + freeDays, 0);
  const handIns = await shownHandIns(db, person, (run) => released.has(run));
  const own = { extensions: await extensionsOf(db, person), given: await givenTo(db, person) };
  const reviews = await reviewsOf(db, person);
  return {
    ...{ course: title, zone, per: policy.per, freeDaysLeft: policy.freeDays === 0 ? null : policy.freeDays - used },
    runs: runs.map((run): LearnerRun => {
      const mark = marks.get(run.id) ?? noMark;
      const { slug, title, opens, counts, perHour, maxScore } = run;
      return {
        ...{ slug, title, opens, counts, perHour, freeDays: mark.freeDays },
        // Which is the best is decided by hidden checks, too.
        late: released.has(run.id) || counts === "last" ? mark.late : 0,
        ...timesOf(run, own.extensions.get(run.id) ?? null, now),
        mark: released.has(run.id)
          ? {
              ...{ raw: mark.raw, penalty: mark.penalty, final: mark.final, maxScore },
              given: own.given.filter((one) => one.run === run.id).map(({ run: _, ...one }) => one),
            }
          : null,
        handIns: handIns.filter((one) => one.run === run.id),
        review: reviews.get(run.id) ?? null,
      };
    }),
  };
}

type OwnRun = Omit<RunRow, "course" | "seed" | "anonymous">;

/** In the order in which they are due; those without a deadline come last. */
async function runsFor(db: Db): Promise<OwnRun[]> {
  const rows = await db
    .selectFrom("run")
    .select(["id", "slug", "title", "maxScore", "opens", "due", "closes", "released", "counts", "perHour"])
    .orderBy("due")
    .orderBy("slug")
    .execute();
  // The databases do not agree on where null comes.
  return [...rows.filter(({ due }) => due !== null), ...rows.filter(({ due }) => due === null)];
}

const noMark: Pick<Mark, "raw" | "penalty" | "final" | "freeDays" | "late"> = {
  ...{ raw: null, penalty: 0, final: null, freeDays: 0, late: 0 },
};

/** Whether learners see marks and hidden checks. */
export function isReleased({ released }: Pick<RunRow, "released">, now: string): boolean {
  return released !== null && released <= now;
}

function timesOf(
  run: OwnRun,
  extension: { due: string; reason: string } | null,
  now: string,
): Pick<LearnerRun, "deadline" | "extension" | "closes" | "state"> {
  const own = extension?.due ?? null;
  const deadline = deadlineOf({ due: run.due, extension: own });
  const closes = closingOf(run, own);
  return {
    deadline,
    extension: deadline === run.due ? null : (extension?.reason ?? null),
    closes,
    state: refusedAt(run, closes, now) ?? "open",
  };
}

async function extensionsOf(db: Db, person: string): Promise<Map<string, { due: string; reason: string }>> {
  const rows = await db
    .selectFrom("extension")
    .select(["run", "due", "reason"])
    .where("person", "=", person)
    .orderBy("run")
    .execute();
  return new Map(rows.map(({ run, ...one }) => [run, one]));
}

function givenTo(db: Db, person: string): Promise<(LearnerMark["given"][number] & { run: string })[]> {
  return db
    .selectFrom("override")
    .select(["run", "name", "points", "reason"])
    .where("person", "=", person)
    .where("revoked", "is", null)
    .orderBy("id")
    .execute();
}

/** The last one in each run. */
async function reviewsOf(db: Db, person: string): Promise<Map<string, LearnerReview>> {
  const rows = await db
    .selectFrom("review")
    .select(["run", "text", "at", "closed", "answer"])
    .where("person", "=", person)
    .orderBy("id")
    .execute();
  return new Map(rows.map(({ run, ...one }) => [run, one]));
}
