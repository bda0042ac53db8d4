import { foldName } from "../../text/foldName";
import type { Learner } from "../Learner";
import type { Listed } from "./Roster";

/** A way in which a learner may be found: what the roster says, and what the files' names say. */
interface Way {
  listed(one: Listed): string[];
  asked(learner: Learner): string[];
}

const byId: Way = { listed: ({ learner }) => [learner.id], asked: ({ id }) => [id] };
const byName: Way = {
  listed: ({ learner: { name = "" } }) => waysToWrite(name),
  asked: ({ name, id }) => waysToWrite(name ?? id),
};
/** The number that Moodle gives a participant in one assignment, which says nothing elsewhere. */
const byParticipant: Way = { listed: ({ participant = "" }) => [participant], asked: ({ id }) => [id] };

/** The surest first. */
const ways: readonly Way[] = [
  byId,
  { listed: ({ learner: { login = "" }, others }) => [login, ...others], asked: ({ login, id }) => [login ?? id, id] },
  { listed: ({ learner: { email = "" } }) => [email], asked: ({ email, login, id }) => [email ?? login ?? id, id] },
  byName,
  {
    listed: ({ learner: { login, email } }) => [beginningOf(login ?? email ?? "")],
    asked: ({ login, id }) => [login ?? id],
  },
];

/** Finds people on a roster. Where several fit, nobody is found. */
export class RosterIndex {
  private readonly maps = new Map<Way, Map<string, Listed | null>>();

  constructor(private readonly listed: readonly Listed[]) {}

  /** @param onlyByName the learner's id is a number of which only some rosters know */
  find(learner: Learner, onlyByName: boolean): Listed | null {
    const exact = onlyByName ? undefined : this.listed.find((one) => one.learner.id === learner.id);
    if (exact) return exact;
    for (const way of onlyByName ? [byParticipant, byName] : ways) {
      for (const key of way.asked(learner)) {
        const found = this.mapOf(way).get(foldName(key));
        if (found) return found;
      }
    }
    return null;
  }

  private mapOf(way: Way): Map<string, Listed | null> {
    const known = this.maps.get(way);
    if (known) return known;
    const map = new Map<string, Listed | null>();
    for (const one of this.listed) {
      for (const key of new Set(way.listed(one).map(foldName))) if (key !== "") map.set(key, map.has(key) ? null : one);
    }
    this.maps.set(way, map);
    return map;
  }
}

/** `Berg, Anna`, `Anna Berg`, and `berganna` as in the names of Canvas's files, which have letters only. */
function waysToWrite(name: string): string[] {
  const [last, first] = name.split(/,\s*/, 2);
  const parts = name.split(/\s+/);
  const written = first === undefined ? [name] : [name, `${first} ${last}`];
  const turned = first === undefined ? `${parts.at(-1)}${parts.slice(0, -1).join("")}` : `${last}${first}`;
  return [...written, ...[...written, turned].map((way) => way.replace(/[^\p{L}\p{M}\p{N}_]/gu, ""))];
}

function beginningOf(address: string): string {
  return address.split("@")[0];
}
