import { resolve, sep } from "node:path";
import type { Reason } from "../../src/words/Saying";

/** A file as it arrived, or what stands where one should be. */
export interface Arrival {
  /** The names on the way to it, below the class's folder or archive; its own comes last. */
  names: readonly string[];
  /** The same from the root of the disk, through archives as if they were folders. */
  place: readonly string[];
  /** How many names at the end of `place` results may show. */
  depth: number;
  /** Where it can be read; empty for one that nobody reads. */
  path: string;
  /** When it was last changed, in milliseconds, if its archive says so. Otherwise the file does. */
  time?: number;
  /** The name that the learner gave it, where the platform has added to it. */
  given?: string;
  /** No file: the learner typed it into a field of the platform's. */
  typed?: "text" | "address";
  /** A folder in which nothing was found. */
  isFolder?: boolean;
  /** Why it cannot be read; continues its name. */
  problem?: Reason;
  /** Its name is not UTF-8, so that it cannot be opened; these tell it apart from others. */
  bytes?: Buffer;
}

/** What the learner called it. */
export function ownName({ names, given }: Arrival): string {
  return given ?? names.at(-1) ?? "";
}

/** How many names at the end of its path on disk may not be links: those below what the command names. */
export function namesBelow({ path, place, depth }: Arrival): number {
  const isOnDisk = resolve(path) === (place.join(sep) || sep);
  return isOnDisk ? Math.max(1, depth) : 1;
}

/** Its path as results show it. */
export function shownPath({ place, depth }: Arrival): string {
  return place.slice(-depth).join("/");
}
