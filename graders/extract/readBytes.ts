import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from "node:fs";
import { words } from "../../src/words/words";
import { NotGradable } from "./NotGradable";

/** A notebook with many figures has 10 MB; anything larger than this is an accident or an attack. */
export const maxBytes = 64 * 2 ** 20;

/**
 * The bytes of a submission.
 *
 * @throws NotGradable when it is not a regular file that can be read, or too large; the message says why
 */
export function readBytes(path: string): Buffer {
  try {
    return readRegularFile(path);
  } catch (error) {
    if (error instanceof NotGradable) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new NotGradable(code === "ENOENT" ? words.extract.missing : words.extract.unreadable(code));
  }
}

function readRegularFile(path: string): Buffer {
  const { file, size } = openRegularFile(path);
  try {
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
  if (lstatSync(path).isSymbolicLink()) throw new NotGradable(words.extract.link);
  // Non-blocking, so that a named pipe cannot hold up the grader; no-follow, in case the file is swapped by now.
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0));
  try {
    return { file, size: checkedSize(file) };
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

function checkedSize(file: number): number {
  const stats = fstatSync(file);
  if (stats.isDirectory()) throw new NotGradable(words.extract.folder);
  if (!stats.isFile()) throw new NotGradable(words.extract.notRegular);
  if (stats.size > maxBytes) {
    throw new NotGradable(words.extract.largeFile(Math.ceil(stats.size / 2 ** 20), maxBytes / 2 ** 20));
  }
  return stats.size;
}
