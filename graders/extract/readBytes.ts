import { closeSync, constants, fstatSync, lstatSync, openSync, readlinkSync, readSync } from "node:fs";
import { dirname, resolve, sep } from "node:path";
import { saying } from "../../src/words/Saying";
import { NotGradable } from "./NotGradable";

/** A notebook with many figures has 10 MB; anything larger than this is an accident or an attack. */
export const maxBytes = 64 * 2 ** 20;

/**
 * The bytes of a submission.
 *
 * @param below how many names at the end of the path may not be links
 * @throws NotGradable when it is not a regular file that can be read, or too large; the message says why
 */
export function readBytes(path: string, below = 1): Buffer {
  try {
    return readRegularFile(path, below);
  } catch (error) {
    if (error instanceof NotGradable) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new NotGradable(code === "ENOENT" ? saying("extract", "missing") : saying("extract", "unreadable", code));
  }
}

function readRegularFile(path: string, below: number): Buffer {
  const { file, size } = openRegularFile(path);
  try {
    if (below > 1) refuseLinks(path, below, file);
    const bytes = Buffer.allocUnsafe(size);
    return bytes.subarray(0, readSync(file, bytes, 0, size, 0));
  } finally {
    closeSync(file);
  }
}

/**
 * Opens a file for reading; the caller closes it.
 *
 * @throws NotGradable when it is not a regular file, or too large; errors of the file system are passed on
 */
export function openRegularFile(path: string): { file: number; size: number } {
  if (lstatSync(path).isSymbolicLink()) throw new NotGradable(saying("extract", "link"));
  // Non-blocking, so that a named pipe cannot hold up the grader; no-follow, in case the file is swapped by now.
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0));
  try {
    return { file, size: checkedSize(file) };
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

/** @throws NotGradable when a link led to an open file */
function refuseLinks(path: string, below: number, file: number): void {
  const names = resolve(path).split(sep).slice(-below);
  const opened = openedPath(file)?.split(sep).slice(-below);
  const isLinked = opened ? opened.join(sep) !== names.join(sep) : foldersAbove(path, below).some(isLink);
  if (isLinked) throw new NotGradable(saying("extract", "linkAbove"));
}

/**
 * Where an open file really is, as Linux tells; null elsewhere. Its owner may replace a folder by a link to somebody
 * else's at any time, so looking at the folders before or after would not do.
 */
function openedPath(file: number): string | null {
  try {
    return readlinkSync(`/proc/self/fd/${file}`).replace(/ \(deleted\)$/, "");
  } catch {
    return null;
  }
}

function foldersAbove(path: string, below: number): string[] {
  const folders: string[] = [];
  for (let folder = dirname(path); folders.length < below - 1; folder = dirname(folder)) folders.push(folder);
  return folders;
}

function isLink(folder: string): boolean {
  return lstatSync(folder).isSymbolicLink();
}

function checkedSize(file: number): number {
  const stats = fstatSync(file);
  if (stats.isDirectory()) throw new NotGradable(saying("extract", "folder"));
  if (!stats.isFile()) throw new NotGradable(saying("extract", "notRegular"));
  if (stats.size > maxBytes) {
    throw new NotGradable(saying("extract", "largeFile", Math.ceil(stats.size / 2 ** 20), maxBytes / 2 ** 20));
  }
  return stats.size;
}
