import { words } from "../../src/words/words";
import type { Journal } from "../engine/Journal";
import type { SubmissionEntry } from "../engine/SubmissionEntry";
import type { Learner } from "../intake/Learner";
import { foldName } from "../text/foldName";
import { UsageError } from "./UsageError";

/** The students whose results a folder holds, and whom a run does not name. */
export interface RestOfClass {
  /** They stay: the run has not looked where they were. */
  kept: string[];
  /** The run has looked where they were, and they are not there any more. */
  gone: string[];
}

/** What a run has found. */
export interface FoundClass {
  entries: readonly SubmissionEntry[];
  /** Those on the roster who handed nothing in; null without a roster. */
  absent: readonly Learner[] | null;
  /** Where it has looked, see Source; null if it has not looked everywhere there. */
  source: string | null;
}

/** Nobody is absent from a class of which the run has seen a part: what they handed in may be in another one. */
export function restOfClass(journal: Journal, { entries, absent, source }: FoundClass): RestOfClass {
  const isHere = (id: string): boolean => source !== null && journal.sourceOf(id) === source;
  const found = new Set(entries.map(({ id }) => id));
  const listed = new Set(absent?.map(({ id }) => id));
  const isNamed = (id: string): boolean => found.has(id) || (listed.has(id) && (isHere(id) || journal.isAbsent(id)));
  const rest = journal.ids.filter((id) => !isNamed(id)).sort();
  const isGone = (id: string): boolean => isHere(id) && (!journal.isAbsent(id) || absent !== null);
  return { kept: rest.filter((id) => !isGone(id)), gone: rest.filter(isGone) };
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
