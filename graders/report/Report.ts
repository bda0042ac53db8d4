import type { Assignment } from "../../src/check/contract";
import type { GradedSubmission } from "../engine/gradeSubmission";
import type { Results } from "../engine/results";
import type { Tongue } from "../engine/Tongue";

/** What every format is made from. Submissions are read one at a time: a class may have thousands. */
export interface Report {
  head: Omit<Results, "submissions">;
  assignment: Assignment;
  /** The title of each check, by id. */
  titles: ReadonlyMap<string, string>;
  /** The language of students' own pages, if it is another than English. */
  tongue?: Tongue;
  /** What the assignment is called where the marks go; by default as here. */
  title?: string;
  maxScore: number;
  /** Whether results have marks, as those of a gradebook do. */
  marked?: boolean;
  count: number;
  submissions(): Iterable<GradedSubmission>;
}

export interface ReportFile {
  /** The path below the folder for the results. */
  path: string;
  chunks: Iterable<string>;
}

/** A format in which results can be written. */
export interface Format {
  name: string;
  /** For --help. */
  description: string;
  files(report: Report): Iterable<ReportFile>;
  /** The path of a student's own page. */
  pageOf?(id: string): string;
  /** The ids of students with a score whom the format cannot name. */
  leavesOut?(report: Report): string[];
}
