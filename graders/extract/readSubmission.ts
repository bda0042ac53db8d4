import { createHash } from "node:crypto";
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from "node:fs";
import { extname } from "node:path";
import type { Cell } from "./Cell";
import { NotGradable } from "./NotGradable";
import { normalizeLines } from "./normalizeLines";
import { readNotebook } from "./readNotebook";

/** What was handed in, before anything is known about its content. */
export interface Submission {
  sha256: string;
  cells: Cell[];
  /** `metadata.nablab.assignment` of a notebook, if it is there. */
  declaredAssignment: string | null;
}

/** A notebook with many figures is 10 MB; anything beyond this is an accident or an attack. */
const maxBytes = 64 * 2 ** 20;

/** @throws NotGradable when the file is not a readable notebook or script; the message says why. */
export function readSubmission(path: string): Submission {
  return parseSubmission(readFile(path), extname(path).toLowerCase());
}

/** SHA-256 of a file's bytes; null where it cannot be read as a submission is. */
export function hashOf(path: string): string | null {
  try {
    return sha256Of(readRegularFile(path));
  } catch {
    return null;
  }
}

function sha256Of(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/**
 * @param extension `.ipynb` or `.ts`
 * @throws NotGradable as {@link readSubmission} does
 */
export function parseSubmission(bytes: Buffer, extension: string): Submission {
  const sha256 = sha256Of(bytes);
  const text = decodeText(bytes);
  if (extension === ".ipynb") return { sha256, ...readNotebook(text) };
  if (extension === ".ts") return { sha256, cells: [{ number: null, source: text }], declaredAssignment: null };
  throw new NotGradable(`a submission is a notebook (.ipynb) or a TypeScript file (.ts), not "${extension}"`);
}

function readFile(path: string): Buffer {
  try {
    return readRegularFile(path);
  } catch (error) {
    if (error instanceof NotGradable) throw error;
    throw new NotGradable(`cannot be read (${(error as NodeJS.ErrnoException).code ?? "unknown error"})`);
  }
}

function readRegularFile(path: string): Buffer {
  if (lstatSync(path).isSymbolicLink()) throw new NotGradable("is a symbolic link; the file itself is needed");
  // Non-blocking, so that a named pipe cannot hold the grader up; no-follow, in case the file is swapped meanwhile.
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0));
  try {
    const stats = fstatSync(file);
    if (stats.isDirectory()) throw new NotGradable("is a folder, not a file");
    if (!stats.isFile()) throw new NotGradable("is not a regular file");
    if (stats.size > maxBytes) {
      throw new NotGradable(`is too large: ${Math.ceil(stats.size / 2 ** 20)} MB, at most ${maxBytes / 2 ** 20} MB`);
    }
    const bytes = Buffer.alloc(stats.size);
    return bytes.subarray(0, readSync(file, bytes, 0, stats.size, 0));
  } finally {
    closeSync(file);
  }
}

function decodeText(bytes: Buffer): string {
  if (bytes.length === 0) throw new NotGradable("is empty (0 bytes)");
  const isUtf16 = bytes.length > 1 && bytes[0] === 0xff && bytes[1] === 0xfe;
  if (!isUtf16 && bytes.includes(0)) throw new NotGradable("is a binary file, not a notebook or a script");
  try {
    // TextDecoder takes the byte order mark away.
    const text = new TextDecoder(isUtf16 ? "utf-16le" : "utf-8", { fatal: true }).decode(bytes);
    if (text.trim() === "") throw new NotGradable("is empty (only white space)");
    return normalizeLines(text);
  } catch (error) {
    if (error instanceof NotGradable) throw error;
    throw new NotGradable("is a binary file, or text that is not UTF-8");
  }
}
