import { join, resolve, sep } from "node:path";
import { saying } from "../../src/words/Saying";
import { printable } from "../text/printable";
import type { Arrival } from "./Arrival";
import { type FolderEntry, folderEntries } from "./folderEntries";
import { isLeftover } from "./isLeftover";
import { kindOfName } from "./kindOfName";

/** What a folder or an archive holds. */
export interface Listing {
  /** In the order of their names. */
  arrivals: Arrival[];
  /** The paths of leftovers and of what is nobody's work. */
  passedOver: string[];
}

/** In levels; nobody's work is deeper. */
const deepest = 12;

/**
 * The files below a folder. Links are not followed; what cannot be read is listed with the reason.
 *
 * @param excluded a folder that is left out, such as the one for the results
 * @throws Error of the file system when the folder itself cannot be read
 */
export function listFolder(folder: string, excluded: string | null = null): Listing {
  const listing: Listing = { arrivals: [], passedOver: [] };
  const root = resolve(folder).split(sep);
  list(folder, [], folderEntries(folder));
  return listing;

  function list(at: string, names: readonly string[], entries: readonly FolderEntry[]): void {
    const before = listing.arrivals.length;
    for (const entry of entries) {
      const path = join(at, entry.name);
      const below = [...names, entry.name];
      if (isLeftover(entry.name) || below.length > deepest) listing.passedOver.push(printable(below.join("/")));
      else if (excluded === null || resolve(path) !== excluded) enter(path, below, entry);
    }
    if (listing.arrivals.length === before && names.length > 0) {
      listing.arrivals.push({ ...arrivalAt(at, names), isFolder: true });
    }
  }

  function enter(path: string, names: readonly string[], { kind, garbled }: FolderEntry): void {
    const arrival = arrivalAt(path, names);
    // What is named like a notebook is one learner's file, even if it turns out to be a folder.
    const isFolder = kind === "folder" && !["notebook", "script"].includes(kindOfName(names[names.length - 1]));
    if (garbled) listing.arrivals.push({ ...arrival, bytes: garbled, problem: saying("intake", "garbledName") });
    else if (kind === "link") listing.arrivals.push({ ...arrival, problem: saying("extract", "link") });
    else if (isFolder) listIfReadable(path, names, arrival);
    else listing.arrivals.push(arrival);
  }

  function listIfReadable(path: string, names: readonly string[], arrival: Arrival): void {
    let entries: FolderEntry[];
    try {
      entries = folderEntries(path);
    } catch (error) {
      const problem = saying("extract", "unreadable", (error as NodeJS.ErrnoException).code);
      listing.arrivals.push({ ...arrival, isFolder: true, problem });
      return;
    }
    list(path, names, entries);
  }

  function arrivalAt(path: string, names: readonly string[]): Arrival {
    return { names, place: [...root, ...names], depth: names.length, path };
  }
}
