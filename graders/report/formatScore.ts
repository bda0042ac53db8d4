import type { SubmissionResult } from "../engine/results";

/** `85.5 / 100`, or why there is no score. */
export function formatScore({ status, score, maxScore, error }: SubmissionResult): string {
  if (score !== null) return `${formatPoints(score)} / ${formatPoints(maxScore)}`;
  return `${status === "not-gradable" ? "not gradable" : "grader fault"}: ${error}`;
}

/** At most two decimals, none where there are none. */
export function formatPoints(points: number): string {
  return String(Math.round(points * 100) / 100);
}
