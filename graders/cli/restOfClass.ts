import { words } from "../../src/words/words";
import type { Journal } from "../engine/Journal";
import type { SubmissionEntry } from "../engine/SubmissionEntry";
import { foldName } from "../text/foldName";
import { UsageError } from "./UsageError";

/** The students whose results a folder holds, and whom a run has not found. */
export interface RestOfClass {
  /** They stay: the run has not looked where they were. */
  kept: string[];
  /** The run has looked where they were, and they are not there any more. */
  gone: string[];
  /** What they handed in is there, under another id: a roster may say more than a file's name. */
  renamed: string[];
}

/** @param source where the run has looked, see Source; null if it has not looked everywhere there */
export function restOfClass(journal: Journal, entries: readonly SubmissionEntry[], source: string | null): RestOfClass {
  const found = new Set(entries.map(({ id }) => id));
  const rest = journal.ids.filter((id) => !found.has(id)).sort();
  const isGone = (id: string): boolean => source !== null && journal.sourceOf(id) === source;
  const files = new Set(entries.map(({ shown }) => shown));
  const isRenamed = (id: string): boolean => files.has(journal.aboutOf(id).file);
  return {
    kept: rest.filter((id) => !isGone(id)),
    gone: rest.filter((id) => isGone(id) && !isRenamed(id)),
    renamed: rest.filter((id) => isGone(id) && isRenamed(id)),
  };
}

/**
 * Ids that a person or a system could confuse are told apart only when they come in one run.
 *
 * @throws UsageError when one that was found and one that is kept are such a pair
 */
export function refuseAlike(entries: readonly SubmissionEntry[], kept: readonly string[], folder: string): void {
  const folded = new Map(kept.map((id) => [foldName(id), id]));
  for (const { id } of entries) {
    const other = folded.get(foldName(id));
    if (other !== undefined) throw new UsageError(words.commands.grade.alike(id, other, folder));
  }
}
