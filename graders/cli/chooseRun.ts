import { assignments } from "../../src/assignments";
import type { Assignment } from "../../src/check/define";
import { assignmentNamed, detectAssignment } from "../engine/chooseAssignment";
import { type FoundSubmissions, findSubmissions } from "../engine/findSubmissions";
import { UsageError } from "./UsageError";

/** @throws UsageError when there is nothing to grade */
export function submissionsAt(paths: readonly string[]): FoundSubmissions {
  const found = asUsage(() => findSubmissions(paths));
  if (found.entries.length === 0) {
    throw new UsageError(
      `no submission in ${paths.join(", ")}: expected <student>.ipynb, <student>.ts or <student>/<file>`,
    );
  }
  return found;
}

/** @throws UsageError when the assignment is unknown, or cannot be told from the submissions */
export function assignmentFor(slug: string | undefined, files: readonly string[]): Assignment {
  if (slug !== undefined) return asUsage(() => assignmentNamed(slug, assignments));
  const detected = detectAssignment(files, assignments);
  if (detected) return detected;
  const slugs = assignments.map((assignment) => assignment.slug).join(", ");
  throw new UsageError(`cannot tell which assignment this is; name it with --assignment (${slugs})`);
}

function asUsage<T>(attempt: () => T): T {
  try {
    return attempt();
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
