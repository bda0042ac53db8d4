import { realpathSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { programsOnPath } from "../../../src/kernel/node/places/programsOnPath";
import { isOnlyOurs } from "../../places/isOnlyOurs";

/**
 * Finds a system program on the grader's path that only the administrator or this user can have put there. Null if
 * there is none, and on systems other than Linux.
 */
export function findProgram(name: string): string | null {
  if (process.platform !== "linux") return null;
  return programsOnPath(name).find(nobodyElsePutItThere) ?? null;
}

/** A wall that a stranger built protects nobody: neither the program nor what it links to may be another user's. */
function nobodyElsePutItThere(path: string): boolean {
  const real = realpathSync(path);
  return [dirname(path), real, dirname(real)].every((place) => isOnlyOurs(statSync(place)));
}
