import type { SubmissionResult } from "../engine/results";

/** What a platform is told: the mark where a gradebook says what it is, else the score; null for neither. */
export function markOf({ mark, score }: Pick<SubmissionResult, "mark" | "score">): number | null {
  return mark ? mark.final : score;
}
