import { join } from "node:path";
import { folderOf } from "../../src/builder/folderOf";
import { loadStaff } from "../../src/builder/loadStaff";
import type { Assignment } from "../../src/check/define";
import { bundleReferee, bundleSandbox } from "../sandbox/host/bundle";
import { cacheCode } from "../sandbox/host/cacheCode";
import { defaultLimits } from "../sandbox/host/limits";
import { directStarter, type ProcessStarter } from "../sandbox/host/ProcessStarter";
import { assembleRun } from "./assembleRun";
import type { GradingOptions, GradingRun } from "./GradingRun";

/**
 * A run from what is in the repository.
 *
 * @param starter starts its processes; without one, the grader itself does, and a loop would outlive a grader that is killed
 * @throws Error when the assignment itself is broken
 */
export async function prepareRun(
  assignment: Assignment,
  options: GradingOptions,
  starter: ProcessStarter = directStarter,
): Promise<GradingRun> {
  const staff = await loadStaff(assignment);
  const solution = join(folderOf(assignment), "staff/solution.ts");
  const [sandboxBundle, refereeBundle] = await Promise.all([bundleSandbox(), bundleReferee(solution)]);
  await cacheCode(sandboxBundle, defaultLimits, starter.launch);
  return assembleRun({ assignment, staff, sandboxBundle, refereeBundle, starter }, options);
}
