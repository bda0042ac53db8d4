import type { Assignment } from "../../src/check/contract";
import { inLanguage } from "../../src/words/language";
import type { Locale } from "../../src/words/locale";
import { said } from "../../src/words/Saying";
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
 * @param lang in which to say why it cannot be read
 * @throws UsageError when the assignment is unknown, or cannot be detected from the submission
 */
export async function assignmentFor(
  assignments: readonly Assignment[],
  slug: string | undefined,
  entry: SubmissionEntry,
  readers: ReaderPool,
  lang: Locale = "en",
): Promise<Assignment> {
  if (slug !== undefined) return namedAssignment(slug, assignments);
  const file = { ...fileAt(entry.file), ...(entry.extension ? { extension: entry.extension } : {}) };
  try {
    const detected = await detectAssignment(file, assignments, readers);
    if (detected) return detected;
  } catch (error) {
    // When the file cannot be read, naming the assignment would not help.
    if (!(error instanceof NotGradable)) throw error;
    const { reason } = error;
    const name = entry.shown ?? entry.file;
    throw new UsageError(inLanguage(lang, () => words.learnerCheck.unreadable(name, said(reason))));
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
