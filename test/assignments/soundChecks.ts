import { expect } from "vitest";
import { tryOutAll } from "../../graders/authoring/tryOut";
import { loadStaff } from "../../graders/course/loadStaff";
import type { Assignment } from "../../src/check/contract";
import { prepareChecks } from "../../src/check/prepare";
import { ownCourse } from "../ownCourse";

/**
 * Each misconception fails a hidden check, unless it is among `publicAlone`, and a public one, and is named in all that it
 * fails, with each of three seeds.
 */
export async function expectMisconceptionsNamed(assignment: Assignment, publicAlone: string[] = []): Promise<void> {
  const staff = await loadStaff(ownCourse, assignment);
  for (const seed of [2, 3, 4]) {
    const checks = await prepareChecks(assignment, staff, { hidden: true, seed });
    for (const { id, function: name, implementation } of staff.misconceptions) {
      const asked = checks.filter((check) => check.function === name);
      const verdicts = await tryOutAll(asked, name, implementation);
      const failed = verdicts.flatMap(({ failure }, i) => (failure ? { failure, hidden: asked[i].hidden } : []));
      const named = new Set(failed.map(({ failure }) => failure.misconception?.id));
      expect(named, `${id}, seed ${seed}`).toEqual(new Set([id]));
      const kinds = new Set(failed.map(({ hidden }) => hidden));
      expect(kinds, `${id}, seed ${seed}`).toEqual(new Set(publicAlone.includes(id) ? [false] : [false, true]));
    }
  }
}
