import { realpathSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { programsOnPath } from "../../../src/kernel/places/programsOnPath";
import { isOnlyOurs } from "../../places/isOnlyOurs";

/**
 * Where a program of the system is, on the grader's path, that nobody else can have put there. Null where there is none, and
 * on systems other than Linux.
 */
export function findProgram(name: string): string | null {
  if (process.platform !== "linux") return null;
  return programsOnPath(name).find(nobodyElsePutItThere) ?? null;
}

/** A wall that a stranger built is none: neither the program, nor what its name leads to, may be another user's. */
function nobodyElsePutItThere(path: string): boolean {
  const real = realpathSync(path);
  return [dirname(path), real, dirname(real)].every((place) => isOnlyOurs(statSync(place)));
}
