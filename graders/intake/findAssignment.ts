import type { Assignment } from "../../src/check/contract";
import type { Arrival } from "./Arrival";
import { candidatesIn } from "./candidates";
import type { HandIn } from "./HandIn";
import type { Teller } from "./Surveyor";

/** Which assignment a class has handed in, or why that has to be asked. */
export type Finding =
  | { kind: "found"; assignment: Assignment }
  /** No file tells. */
  | { kind: "unknown" }
  /** As many learners handed in one as another. */
  | { kind: "tie"; counts: { slug: string; learners: number }[] }
  /** Only the names of functions tell, and nobody defines half of the assignment's. */
  | { kind: "mostly-missing"; assignment: Assignment; defined: number };

/**
 * The assignment of most learners. Everybody has one vote: what a file says of itself counts, or else what its functions
 * are called. Whoever hands in files of several assignments votes for the one with the most work in it.
 */
export async function findAssignment(
  handIns: readonly HandIn[],
  assignments: readonly Assignment[],
  teller: Teller,
): Promise<Finding> {
  const votes = (await Promise.all(handIns.map((one) => voteOf(candidatesIn(one), assignments, teller)))).flat();
  const counts = assignments
    .map((assignment) => ({ assignment, learners: votes.filter((vote) => vote.assignment === assignment).length }))
    .filter(({ learners }) => learners > 0)
    .sort((a, b) => b.learners - a.learners);
  const [first, second] = counts;
  if (!first) return { kind: "unknown" };
  if (second?.learners === first.learners) {
    return { kind: "tie", counts: counts.map(({ assignment: { slug }, learners }) => ({ slug, learners })) };
  }
  const { assignment } = first;
  const own = votes.filter((vote) => vote.assignment === assignment);
  const share = Math.max(...own.map((vote) => vote.share));
  if (share >= 0.5) return { kind: "found", assignment };
  return { kind: "mostly-missing", assignment, defined: Math.round(share * assignment.functions.length) };
}

interface Vote {
  assignment: Assignment;
  /** Of its functions, those that are defined; 1 where the file says itself what it is. */
  share: number;
}

/** Several if they cannot be told apart. */
async function voteOf(files: readonly Arrival[], assignments: readonly Assignment[], teller: Teller): Promise<Vote[]> {
  const told = await Promise.all(files.map(async (file) => ({ file, ...(await teller.tell(file)) })));
  const votes: Vote[] = [];
  for (const assignment of assignments) {
    const own = told.filter(({ slug }) => slug === assignment.slug);
    if (own.length === 0) continue;
    votes.push({ assignment, share: Math.max(...own.map(({ share }) => share)) });
  }
  if (votes.length < 2) return votes;
  const work = await Promise.all(
    votes.map(async ({ assignment }) => {
      const shares = await Promise.all(files.map((file) => teller.shareOf(file, assignment, true)));
      return Math.max(...shares);
    }),
  );
  return votes.filter((_, i) => work[i] === Math.max(...work));
}
