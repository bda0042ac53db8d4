import { existsSync } from "node:fs";
import { resolve, sep } from "node:path";
import type { FoundSubmissions } from "../engine/findSubmissions";
import { Journal } from "../engine/Journal";
import { placeAbove } from "../engine/Source";

/** Where a run looks, and what it found there. */
export interface Search {
  found: FoundSubmissions;
  /** The folders or archives that were looked at. */
  paths: readonly string[];
  /** Whether everything that was found there counts. */
  isWhole: boolean;
}

/**
 * Looks for submissions. Paths inside a folder that the results in `out` came from, such as that of one late student, are
 * read as a part of that folder: what is a student's id there, or their folder, cannot be told from one file.
 *
 * @param find looks for submissions at paths
 */
export function searchWithinClass(
  paths: readonly string[],
  out: string | undefined,
  find: (paths: readonly string[]) => FoundSubmissions,
): Search {
  const places = out === undefined ? new Set<string>() : Journal.placesIn(out);
  const folders = paths.map((path) => (places.size > 0 && existsSync(path) ? placeAbove(path, places) : null));
  if (folders.every((folder) => folder !== null)) {
    const { entries } = find([...new Set(folders)]);
    const parts = paths.map((path) => entries.filter(({ file }) => isAtOrBelow(file, path)));
    const chosen = new Set(parts.flat());
    // What cannot be found as a part of the folder is looked at by itself.
    if (parts.every((part) => part.length > 0)) {
      const found = { entries: entries.filter((entry) => chosen.has(entry)), skipped: [] };
      return { found, paths: folders, isWhole: false };
    }
  }
  return { found: find(paths), paths, isWhole: true };
}

function isAtOrBelow(file: string, path: string): boolean {
  const [inner, outer] = [resolve(file), resolve(path)];
  return inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : outer + sep);
}
