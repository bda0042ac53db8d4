import type { Assignment } from "../../src/check/contract";
import type { GradedSubmission } from "../engine/gradeSubmission";
import type { Results } from "../engine/results";

/** What every format is made from. Submissions are read one at a time: a class may have thousands. */
export interface Report {
  head: Omit<Results, "submissions">;
  assignment: Assignment;
  /** Of each check, by id. */
  titles: ReadonlyMap<string, string>;
  maxScore: number;
  count: number;
  submissions(): Iterable<GradedSubmission>;
}

export interface ReportFile {
  /** Below the folder for the results. */
  path: string;
  chunks: Iterable<string>;
}

/** One way of writing results down. */
export interface Format {
  name: string;
  /** For --help. */
  description: string;
  files(report: Report): Iterable<ReportFile>;
}
