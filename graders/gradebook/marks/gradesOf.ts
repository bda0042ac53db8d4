import { round } from "../../engine/points";
import type { LatePolicy } from "./LatePolicy";
import { unitsLate } from "./unitsLate";

/** A hand-in, as it counts for a mark. */
export interface CountedAttempt {
  id: string;
  /** When the file came first: lateness is counted to it, as nothing was gained by sending the same file again. */
  received: string;
  /** When the very same file came last. */
  latest: string;
  /** What it earned, with the points that staff gave functions; null when it is not gradable, which is no mark at all. */
  raw: number | null;
}

/** What one learner's mark in one run rests on. */
export interface RunOfLearner {
  maxScore: number;
  counts: "best" | "last";
  due: string | null;
  /** The learner's own deadline. */
  extension: string | null;
  /** The mark that staff gave: it beats everything, and is never late. */
  override: number | null;
  attempts: readonly CountedAttempt[];
}

export interface Mark {
  /** The attempt that counts; null when there is none. */
  attempt: string | null;
  raw: number | null;
  /** What lateness took. */
  penalty: number;
  final: number | null;
  /** Days or hours late, before free days. */
  late: number;
  /** Free days that this run used. */
  freeDays: number;
}

/** The later of both: an extension to an earlier time changes nothing. */
export function deadlineOf({ due, extension }: Pick<RunOfLearner, "due" | "extension">): string | null {
  return due !== null && extension !== null && extension > due ? extension : due;
}

/**
 * The marks of one learner, from nothing but what is given.
 *
 * @param runs in the order in which they are due, as free days are spent in it, whether they save points or not
 */
export function gradesOf(runs: readonly RunOfLearner[], policy: LatePolicy, zone: string): Mark[] {
  let left = policy.freeDays;
  return runs.map((run) => {
    const mark = gradeOf(run, policy, zone, left);
    left -= mark.freeDays;
    return mark;
  });
}

function gradeOf(run: RunOfLearner, policy: LatePolicy, zone: string, free: number): Mark {
  const graded = run.attempts.filter(({ raw }) => raw !== null);
  const marksBy = (time: "received" | "latest"): Mark[] =>
    graded
      .toSorted((a, b) => compare(a[time], b[time]) || compare(a.id, b.id))
      .map((attempt) => markOf(attempt, run, policy, zone, free));
  const mark = run.counts === "best" ? bestOf(marksBy("received")) : (marksBy("latest").at(-1) ?? nothing);
  return run.override === null ? mark : { ...mark, penalty: 0, final: run.override, late: 0, freeDays: 0 };
}

/** Of two equal ones, the earlier. */
function bestOf([first = nothing, ...others]: readonly Mark[]): Mark {
  return others.reduce((one, other) => (Number(other.final) > Number(one.final) ? other : one), first);
}

const nothing: Mark = { attempt: null, raw: null, penalty: 0, final: null, late: 0, freeDays: 0 };

function markOf(
  { id, received, raw }: CountedAttempt,
  run: RunOfLearner,
  policy: LatePolicy,
  zone: string,
  free: number,
): Mark {
  const earned = Number(raw);
  const late = unitsLate(received, deadlineOf(run), policy, zone);
  const freeDays = Math.min(free, late);
  const share = Math.min(policy.upTo, policy.deduct * (late - freeDays));
  const penalty = round(Math.min(earned, share * (policy.of === "max" ? run.maxScore : earned)));
  return { attempt: id, raw: earned, penalty, final: round(earned - penalty), late, freeDays };
}

/** As both databases order text. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
