import type { FunctionResult, Results, SubmissionResult } from "../../engine/results";

/** Figures of a class, over the submissions that got a score. */
export interface Statistics {
  scores: number[];
  mean: number | null;
  median: number | null;
  fullMarks: number;
  notGradable: number;
  faults: number;
  functions: Rate[];
  checks: Rate[];
  misconceptions: { id: string; message: string; count: number }[];
}

/** How many of the submissions got something right. */
export interface Rate {
  name: string;
  passed: number;
  total: number;
}

export function statisticsOf({ submissions }: Results): Statistics {
  const graded = submissions.filter(({ score }) => score !== null);
  const scores = graded.flatMap(({ score }) => (score === null ? [] : [score])).sort((a, b) => a - b);
  const functions = graded.flatMap((submission) => submission.functions);
  return {
    scores,
    mean: scores.length > 0 ? scores.reduce((sum, score) => sum + score, 0) / scores.length : null,
    median: scores.length > 0 ? (scores[(scores.length - 1) >> 1] + scores[scores.length >> 1]) / 2 : null,
    fullMarks: graded.filter(({ score, maxScore }) => score === maxScore).length,
    notGradable: submissions.filter(({ status }) => status === "not-gradable").length,
    faults: submissions.filter(({ status }) => status === "grader-fault").length,
    functions: rates(functions.map(({ name, status }) => ({ name, passed: status === "correct" }))),
    checks: rates(
      functions.flatMap(({ checks }) => checks.map(({ id, status }) => ({ name: id, passed: status === "correct" }))),
    ),
    misconceptions: misconceptionsIn(graded),
  };
}

/** In the order in which the names first occur: the assignment's. */
function rates(outcomes: readonly { name: string; passed: boolean }[]): Rate[] {
  const byName = new Map<string, Rate>();
  for (const { name, passed } of outcomes) {
    const rate = byName.get(name) ?? { name, passed: 0, total: 0 };
    byName.set(name, { name, passed: rate.passed + (passed ? 1 : 0), total: rate.total + 1 });
  }
  return [...byName.values()];
}

/** Most frequent first; a student who meets the same one in several checks counts once. */
function misconceptionsIn(submissions: readonly SubmissionResult[]): Statistics["misconceptions"] {
  const found = new Map<string, { id: string; message: string; count: number }>();
  for (const { functions } of submissions) {
    for (const [id, message] of ownMisconceptions(functions)) {
      const known = found.get(id) ?? { id, message, count: 0 };
      found.set(id, { ...known, count: known.count + 1 });
    }
  }
  return [...found.values()].sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
}

function ownMisconceptions(functions: readonly FunctionResult[]): Map<string, string> {
  const checks = functions.flatMap((one) => one.checks);
  return new Map(checks.flatMap(({ misconception, message }) => (misconception ? [[misconception, message]] : [])));
}
