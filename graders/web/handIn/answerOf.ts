import type { FunctionAnswer, HandInAnswer } from "../../../src/handIn/HandInAnswer";
import type { FunctionResult } from "../../engine/results";
import type { LearnerHandIn } from "../../gradebook/learner/learnerHandIn";

/** Where a learner's own hand-in is shown. */
export function handInPath(id: string): string {
  return `/me/hand-ins/${id}`;
}

/** A hand-in as programs are told it. @param titles of the run's checks, by id */
export function answerOf(handIn: LearnerHandIn, titles: ReadonlyMap<string, string>): HandInAnswer {
  const { id, slug, title, fileName, received, state, released, verdict } = handIn;
  const about = { id, run: slug, title, fileName, received, state, released, page: handInPath(id) };
  if (verdict === null) return about;
  const { error, points, maxPoints, functions } = verdict;
  if (points === null) return { ...about, ...(error === undefined ? {} : { error }) };
  return { ...about, points, maxPoints, functions: functions.map((one) => functionOf(one, titles)) };
}

function functionOf(
  { name, status, points, maxPoints, followThrough, checks, remarks = [] }: FunctionResult,
  titles: ReadonlyMap<string, string>,
): FunctionAnswer {
  return {
    ...{ name, status, points, maxPoints, followThrough },
    checks: checks.map((one) => ({
      title: titles.get(one.id) ?? one.id,
      ...{ status: one.status, points: one.points, maxPoints: one.maxPoints, hidden: one.hidden },
      message: one.message,
    })),
    remarks: remarks.map(({ message }) => message),
  };
}
