import type { Assignment } from "../../src/check/contract";
import type { Course } from "../course/Course";
import { assignmentNamed } from "../engine/chooseAssignment";
import { UsageError } from "./UsageError";

/**
 * The assignments of a course with these slugs, or all of them.
 *
 * @throws UsageError for an unknown slug; the message suggests the nearest ones
 */
export function selectAssignments({ assignments }: Course, slugs: readonly string[]): readonly Assignment[] {
  try {
    return slugs.length === 0 ? assignments : slugs.map((slug) => assignmentNamed(slug, assignments));
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
