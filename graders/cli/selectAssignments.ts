import { assignments } from "../../src/assignments";
import type { Assignment } from "../../src/check/contract";
import { assignmentNamed } from "../engine/chooseAssignment";
import { UsageError } from "./UsageError";

/**
 * The assignments with these slugs, or all of them.
 *
 * @throws UsageError for an unknown slug, with the nearest ones
 */
export function selectAssignments(slugs: readonly string[]): Assignment[] {
  try {
    return slugs.length === 0 ? assignments : slugs.map((slug) => assignmentNamed(slug, assignments));
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
