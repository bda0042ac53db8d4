import { assignments } from "../../src/assignments";
import type { Assignment } from "../../src/check/define";
import { assignmentNamed, detectAssignment } from "../engine/chooseAssignment";
import {
  type FoundSubmissions,
  findSubmissions,
  isSubmissionName,
  type SubmissionEntry,
} from "../engine/findSubmissions";
import { NotGradable } from "../extract/NotGradable";
import { readSubmission } from "../extract/readSubmission";
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

/** @throws UsageError when there is not exactly one submission, or it is no notebook and no script */
export function submissionAt(file: string): SubmissionEntry {
  const { entries } = submissionsAt([file]);
  if (entries.length > 1) throw new UsageError(`${file} holds ${entries.length} submissions; name one file`);
  const [entry] = entries;
  if (!entry.problem && !isSubmissionName(entry.file)) {
    throw new UsageError(`${file} is neither a notebook (.ipynb) nor a TypeScript file (.ts)`);
  }
  return entry;
}

/** @throws UsageError when the assignment is unknown, or cannot be told from the submissions */
export function assignmentFor(slug: string | undefined, files: readonly string[]): Assignment {
  if (slug !== undefined) return asUsage(() => assignmentNamed(slug, assignments));
  const detected = detectAssignment(files, assignments);
  if (detected) return detected;
  if (files.length === 1) refuseUnreadable(files[0]);
  const slugs = assignments.map((assignment) => assignment.slug).join(", ");
  throw new UsageError(`cannot tell which assignment this is; name it with --assignment (${slugs})`);
}

/** Of a file that cannot be read, that is what to say: naming the assignment would not help. */
function refuseUnreadable(file: string): void {
  try {
    readSubmission(file);
  } catch (error) {
    if (error instanceof NotGradable) throw new UsageError(`${file} ${error.message}`);
    throw error;
  }
}

function asUsage<T>(attempt: () => T): T {
  try {
    return attempt();
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
