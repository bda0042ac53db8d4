import type { CodeExcerpt, GradedSubmission } from "../../engine/gradeSubmission";
import { statusOf } from "../../engine/judgeFunction";
import { round, sum } from "../../engine/points";
import type { FunctionResult } from "../../engine/results";

/** A verdict as its own learner is told it. It is made from nothing but what learners may know. */
export interface LearnerVerdict {
  status: "graded" | "not-gradable";
  /** Why it is not gradable; continues the file's name. */
  error?: string;
  /** Of the checks that are shown; null when it is not gradable. */
  points: number | null;
  maxPoints: number;
  /** Those that checks are shown of. Nothing in them counts the others. */
  functions: FunctionResult[];
  code: CodeExcerpt[];
}

/**
 * The public checks of a verdict; once marks are released, all of them, with the points that staff gave functions.
 *
 * @param given by function
 */
export function learnerVerdict(
  { result, code }: Pick<GradedSubmission, "result" | "code">,
  isReleased: boolean,
  given: ReadonlyMap<string, number> = new Map(),
): LearnerVerdict {
  const { status, error } = result;
  if (status !== "graded")
    return { status: "not-gradable", error, points: null, maxPoints: 0, functions: [], code: [] };
  const functions = result.functions
    .map((one) => (isReleased ? { ...one, points: given.get(one.name) ?? one.points } : publicOf(one)))
    .filter(({ checks }) => checks.length > 0);
  return {
    status,
    points: round(sum(functions.map(({ points }) => points))),
    maxPoints: round(sum(functions.map(({ maxPoints }) => maxPoints))),
    functions,
    code: code.map(({ name, place, source }) => ({ name, place, source })),
  };
}

function publicOf({ name, status, followThrough, checks, remarks }: FunctionResult): FunctionResult {
  const shown = checks.filter(({ hidden }) => !hidden);
  return {
    name,
    status: status === "not-defined" ? status : statusOf(shown),
    points: round(sum(shown.map(({ points }) => points))),
    maxPoints: round(sum(shown.map(({ maxPoints }) => maxPoints))),
    followThrough,
    checks: shown,
    ...(remarks ? { remarks } : {}),
  };
}
