import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Assignment } from "../../src/check/define";
import type { SubmissionEntry } from "../engine/findSubmissions";
import { type GradingOptions, prepareRun } from "../engine/GradingRun";
import { gradeAll } from "../engine/gradeAll";
import type { GradedSubmission } from "../engine/gradeSubmission";
import type { Results } from "../engine/results";
import { classReport } from "../report/html/classReport";
import { formatTable } from "../report/table";
import { Progress } from "./Progress";
import { version } from "./version";

export interface ClassOptions extends GradingOptions {
  jobs: number;
  /** Folder for the files; null writes JSON to the terminal instead, or nothing. */
  out: string | null;
  formats: readonly ("json" | "html")[];
  /** Whether to show a table on the terminal. */
  table: boolean;
}

/** Grades, reports, and returns how many submissions got no verdict through a fault of ours. */
export async function gradeClass(
  entries: readonly SubmissionEntry[],
  assignment: Assignment,
  options: ClassOptions,
): Promise<number> {
  const { jobs, out, formats, table, seed } = options;
  const run = await prepareRun(assignment, options);
  const progress = new Progress(entries.length);
  const graded: GradedSubmission[] = new Array(entries.length);
  await gradeAll(entries, run, jobs, (one, index) => {
    graded[index] = one;
    progress.advance(one.result);
  });
  progress.end();

  const results: Results = {
    schema: "nablab.results/1",
    assignment: assignment.slug,
    seed,
    versions: { nablab: version, node: process.version },
    submissions: graded.map(({ result }) => result),
  };
  if (table) console.log(formatTable(results, assignment));
  if (out !== null) writeFiles(out, formats, results, () => classReport(results, run, graded));
  else if (!table) console.log(JSON.stringify(results, null, 2));
  return results.submissions.filter(({ status }) => status === "grader-fault").length;
}

function writeFiles(out: string, formats: readonly string[], results: Results, html: () => string): void {
  mkdirSync(out, { recursive: true });
  if (formats.includes("json")) writeFileSync(join(out, "results.json"), `${JSON.stringify(results, null, 2)}\n`);
  if (formats.includes("html")) writeFileSync(join(out, "report.html"), html());
}
