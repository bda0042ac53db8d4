import type { Assignment } from "../../src/check/contract";
import { words } from "../../src/words/words";
import { assignmentNamed, detectAssignment } from "../engine/chooseAssignment";
import { fileAt } from "../engine/readSubmission";
import type { SubmissionEntry } from "../engine/SubmissionEntry";
import { NotGradable } from "../extract/NotGradable";
import type { ReaderPool } from "../sandbox/host/ReaderPool";
import { UsageError } from "./UsageError";

const say = words.commands.choose;

/**
 * The assignment of a single submission.
 *
 * @throws UsageError when the assignment is unknown, or cannot be detected from the submission
 */
export async function assignmentFor(
  assignments: readonly Assignment[],
  slug: string | undefined,
  entry: SubmissionEntry,
  readers: ReaderPool,
): Promise<Assignment> {
  if (slug !== undefined) return namedAssignment(slug, assignments);
  const file = { ...fileAt(entry.file), ...(entry.extension ? { extension: entry.extension } : {}) };
  try {
    const detected = await detectAssignment(file, assignments, readers);
    if (detected) return detected;
  } catch (error) {
    // When the file cannot be read, naming the assignment would not help.
    if (error instanceof NotGradable) throw new UsageError(`${entry.shown ?? entry.file} ${error.message}`);
    throw error;
  }
  throw new UsageError(say.unknownAssignment(assignments.map((assignment) => assignment.slug)));
}

/** @throws UsageError that suggests the nearest slugs when there is none */
export function namedAssignment(slug: string, assignments: readonly Assignment[]): Assignment {
  try {
    return assignmentNamed(slug, assignments);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
