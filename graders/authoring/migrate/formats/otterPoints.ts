import type { Part } from "../Part";
import type { Question } from "./Question";

/**
 * Divides the points of every question among its tests by otter-grader's rules. Tests that name no points share equally
 * what the others leave of the question's points. If no points are named anywhere, the question is worth 1. Cells that
 * are graded by hand are worth the question's points.
 */
export function withQuestionPoints(parts: readonly Part[], questions: readonly Question[]): Part[] {
  return parts.map((part): Part => {
    const question = questions.find(({ name }) => name === part.question);
    if (!question || (part.role !== "tests" && part.role !== "manual")) return part;
    const mates = parts.filter(({ role, question }) => role === part.role && question === part.question);
    return { ...part, points: part.points ?? shareOf(question, mates) };
  });
}

/** The points of each of a question's cells that names none itself. */
function shareOf({ points, pointsEach }: Question, mates: readonly Part[]): number {
  if (pointsEach !== null) return pointsEach;
  const named = mates.flatMap((mate) => mate.points ?? []);
  const total = points ?? (named.length > 0 ? 0 : 1);
  const left = total - named.reduce((sum, value) => sum + value, 0);
  return Math.max(0, left) / (mates.length - named.length);
}
