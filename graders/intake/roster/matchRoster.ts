import { words } from "../../../src/words/words";
import { foldName } from "../../text/foldName";
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

/**
 * What one person on the roster handed in under several names becomes one. But where a platform tells people apart, and
 * their names do not, none of them is found.
 *
 * @param others what else the class handed in
 */
export function matchRoster(
  handIns: readonly HandIn[],
  { listed }: Pick<Roster, "listed">,
  others: readonly HandIn[] = [],
): Matched {
  const found = findAll([...handIns, ...others], listed);
  const present = new Set(found.flat());
  const keepApart = apart(listed);
  return {
    handIns: merged(handIns, found).map((handIn) => ({ ...handIn, learners: handIn.learners.map(keepApart) })),
    absent: listed.filter((one) => !present.has(one) && !one.isTest).map(({ learner }) => learner),
    unknown: handIns.flatMap(({ learners }, i) => learners.filter((_, j) => !found[i][j]).map(({ id }) => id)),
  };
}

/** Who the learners of each hand-in are; null for one who cannot be found. */
function findAll(handIns: readonly HandIn[], listed: readonly Listed[]): (Listed | null)[][] {
  const index = new RosterIndex(listed);
  const found = handIns.map(({ learners, byName }) => learners.map((one) => index.find(one, byName === true)));
  const times = new Map<Listed | null, number>();
  for (const one of found.flatMap((members, i) => (handIns[i].byName ? members : []))) {
    times.set(one, (times.get(one) ?? 0) + 1);
  }
  const isShared = (one: Listed | null): boolean => (times.get(one) ?? 0) > 1;
  return found.map((members, i) => members.map((one) => (handIns[i].byName && isShared(one) ? null : one)));
}

/** Who is not on the roster may be called what somebody on it is called there. */
function apart(listed: readonly Listed[]): (learner: Learner) => Learner {
  const known = new Set<Learner>(listed.map(({ learner }) => learner));
  const ids = new Set(listed.map(({ learner }) => foldName(learner.id)));
  return (learner) => {
    if (known.has(learner) || !ids.has(foldName(learner.id))) return learner;
    return { ...learner, id: `${learner.name ?? words.intake.notOnRoster} (${learner.id})` };
  };
}

function merged(handIns: readonly HandIn[], found: readonly (Listed | null)[][]): HandIn[] {
  const groups = groupsOf(
    handIns.map((_, i) => (found[i].includes(null) ? `#${i}` : found[i].map((one) => one?.learner.id).join("\0"))),
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
