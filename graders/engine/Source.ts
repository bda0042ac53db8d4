import { dirname, resolve } from "node:path";
import { hashOf } from "../text/hashOf";

/**
 * Where a run looked for submissions: the paths that the command names, as hashes, because nothing that a run writes says
 * where on the machine it was.
 */
export interface Source {
  /** Each of the paths. */
  places: readonly string[];
  /** All of them together. */
  id: string;
}

export function sourceOf(paths: readonly string[]): Source {
  const places = [...new Set(paths.map(placeOf))].sort();
  return { places, id: shortHash(places.join()) };
}

/** The nearest folder above a path that is one of these places; null if there is none. */
export function placeAbove(path: string, places: ReadonlySet<string>): string | null {
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    if (places.has(placeOf(folder))) return folder;
    if (dirname(folder) === folder) return null;
  }
}

function placeOf(path: string): string {
  return shortHash(resolve(path));
}

function shortHash(text: string): string {
  return hashOf(text).slice(0, 16);
}
