import type { Assignment } from "../../src/check/contract";
import { words } from "../../src/words/words";
import type { Survey } from "../extract/Reading";
import type { ReaderPool } from "../sandbox/host/ReaderPool";
import { nearest } from "./nearest";
import { type SubmittedFile, surveySubmission } from "./readSubmission";

/**
 * The assignment with this slug.
 *
 * @throws Error that suggests the nearest slugs when there is none
 */
export function assignmentNamed(slug: string, assignments: readonly Assignment[]): Assignment {
  const found = assignments.find((assignment) => assignment.slug === slug);
  if (found) return found;
  const slugs = assignments.map((assignment) => assignment.slug);
  const near = nearest(slug, slugs);
  // When many are equally near, none is worth suggesting.
  const { unknownAssignment, unknownAssignmentAmong } = words.engine;
  throw new Error(near.length > 2 ? unknownAssignmentAmong(slug, slugs) : unknownAssignment(slug, near));
}

/**
 * The assignment that a file belongs to; null when it does not tell.
 *
 * @throws NotGradable when it cannot be read; the message says why
 * @throws Error when no reader can be started, which is a problem of the machine
 */
export async function detectAssignment(
  file: SubmittedFile,
  assignments: readonly Assignment[],
  readers: ReaderPool,
): Promise<Assignment | null> {
  const names = assignments.flatMap(({ functions }) => functions.map(({ name }) => name));
  return assignmentOf(await surveySubmission(file, names, readers), assignments);
}

/** Goes by the notebook's metadata, else by a call of `useAssignment`, else by the functions that it declares. */
export function assignmentOf(survey: Survey, assignments: readonly Assignment[]): Assignment | null {
  for (const slug of [survey.declaredAssignment, survey.usedAssignment]) {
    const named = assignments.find((assignment) => assignment.slug === slug);
    if (named) return named;
  }
  return mostAlike(survey, assignments);
}

/** Names such as `predict` occur in several assignments, so the one with the largest share of its functions wins. */
function mostAlike({ declares }: Survey, assignments: readonly Assignment[]): Assignment | null {
  const declared = new Set(declares);
  let best: Assignment | null = null;
  let bestShare = 0;
  for (const assignment of assignments) {
    const known = assignment.functions.filter(({ name }) => declared.has(name));
    const share = known.length / assignment.functions.length;
    if (share > bestShare) {
      best = assignment;
      bestShare = share;
    }
  }
  return best;
}
