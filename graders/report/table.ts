import type { FunctionResult, SubmissionResult } from "../engine/results";
import { clip } from "../text/clip";
import { formatPoints } from "./formatScore";
import type { Report } from "./Report";

/** The class as a table for the terminal: points per function, the total, and what there is to say. */
export function formatTable({ head, assignment, submissions }: Report): string {
  const names = assignment.functions.map(({ name }) => name);
  const header = ["student", ...names, "total", "remarks"];
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
    `${assignment.title} (seed ${head.seed}, sandbox ${head.sandbox ?? "node"})`,
    "",
    line(header),
    rule,
    ...rows.map(line),
  ].join("\n");
}

function rowOf(submission: SubmissionResult, names: readonly string[]): string[] {
  const { id, status, score, maxScore, functions, error } = submission;
  if (score === null) {
    const remark = `${status === "not-gradable" ? "not gradable" : "grader fault"}: ${error}`;
    return [id, ...names.map(() => "–"), "–", remark];
  }
  const cells = names.map((name) => {
    const found = functions.find((one) => one.name === name);
    return found ? `${formatPoints(found.points)}${found.followThrough && found.points > 0 ? "*" : " "}` : "–";
  });
  return [id, ...cells, `${formatPoints(score)}/${formatPoints(maxScore)}`, remarksOn(functions)];
}

/** The first thing that is wrong, which is also what to repair first. */
function remarksOn(functions: readonly FunctionResult[]): string {
  const wrong = functions.filter(({ status }) => status !== "correct");
  const followed = functions.some(({ followThrough, points }) => followThrough && points > 0);
  const first = wrong[0]?.checks.find(({ message }) => message !== "");
  const remarks = first ? [`${wrong[0].name}: ${clip(first.message, 100)}`] : [];
  if (wrong.length > 1) remarks.push(`(and ${wrong.length - 1} more)`);
  for (const { name, message } of firstNotes(functions)) remarks.push(`(${name}: ${clip(message, 100)})`);
  if (followed) remarks.push("(* right, given what it calls)");
  return remarks.join(" ");
}

/** Remarks on the code, where nothing is wrong with what it does: one is enough for a line. */
function firstNotes(functions: readonly FunctionResult[]): { name: string; message: string }[] {
  const noted = functions.filter(({ status }) => status === "correct");
  return noted.flatMap(({ name, remarks = [] }) => remarks.map(({ message }) => ({ name, message }))).slice(0, 1);
}
