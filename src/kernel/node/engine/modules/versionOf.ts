import { statSync } from "node:fs";

/** Tells one version of a file from another, and from none. */
export function versionOf(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats ? `${stats.mtimeMs} ${stats.size} ${stats.ino}` : "gone";
}
