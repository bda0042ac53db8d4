import { aboutOf } from "../engine/About";
import type { Journal } from "../engine/Journal";
import type { Learner } from "../intake/Learner";

interface Others {
  /** The ids of those who handed something in. */
  present: readonly string[];
  /** The ids of those whose results stay, from other places. */
  kept: readonly string[];
}

/**
 * Notes what the roster says of those of whom a run has found nothing. Returns the ids of those who have handed nothing
 * in.
 *
 * @param source where the run has looked, see Source
 */
export function noteAbsent(
  absent: readonly Learner[],
  { present, kept }: Others,
  journal: Journal,
  source: string,
  maxScore: number,
): string[] {
  const [found, elsewhere] = [new Set(present), new Set(kept)];
  const missing: string[] = [];
  for (const learner of absent.filter(({ id }) => !found.has(id))) {
    const { id } = learner;
    const before = journal.aboutOf(id);
    if (elsewhere.has(id)) {
      const about = aboutOf({ ...before, ...learner });
      journal.note({ note: "seen", id, source: journal.sourceOf(id) ?? source, about });
    } else {
      journal.note({ note: "absent", id, source, maxScore, about: aboutOf(learner) });
      missing.push(id);
    }
  }
  return missing;
}
