import { existsSync } from "node:fs";
import { resolve, sep } from "node:path";
import { Journal } from "../engine/Journal";
import { placeAbove } from "../engine/Source";
import type { HandIn } from "../intake/HandIn";
import type { Intake } from "../intake/takeIn";

/** Where a run looks, and what it found there. */
export interface Search {
  intake: Intake;
  /** What lies beside that, and does not count. */
  others: readonly HandIn[];
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
export async function searchWithinClass(
  paths: readonly string[],
  out: string | undefined,
  find: (paths: readonly string[]) => Promise<Intake>,
): Promise<Search> {
  const places = out === undefined ? new Set<string>() : Journal.placesIn(out);
  const folders = paths.map((path) => (places.size > 0 && existsSync(path) ? placeAbove(path, places) : null));
  if (folders.every((folder) => folder !== null)) {
    const intake = await find([...new Set(folders)]);
    const parts = paths.map((path) => intake.handIns.filter((handIn) => isAtOrBelow(handIn, path)));
    const chosen = new Set(parts.flat());
    // What cannot be found as a part of the folder is looked at by itself.
    if (parts.every((part) => part.length > 0)) {
      const handIns = intake.handIns.filter((handIn) => chosen.has(handIn));
      const others = intake.handIns.filter((handIn) => !chosen.has(handIn));
      return { intake: { handIns, recognised: [], passedOver: [] }, others, paths: folders, isWhole: false };
    }
  }
  return { intake: await find(paths), others: [], paths, isWhole: true };
}

function isAtOrBelow({ files }: HandIn, path: string): boolean {
  const outer = resolve(path).split(sep);
  return files.some(({ place }) => outer.every((name, i) => place[i] === name));
}
