import type { GradingRun, Processes } from "../../../engine/GradingRun";
import { prepareRun } from "../../../engine/prepareRun";
import type { RunRow } from "../../../gradebook/schema";
import type { Limits } from "../../../sandbox/host/limits";
import { openReaders } from "../../../sandbox/host/openReaders";
import type { ReaderPool } from "../../../sandbox/host/ReaderPool";
import { namedAssignment } from "../../assignmentFor";
import { courseInUse } from "../../courseInUse";

/**
 * The grader for a run of a gradebook: with its seed, and the hidden checks.
 *
 * @param readers already running, if they are
 */
export async function prepareBookRun(
  { slug, seed }: RunRow,
  limits: Limits,
  starter: Processes["starter"],
  readers?: ReaderPool,
): Promise<GradingRun> {
  const course = await courseInUse();
  const assignment = namedAssignment(slug, course.assignments);
  const processes = { starter, readers: readers ?? (await openReaders(limits, starter.launch)) };
  return prepareRun(course, assignment, { hidden: true, seed, limits, cache: true }, processes);
}
