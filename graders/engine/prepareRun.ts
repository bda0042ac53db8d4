import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Assignment } from "../../src/check/contract";
import type { Course } from "../course/Course";
import { folderOf, notebookOf } from "../course/folderOf";
import { loadStaff } from "../course/loadStaff";
import { bundleReferee, bundleSandbox } from "../sandbox/host/bundle";
import { cacheCode } from "../sandbox/host/cacheCode";
import { defaultLimits } from "../sandbox/host/limits";
import { openReaders } from "../sandbox/host/openReaders";
import { directStarter } from "../sandbox/host/ProcessStarter";
import { assembleRun } from "./assembleRun";
import type { GradingOptions, GradingRun, Processes } from "./GradingRun";
import { fileAt } from "./readSubmission";

/**
 * A run made from what is in the repository.
 *
 * @param processes already running; without them, the grader itself starts all processes, and an endless loop would
 * outlive a grader that is killed
 * @throws Error when the assignment itself is broken
 */
export async function prepareRun(
  course: Course,
  assignment: Assignment,
  options: GradingOptions,
  processes: Partial<Processes> = {},
): Promise<GradingRun> {
  const { starter = directStarter } = processes;
  const readers = processes.readers ?? (await openReaders(options.limits, starter.launch));
  const staff = await loadStaff(course, assignment);
  const solution = join(folderOf(course, assignment), "staff/solution.ts");
  const [sandboxBundle, refereeBundle] = await Promise.all([
    bundleSandbox(assignment.modules),
    bundleReferee(solution),
  ]);
  await cacheCode(sandboxBundle, defaultLimits, starter.launch, assignment.modules);
  const path = notebookOf(course, assignment);
  // A new assignment may have no notebook yet.
  const notebook = existsSync(path) ? fileAt(path) : null;
  return assembleRun({ assignment, staff, notebook, sandboxBundle, refereeBundle, starter, readers }, options);
}
