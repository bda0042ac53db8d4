import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from "node:fs";
import { NotGradable } from "./NotGradable";

/** A notebook with many figures is 10 MB; anything beyond this is an accident or an attack. */
const maxBytes = 64 * 2 ** 20;

/**
 * What is in a file that somebody handed in.
 *
 * @throws NotGradable when it is not a regular file that can be read, or too large; the message says why
 */
export function readBytes(path: string): Buffer {
  try {
    return readRegularFile(path);
  } catch (error) {
    if (error instanceof NotGradable) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new NotGradable(code === "ENOENT" ? "is not there" : `cannot be read (${code ?? "unknown error"})`);
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
 * Opens a file to be read, and closed by who asks.
 *
 * @throws NotGradable when it is not a regular file, or too large; errors of the file system as they come
 */
export function openRegularFile(path: string): { file: number; size: number } {
  if (lstatSync(path).isSymbolicLink()) throw new NotGradable("is a symbolic link; the file itself is needed");
  // Non-blocking, so that a named pipe cannot hold the grader up; no-follow, in case the file is swapped meanwhile.
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
  if (stats.isDirectory()) throw new NotGradable("is a folder, not a file");
  if (!stats.isFile()) throw new NotGradable("is not a regular file");
  if (stats.size > maxBytes) {
    throw new NotGradable(`is too large: ${Math.ceil(stats.size / 2 ** 20)} MB, at most ${maxBytes / 2 ** 20} MB`);
  }
  return stats.size;
}
