import { words } from "../../src/words/words";
import { hashOf } from "../text/hashOf";
import type { Act } from "./Act";
import { lockPeople } from "./lockPeople";
import { Conflict, type Given, insertOverride, raiseVersion, refusePoints } from "./override";
import { overridesOn } from "./queries/overridesOn";
import { type Group, type Member, membersOf, type Question } from "./queries/questionGroups";
import { recompute } from "./recompute";
import type { Change } from "./Store";
import type { RunRow } from "./schema";

/** The version of a group that somebody saw: who is in it, and with which mark. */
export function groupSeenAs(members: readonly Member[]): string {
  return hashOf(members.map(({ submission, version }) => `${submission} ${version}`).join("\n")).slice(0, 16);
}

/**
 * Gives everybody in a group the same points for the function, or nobody. Whoever has points from staff there keeps them.
 *
 * @param seen what {@link groupSeenAs} says of the group that staff saw
 * @returns how many were given points now
 * @throws Conflict when somebody has joined or left the group, or a mark has changed
 * @throws Refusal for points that cannot be
 */
export async function overrideGroup(
  trx: Change,
  act: Act,
  run: RunRow,
  { name, ...group }: Group & Pick<Question, "name">,
  given: Given,
  seen: string,
): Promise<number> {
  const question = { run: run.id, name };
  await lockPeople(
    trx,
    (await membersOf(trx, question, group)).map(({ person }) => person),
  );
  const members = await membersOf(trx, question, group);
  if (groupSeenAs(members) !== seen) throw new Conflict(words.dashboardMarking.refused.changedGroup);
  const known = await overridesOn(
    trx,
    name,
    members.map(({ submission }) => submission),
  );
  const others = members.filter(({ submission }) => !known.has(submission));
  for (const { person, submission, points: automatic, maxPoints } of others) {
    refusePoints(given.points, maxPoints);
    await insertOverride(trx, act, { run: run.id, person, submission, name, automatic }, given);
  }
  await recompute(
    trx,
    others.map(({ person }) => person),
  );
  for (const { person, version } of others) await raiseVersion(trx, { run, person }, version);
  return others.length;
}
