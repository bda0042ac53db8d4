import { groupsOf } from "../text/groupsOf";

/**
 * Paths as results name them: with `/` on every system, and without the folders above those that the command names,
 * which are nobody's business. If two would be the same, they get as many more folders as it takes to tell them apart.
 *
 * @param files each with the number of names at the end of its path that identify it among the others
 */
export function shownPaths(files: readonly { place: readonly string[]; depth: number }[]): string[] {
  const names = files.map(({ place }) => place);
  const depths = files.map(({ depth }) => depth);
  for (;;) {
    const shown = names.map((one, i) => one.slice(-depths[i]).join("/"));
    // Two with the same path differ only in unreadable parts of their names: more folders would not help.
    const unclear = groupsOf(shown, (one) => one)
      .filter((group) => new Set(group.map((i) => names[i].join("/"))).size > 1)
      .flat();
    if (unclear.length === 0) return shown;
    for (const i of unclear) depths[i] += 1;
  }
}
