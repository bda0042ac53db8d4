import type { Assignment } from "../../src/check/define";
import { NotGradable } from "../extract/NotGradable";
import { readSubmission, type Submission } from "../extract/readSubmission";
import { readUnits } from "../extract/readUnits";
import { nearest } from "./nearest";

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
  // Where many are as near, none is.
  const advice = near.length > 2 ? `there are: ${slugs.join(", ")}` : `did you mean ${near.join(" or ")}?`;
  throw new Error(`there is no assignment "${slug}"; ${advice}`);
}

/** What the first of the files that says so is a submission of; null when none does. */
export function detectAssignment(files: readonly string[], assignments: readonly Assignment[]): Assignment | null {
  for (const file of files) {
    const submission = tryRead(file);
    const assignment = submission && assignmentOf(submission, assignments);
    if (assignment) return assignment;
  }
  return null;
}

function tryRead(file: string): Submission | null {
  try {
    return readSubmission(file);
  } catch (error) {
    if (error instanceof NotGradable) return null;
    throw error;
  }
}

/** By the notebook's metadata, else a call of `useAssignment`, else the names of the functions that it declares. */
export function assignmentOf(submission: Submission, assignments: readonly Assignment[]): Assignment | null {
  const source = submission.cells.map((cell) => cell.source).join("\n");
  const used = /\buseAssignment\(\s*["'`]([\w-]+)["'`]/.exec(source)?.[1];
  for (const slug of [submission.declaredAssignment, used]) {
    const named = assignments.find((assignment) => assignment.slug === slug);
    if (named) return named;
  }
  return mostAlike(submission, assignments);
}

/** Names such as `predict` occur in several assignments: the largest share of an assignment's functions decides. */
function mostAlike({ cells }: Submission, assignments: readonly Assignment[]): Assignment | null {
  const declared = new Set(cells.flatMap((cell) => readUnits(cell).units.flatMap(({ names }) => names)));
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
