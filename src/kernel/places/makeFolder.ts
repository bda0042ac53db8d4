import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Makes a folder where there is none, and those that it is in, with `mode` as far as the process's umask allows it. Node's
 * own recursion never ends where the system lets nobody make folders and says so as if the one above were missing, as
 * Linux does in /proc.
 *
 * @throws Error the system's, with `code` and `path`
 */
export function makeFolder(path: string, mode = 0o777): void {
  if (isFolder(path)) return;
  const parent = dirname(path);
  if (parent !== path) makeFolder(parent, mode);
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    // Another process may have been faster.
    if (!isFolder(path)) throw error;
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
