import { words } from "../../src/words/words";
import type { FunctionResult, SubmissionResult } from "../engine/results";
import { clip } from "../text/clip";
import { formatPoints, formatScore } from "./formatScore";
import type { Report } from "./Report";

const texts = words.report.table;

/** The class as a table for the terminal: points per function, the total, and the first problem or remark. */
export function formatTable({ head, assignment, submissions }: Report): string {
  const names = assignment.functions.map(({ name }) => name);
  const header = [texts.student, ...names, texts.total, texts.firstProblem];
  const rows = Array.from(submissions(), ({ result }) => rowOf(result, names));
  const widths = header.map((title, i) => rows.reduce((width, row) => Math.max(width, row[i].length), title.length));
  const last = header.length - 1;
  const line = (row: readonly string[]): string =>
    row
      .map((text, i) => (i === 0 || i === last ? text.padEnd(widths[i]) : text.padStart(widths[i])))
      .join("  ")
      .trimEnd();
  const rule = "─".repeat(line(header.map((_, i) => "x".repeat(i === last ? header[last].length : widths[i]))).length);
  return [
    texts.caption(assignment.title, head.seed, head.sandbox ?? "node"),
    "",
    line(header),
    rule,
    ...rows.map(line),
  ].join("\n");
}

function rowOf(submission: SubmissionResult, names: readonly string[]): string[] {
  const { id, score, maxScore, functions } = submission;
  if (score === null) {
    return [id, ...names.map(() => "–"), "–", formatScore(submission)];
  }
  const cells = names.map((name) => {
    const found = functions.find((one) => one.name === name);
    return found ? `${formatPoints(found.points)}${found.followThrough && found.points > 0 ? "*" : " "}` : "–";
  });
  return [id, ...cells, `${formatPoints(score)}/${formatPoints(maxScore)}`, problemsIn(functions)];
}

/** The first problem, which is also the first one to fix. */
function problemsIn(functions: readonly FunctionResult[]): string {
  const wrong = functions.filter(({ status }) => status !== "correct");
  const followed = functions.some(({ followThrough, points }) => followThrough && points > 0);
  const first = wrong[0]?.checks.find(({ message }) => message !== "");
  const said = first ? [`${wrong[0].name}: ${clip(first.message, 100)}`] : [];
  if (wrong.length > 1) said.push(texts.more(wrong.length - 1));
  for (const { name, message } of firstRemark(functions)) said.push(`(${name}: ${clip(message, 100)})`);
  if (followed) said.push(texts.followThrough);
  return said.join(" ");
}

/** The first remark on code that does nothing wrong; one is enough for a line. */
function firstRemark(functions: readonly FunctionResult[]): { name: string; message: string }[] {
  const correct = functions.filter(({ status }) => status === "correct");
  return correct.flatMap(({ name, remarks = [] }) => remarks.map(({ message }) => ({ name, message }))).slice(0, 1);
}
