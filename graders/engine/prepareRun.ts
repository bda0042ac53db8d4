import { join } from "node:path";
import { folderOf } from "../../src/builder/folderOf";
import { loadStaff } from "../../src/builder/loadStaff";
import type { Assignment } from "../../src/check/define";
import { bundleReferee, bundleSandbox } from "../sandbox/host/bundle";
import { cacheCode } from "../sandbox/host/cacheCode";
import { defaultLimits } from "../sandbox/host/limits";
import { openReaders } from "../sandbox/host/openReaders";
import type { ReaderPool } from "../sandbox/host/ReaderPool";
import { assembleRun } from "./assembleRun";
import type { GradingOptions, GradingRun } from "./GradingRun";

/**
 * A run from what is in the repository.
 *
 * @param given readers that were opened before, to find out which assignment it is
 * @throws Error when the assignment itself is broken.
 */
export async function prepareRun(
  assignment: Assignment,
  options: GradingOptions,
  given?: ReaderPool,
): Promise<GradingRun> {
  const readers = given ?? (await openReaders(options.limits));
  const staff = await loadStaff(assignment);
  const solution = join(folderOf(assignment), "staff/solution.ts");
  const [sandboxBundle, refereeBundle] = await Promise.all([bundleSandbox(), bundleReferee(solution)]);
  await cacheCode(sandboxBundle, defaultLimits);
  return assembleRun({ assignment, staff, sandboxBundle, refereeBundle, readers }, options);
}
