import { closeSync, fchmodSync, lstatSync, openSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { makeFolder } from "../../src/kernel/node/places/makeFolder";
import { writeAll } from "./writeAll";

/**
 * Writes a file next to its final place and moves it there, so that a run that is killed leaves the old file or the new
 * one, never half of one. An existing file keeps its mode.
 *
 * @param mode of a new file, before the process's umask; a new folder for it is as open as the file
 */
export function writeWhole(path: string, chunks: Iterable<string | Uint8Array>, mode = 0o666): void {
  // Those who may read a file may enter its folder.
  makeFolder(dirname(path), mode | ((mode & 0o444) >> 2));
  const draft = `${path}.draft`;
  // A killed run may have left one; it may be a link that leads elsewhere.
  rmSync(draft, { force: true });
  try {
    writeDraft(draft, chunks, modeOf(path), mode);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** Undefined if there is no file; a link is replaced, and its target's mode does not matter. */
function modeOf(path: string): number | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return stats?.isFile() ? stats.mode : undefined;
}

function writeDraft(
  draft: string,
  chunks: Iterable<string | Uint8Array>,
  earlierMode: number | undefined,
  mode: number,
): void {
  const file = openSync(draft, "wx", mode);
  try {
    if (earlierMode !== undefined) fchmodSync(file, earlierMode & 0o777);
    for (const chunk of chunks)
      writeAll(file, typeof chunk === "string" ? Buffer.from(chunk, "utf8") : Buffer.from(chunk));
  } finally {
    closeSync(file);
  }
}
