import type { Journal } from "../engine/Journal";
import type { SubmissionEntry } from "../engine/SubmissionEntry";

/**
 * A part of a class, with the ids that the class has. Two names that are nearly the same have longer ids there, which
 * cannot be told from one of them.
 *
 * @param journal of the class
 */
export function asInClass(part: readonly SubmissionEntry[], journal: Journal): SubmissionEntry[] {
  const owners = new Map<string, string[]>();
  for (const id of journal.ids) {
    const { file = "" } = journal.aboutOf(id);
    owners.set(file, [...(owners.get(file) ?? []), id]);
  }
  const known = new Set(journal.ids);
  return part.map((entry) => {
    const [owner, ...others] = known.has(entry.id) ? [] : (owners.get(entry.shown ?? "") ?? []);
    return owner === undefined || others.length > 0 ? entry : { ...entry, id: owner };
  });
}
