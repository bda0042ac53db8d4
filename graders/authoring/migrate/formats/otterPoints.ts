import type { Part } from "../Part";
import type { Question } from "./Question";

/**
 * Shares out the points of every question over its tests, after otter-grader's rules: the question's own points, less
 * those that tests name, go to the other tests in equal parts; where nobody names any, the question is worth 1. What is
 * graded by hand is worth the question's points.
 */
export function withQuestionPoints(parts: readonly Part[], questions: readonly Question[]): Part[] {
  return parts.map((part): Part => {
    const question = questions.find(({ name }) => name === part.question);
    if (!question || (part.role !== "tests" && part.role !== "manual")) return part;
    const mates = parts.filter(({ role, question }) => role === part.role && question === part.question);
    return { ...part, points: part.points ?? shareOf(question, mates) };
  });
}

/** What each of a question's cells is worth that names no points itself. */
function shareOf({ points, pointsEach }: Question, mates: readonly Part[]): number {
  if (pointsEach !== null) return pointsEach;
  const named = mates.flatMap((mate) => mate.points ?? []);
  const total = points ?? (named.length > 0 ? 0 : 1);
  const left = total - named.reduce((sum, value) => sum + value, 0);
  return Math.max(0, left) / (mates.length - named.length);
}
