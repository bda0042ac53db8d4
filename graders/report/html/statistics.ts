import type { GradedSubmission } from "../../engine/gradeSubmission";
import type { FunctionResult } from "../../engine/results";

/** Statistics of a class, over the submissions that got a score. */
export interface Statistics {
  scores: number[];
  mean: number | null;
  median: number | null;
  fullMarks: number;
  notGradable: number;
  faults: number;
  notHandedIn: number;
  functions: Rate[];
  checks: Rate[];
  misconceptions: { id: string; message: string; count: number }[];
  /** How many students violated each of the assignment's rules. */
  remarks: { id: string; count: number }[];
}

/** How many of the submissions got something right. */
export interface Rate {
  name: string;
  passed: number;
  total: number;
}

/** Reads the submissions only once, and keeps nothing but counts. */
export function statisticsOf(submissions: Iterable<GradedSubmission>): Statistics {
  const scores: number[] = [];
  const functions = new Map<string, Rate>();
  const checks = new Map<string, Rate>();
  const misconceptions = new Map<string, Statistics["misconceptions"][number]>();
  const remarks = new Map<string, number>();
  const counts = { fullMarks: 0, notGradable: 0, faults: 0, notHandedIn: 0 };
  for (const { result } of submissions) {
    if (result.status === "not-gradable") counts.notGradable += 1;
    if (result.status === "grader-fault") counts.faults += 1;
    if (result.status === "not-handed-in") counts.notHandedIn += 1;
    if (result.score === null) continue;
    scores.push(result.score);
    if (result.score === result.maxScore) counts.fullMarks += 1;
    for (const one of result.functions) {
      count(functions, one.name, one.status === "correct");
      for (const { id } of one.remarks ?? []) remarks.set(id, (remarks.get(id) ?? 0) + 1);
      for (const check of one.checks) count(checks, check.id, check.status === "correct");
    }
    for (const [id, message] of misconceptionsIn(result.functions)) {
      misconceptions.set(id, { id, message, count: (misconceptions.get(id)?.count ?? 0) + 1 });
    }
  }
  scores.sort((a, b) => a - b);
  return {
    scores,
    mean: scores.length > 0 ? scores.reduce((sum, score) => sum + score, 0) / scores.length : null,
    median: scores.length > 0 ? (scores[(scores.length - 1) >> 1] + scores[scores.length >> 1]) / 2 : null,
    ...counts,
    functions: [...functions.values()],
    checks: [...checks.values()],
    misconceptions: [...misconceptions.values()].sort(mostFirst),
    remarks: [...remarks].map(([id, count]) => ({ id, count })).sort(mostFirst),
  };
}

function mostFirst(a: { id: string; count: number }, b: { id: string; count: number }): number {
  return b.count - a.count || (a.id < b.id ? -1 : 1);
}

/** The names stay in the order in which they first occur, which is the assignment's. */
function count(rates: Map<string, Rate>, name: string, passed: boolean): void {
  const rate = rates.get(name) ?? { name, passed: 0, total: 0 };
  rates.set(name, { name, passed: rate.passed + (passed ? 1 : 0), total: rate.total + 1 });
}

/** A student with the same misconception in several checks counts once. */
function misconceptionsIn(functions: readonly FunctionResult[]): Map<string, string> {
  const checks = functions.flatMap((one) => one.checks);
  return new Map(checks.flatMap(({ misconception, message }) => (misconception ? [[misconception, message]] : [])));
}
