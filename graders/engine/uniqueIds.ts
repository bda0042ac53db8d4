import { clip } from "../text/clip";
import { foldName } from "../text/foldName";
import { groupsOf } from "../text/groupsOf";
import { hashOf } from "../text/hashOf";

/** What an id is made from. */
export interface Named {
  /** Of the file or the folder, as the student or a system wrote it. */
  name: string;
  /** A path as results show it. */
  shown: string;
  /** Tells it from all others. */
  key: string;
}

/** Characters of a name; more than names have, and few enough for a table. */
const longest = 100;

/** Digits of a hash: as few as do. The last ones always do. */
const digits = [8, 16, 64];

/**
 * An id for each, as short as it can be: the name; where several have names that a person or a system could take for one
 * another, the path; where that is no better, the name and a hash of the path. All of those that are alike get the longer
 * form, so that an id never depends on the order, nor on how many others there are.
 */
export function uniqueIds(all: readonly Named[]): string[] {
  const forms = all.map(formsOf);
  const chosen = all.map(() => 0);
  for (;;) {
    const ids = forms.map((one, i) => one[chosen[i]]);
    const alike = groupsOf(ids, foldName)
      .filter((group) => group.length > 1)
      .flat();
    const longer = alike.filter((i) => chosen[i] + 1 < forms[i].length);
    if (longer.length === 0) return ids;
    for (const i of longer) chosen[i] += 1;
  }
}

function formsOf({ name, shown, key }: Named): string[] {
  const short = nameOf(name, longest);
  const path = nameOf(shown, longest + 1);
  const hash = hashOf(key);
  const hashed = digits.map((count) => `${short}-${hash.slice(0, count)}`);
  // A path that had to be cut would not say more than the name does.
  return Array.from(path).length > longest ? [short, ...hashed] : [short, path, ...hashed];
}

/** As it may be shown; a name of which nothing is left gets another one. */
function nameOf(name: string, length: number): string {
  const text = clip(name.normalize("NFC"), length).trim();
  return foldName(text) === "" ? "unnamed" : text;
}
