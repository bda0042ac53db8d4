import type { Assignment } from "../../src/check/contract";
import type { Course } from "./Course";
import { loadStaff } from "./loadStaff";

/** The titles of all checks of an assignment, public and hidden, by id. */
export async function titlesOf(course: Course, assignment: Assignment): Promise<Map<string, string>> {
  const { hiddenChecks } = await loadStaff(course, assignment);
  return new Map([...assignment.checks, ...hiddenChecks].map(({ id, title }) => [id, title]));
}
