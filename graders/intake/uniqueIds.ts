import { clip } from "../text/clip";
import { foldName } from "../text/foldName";
import { groupsOf } from "../text/groupsOf";
import { hashOf } from "../text/hashOf";

/** What an id is made from. */
export interface Named {
  /** The name of the file or the folder, as the student or a system wrote it. */
  name: string;
  /** The path as results show it. */
  shown: string;
  /** Distinguishes it from all others. */
  key: string;
}

/** In characters; longer than real names, and short enough for a table. */
const longest = 100;

/** How many digits of a hash: as few as suffice. The last number always does. */
const digits = [8, 16, 64];

/**
 * An id for each, as short as possible: the name; the path, if a person or a system could confuse the names; the name
 * and a hash of the path, if paths are no better. All entries that look alike get the longer form, so that an id never
 * depends on the order, or on how many others there are.
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
  // A path that had to be cut would say no more than the name.
  return Array.from(path).length > longest ? [short, ...hashed] : [short, path, ...hashed];
}

/** The name as it may be shown; if nothing is left of it, another one. */
function nameOf(name: string, length: number): string {
  const text = clip(name.normalize("NFC"), length).trim();
  return foldName(text) === "" ? "unnamed" : text;
}
