import type { HandInAnswer } from "../../../src/handIn/HandInAnswer";
import type { LearnerHandIn } from "../../gradebook/learner/learnerHandIn";
import { functionAnswer } from "../../report/functionAnswer";

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
  return { ...about, points, maxPoints, functions: functions.map((one) => functionAnswer(one, titles)) };
}
