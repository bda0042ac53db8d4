import { words } from "../../src/words/words";
import type { SubmissionResult } from "../engine/results";

/** `85.5 / 100`, or why there is no score. */
export function formatScore({
  status,
  score,
  maxScore,
  error,
}: Pick<SubmissionResult, "status" | "score" | "maxScore" | "error">): string {
  if (score !== null) return `${formatPoints(score)} / ${formatPoints(maxScore)}`;
  return error === undefined ? noScore(status) : words.report.headed(noScore(status), error);
}

/** Why there is no score, in two words. */
export function noScore(status: SubmissionResult["status"]): string {
  const { noScore } = words.report;
  return status === "graded" ? "" : noScore[status];
}

/** With at most two decimals, and none for whole numbers. */
export function formatPoints(points: number): string {
  return String(Math.round(points * 100) / 100);
}
