import { groupsOf } from "../../text/groupsOf";
import type { HandIn } from "../HandIn";
import type { Learner } from "../Learner";
import type { Listed, Roster } from "./Roster";
import { RosterIndex } from "./RosterIndex";

/** A class whose learners are known as the roster knows them. */
export interface Matched {
  handIns: HandIn[];
  /** On the roster, and handed nothing in. */
  absent: Learner[];
  /** The ids of those who handed something in and are not on the roster. */
  unknown: string[];
}

/** What one person on the roster handed in under several names becomes one. */
export function matchRoster(handIns: readonly HandIn[], { listed }: Pick<Roster, "listed">): Matched {
  const index = new RosterIndex(listed);
  const found = handIns.map(({ learners, byName }) => learners.map((one) => index.find(one, byName === true)));
  const present = new Set<Listed | null>(found.flat());
  return {
    handIns: merged(handIns, found),
    absent: listed.filter((one) => !present.has(one) && !one.isTest).map(({ learner }) => learner),
    unknown: handIns.flatMap(({ learners }, i) => learners.filter((_, j) => !found[i][j]).map(({ id }) => id)),
  };
}

function merged(handIns: readonly HandIn[], found: readonly (Listed | null)[][]): HandIn[] {
  const groups = groupsOf(
    found.map((members, i) => (members.includes(null) ? `#${i}` : members.map((one) => one?.learner.id).join("\0"))),
    (key) => key,
  );
  return groups.map((group) => {
    const all = group.map((i) => handIns[i]);
    const [{ problem, ...first }] = all;
    const learners = first.learners.map((learner, j) => found[group[0]][j]?.learner ?? learner);
    const late = all.some((one) => one.late);
    const isLost = all.every((one) => one.problem !== undefined);
    return {
      ...first,
      learners,
      files: all.flatMap(({ files }) => files),
      ...(late ? { late } : {}),
      ...(isLost && problem !== undefined ? { problem } : {}),
    };
  });
}
