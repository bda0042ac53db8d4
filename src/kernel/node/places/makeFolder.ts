import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Makes a folder unless it exists, and missing folders above it, with `mode` as far as the process's umask allows.
 * Node's own recursion never ends where nobody may make folders and the system reports the one above as missing, as
 * Linux does in /proc.
 *
 * @throws Error the system's error, with `code` and `path`
 */
export function makeFolder(path: string, mode = 0o777): void {
  if (isFolder(path)) return;
  const parent = dirname(path);
  if (parent !== path) makeFolder(parent, mode);
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    // Another process may have made it first.
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
