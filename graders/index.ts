/** The grader as a library: source in, result out. It writes no files and needs no database. */
import { root } from "./course/folderOf";
import { openCourse } from "./course/openCourse";
import { assignmentNamed } from "./engine/chooseAssignment";
import type { GradingOptions } from "./engine/GradingRun";
import { gradeSubmission } from "./engine/gradeSubmission";
import { prepareRun } from "./engine/prepareRun";
import type { SubmissionResult } from "./engine/results";
import { readAs } from "./intake/readAs";
import { bundleLauncher } from "./sandbox/host/bundle";
import { defaultLimits } from "./sandbox/host/limits";
import { startLauncher } from "./sandbox/host/startLauncher";

export type { GradingOptions } from "./engine/GradingRun";
export type { CheckResult, FunctionResult, Results, SubmissionResult } from "./engine/results";

/** Grades any number of sources under the same conditions. Preparing these takes longer than grading one source. */
export interface Grader {
  /**
   * @param source a notebook's JSON, or TypeScript; bytes are read as UTF-8, and refused where they are not
   * @param id the student's
   * @param fileName as it was handed in: its extension tells a notebook from a script, which the source itself does where
   * there is no name
   */
  grade(source: string | Uint8Array, id?: string, fileName?: string): Promise<SubmissionResult>;
  /** Ends the process that starts the others. If this is not called, that process ends with the program. */
  end(): Promise<void>;
}

const defaults: GradingOptions = { hidden: true, seed: 0, limits: defaultLimits, cache: false };

/**
 * @param course the folder of your own course; by default, this package's course
 * @throws Error when there is no such assignment; the message suggests the nearest ones
 */
export async function createGrader(
  slug: string,
  options: Partial<GradingOptions> = {},
  course = root,
): Promise<Grader> {
  const opened = await openCourse(course);
  const assignment = assignmentNamed(slug, opened.assignments);
  const starter = startLauncher(await bundleLauncher());
  const run = await prepareRun(opened, assignment, { ...defaults, ...options }, { starter });
  return {
    async grade(source, id = "submission", fileName) {
      const bytes = typeof source === "string" ? Buffer.from(source) : Buffer.from(source);
      const file = fileName ?? id + extensionFor(bytes);
      return (await gradeSubmission({ id, file }, { extension: readAs(file), load: () => bytes }, run)).result;
    },
    end: () => starter.end(),
  };
}

/** A notebook is JSON. */
function extensionFor(source: Buffer): string {
  return /^\s*\{\s*"/.test(source.toString("latin1", 0, 1000)) ? ".ipynb" : ".ts";
}

/**
 * Grades one submission:
 *
 *     const { score, maxScore } = await grade(readFileSync("ada.ipynb", "utf8"), "logistic-regression");
 *
 * @throws Error when there is no such assignment
 */
export async function grade(
  source: string,
  slug: string,
  options: Partial<GradingOptions> = {},
): Promise<SubmissionResult> {
  const grader = await createGrader(slug, options);
  const result = await grader.grade(source);
  await grader.end();
  return result;
}
