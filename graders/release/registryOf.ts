import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Assignment } from "../../src/check/contract";
import { nameOf, root } from "../course/folderOf";
import { pruneRegistry } from "./pruneRegistry";

/** The registry of assignments, as a file and as it has to read in a release of some of them. */
export interface Registry {
  path: string;
  source: string;
}

export function registryOf(assignments: readonly Assignment[]): Registry {
  const path = join(root, "src/assignments/index.ts");
  return { path, source: pruneRegistry(readFileSync(path, "utf8"), new Set(assignments.map(nameOf))) };
}
