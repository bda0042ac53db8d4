import type { GradedSubmission } from "../../../graders/engine/gradeSubmission";
import type { CheckResult, FunctionResult, FunctionStatus, SubmissionResult } from "../../../graders/engine/results";
import type { Report } from "../../../graders/report/Report";

const rule = { id: "f.vectorized", message: "It loops over `examples`.", loopDepth: 0 };
const statuses: FunctionStatus[] = ["correct", "partial", "incorrect", "not-implemented", "not-defined"];

/** One function for each status, and everything that can be said of one. */
const functions: FunctionResult[] = statuses.map((status, i) => {
  const checkStatus = status === "not-defined" ? "not-implemented" : status;
  const check = (id: string, more: Partial<CheckResult>): CheckResult => ({
    id: `f${i}.${id}`,
    status: checkStatus,
    points: status === "correct" ? 5 : status === "partial" ? 2.5 : 0,
    maxPoints: 5,
    hidden: false,
    message: status === "correct" ? "" : "`f(x)` has shape (3, 1), expected (1, 3).",
    ...more,
  });
  return {
    name: `f${i}`,
    status,
    points: status === "correct" ? 10 : status === "partial" ? 5 : 0,
    maxPoints: 10,
    followThrough: status === "partial",
    checks: [check("a", {}), check("b", { hidden: true, misconception: "forgot-b" })],
    ...(i < 2 ? { remarks: [rule] } : {}),
  };
});

const source = `/** Doubles. @param x a number */
function f(x: number): string { // a comment
  const lines = [1, 2.5, 0xff].map((n) => \`\${n} "text"\`);
  return lines.join("a long line, which is wider than any page, so that the box with the code has to scroll sideways to show all of it");
}`;

const base = { sha256: null, maxScore: 50, durationMs: 1 };
const without = { ...base, score: null, functions: [] };
const results: SubmissionResult[] = [
  { ...base, id: "ada", file: "ada.ts", status: "graded", score: 15, functions },
  {
    ...base,
    id: "410002",
    name: "ليلى حداد",
    late: true,
    attempt: 2,
    file: "ليلى/a.ts",
    status: "graded",
    score: 50,
    functions,
  },
  { ...without, id: "ben", file: "ben.ipynb", status: "not-gradable", error: "is empty (0 bytes)" },
  { ...without, id: "cleo", file: "cleo.ts", status: "grader-fault", error: "the disk is full" },
  { ...without, id: "dan", name: "Dan", status: "not-handed-in" },
];
const code = functions.map(({ name }) => ({ name, place: { cell: 2, line: 3 }, source }));

/** The graded submissions of a made-up class, in which everything occurs that a page can show. */
export const sampleClass: GradedSubmission[] = results.map((result) => ({
  result,
  code: result.status === "graded" ? code : [],
}));

export const sampleReport: Report = {
  head: {
    schema: "nablab.results/1",
    assignment: "a",
    seed: 1,
    versions: { nablab: "1", node: "2" },
    sandbox: "bwrap",
  },
  assignment: {
    number: 1,
    slug: "a",
    title: "A made-up assignment",
    functions: functions.map(({ name }) => ({ name, points: 10, rules: [rule] })),
    checks: [],
    recorded: {},
  },
  titles: new Map(functions.flatMap(({ checks }) => checks.map(({ id }) => [id, `the title of ${id}`]))),
  maxScore: 50,
  count: results.length,
  submissions: () => sampleClass,
};
