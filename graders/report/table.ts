import stringWidth from "string-width";
import { words } from "../../src/words/words";
import type { FunctionResult, SubmissionResult } from "../engine/results";
import { clip } from "../text/clip";
import { clipWidth } from "../text/clipWidth";
import { enclosed } from "../text/enclosed";
import { forTerminal } from "../text/forTerminal";
import { wrapItems } from "../text/wrapItems";
import { formatPoints, formatScore } from "./formatScore";
import type { Report } from "./Report";
import { studentLabel } from "./studentLabel";

const texts = words.report.table;

/** What stands between two columns. */
const gap = "  ";

/** The student and the first problem can be cut; with less than this, they say too little. */
const leastText = 20;

/** Columns of which the first and the last are text, and those between them figures. */
interface Table {
  header: readonly string[];
  rows: readonly (readonly string[])[];
  /** Lines below it. */
  legend: readonly string[];
}

/**
 * The class as a table for the terminal: points per function, the total, and the first problem or remark.
 *
 * @param width of the terminal; no line is wider. Where functions' names leave too little room for the rest, their
 * numbers stand for them, and where these do too, only the total is shown.
 */
export function formatTable(report: Report, width = Number.POSITIVE_INFINITY): string {
  const { head, assignment, submissions } = report;
  const names = assignment.functions.map(({ name }) => name);
  const rows = Array.from(submissions(), ({ result }) => rowOf(result, names));
  const caption = texts.caption(assignment.title, head.seed, head.sandbox ?? "node").split(" ");
  const lines = linesOf(chooseTable(names, rows, width), width);
  return [...wrapItems(caption, " ", width), "", ...lines].map((line) => clipWidth(line, width)).join("\n");
}

/** The first that fits, of three that say less and less. */
function chooseTable(names: readonly string[], rows: Table["rows"], width: number): Table {
  const withHeader = (...middle: string[]): string[] => [texts.student, ...middle, texts.total, texts.firstProblem];
  const full: Table = { header: withHeader(...names), rows, legend: [] };
  if (fits(full, width)) return full;
  const numbers = names.map((_, i) => String(i + 1));
  const legend = wrapItems(
    names.map((name, i) => `${numbers[i]} ${name}`),
    ", ",
    width,
  );
  const numbered: Table = { header: withHeader(...numbers), rows, legend: ["", ...legend] };
  if (fits(numbered, width)) return numbered;
  return { header: withHeader(), rows: rows.map((row) => [row[0], ...row.slice(-2)]), legend: [] };
}

function widthsOf({ header, rows }: Table): number[] {
  return header.map((title, i) => rows.reduce((most, row) => Math.max(most, stringWidth(row[i])), title.length));
}

/** What all columns but the two texts take, and all gaps. */
function widthOfFigures(widths: readonly number[]): number {
  const figures = widths.slice(1, -1).reduce((sum, width) => sum + width, 0);
  return figures + gap.length * (widths.length - 1);
}

function fits(table: Table, width: number): boolean {
  const widths = widthsOf(table);
  const texts = [widths[0], widths[widths.length - 1]].map((one) => Math.min(one, leastText));
  return widthOfFigures(widths) + texts[0] + texts[1] <= width;
}

function linesOf(table: Table, width: number): string[] {
  const { header, rows, legend } = table;
  const widths = widthsOf(table);
  const last = widths.length - 1;
  const room = width - widthOfFigures(widths);
  // Either text may use what the other one leaves.
  widths[0] = Math.max(1, Math.min(widths[0], Math.max(Math.floor(room / 2), room - widths[last])));
  widths[last] = Math.max(0, Math.min(widths[last], room - widths[0]));
  const text = (cell: string, i: number): string => {
    const clipped = clipWidth(cell, widths[i]);
    // What goes into a file or to a program has no need for marks of the writing direction.
    return padEnd(Number.isFinite(width) ? enclosed(clipped) : clipped, widths[i]);
  };
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) => (i === 0 || i === last ? text(cell, i) : padStart(cell, widths[i])))
      .join(gap)
      .trimEnd();
  const titles = line(header);
  return [titles, "─".repeat(stringWidth(titles)), ...rows.map(line), ...legend];
}

function padEnd(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - stringWidth(text)));
}

function padStart(text: string, width: number): string {
  return " ".repeat(Math.max(0, width - stringWidth(text))) + text;
}

function rowOf(submission: SubmissionResult, names: readonly string[]): string[] {
  const { score, maxScore, functions } = submission;
  const student = forTerminal(studentLabel(submission));
  if (score === null) {
    return [student, ...names.map(() => "–"), "–", forTerminal(formatScore(submission))];
  }
  const cells = names.map((name) => {
    const found = functions.find((one) => one.name === name);
    return found ? `${formatPoints(found.points)}${found.followThrough && found.points > 0 ? "*" : " "}` : "–";
  });
  return [student, ...cells, `${formatPoints(score)}/${formatPoints(maxScore)}`, forTerminal(problemsIn(functions))];
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
