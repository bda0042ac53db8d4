import { createHash } from "node:crypto";
import { extname } from "node:path";
import type { Cell } from "./Cell";
import { NotGradable } from "./NotGradable";
import { decodeText, readBytes, readRegularFile } from "./readBytes";
import { readNotebook } from "./readNotebook";

/** What was handed in, before anything is known about its content. */
export interface Submission {
  sha256: string;
  cells: Cell[];
  /** `metadata.nablab.assignment` of a notebook, if it is there. */
  declaredAssignment: string | null;
}

/** @throws NotGradable when the file is not a readable notebook or script; the message says why. */
export function readSubmission(path: string): Submission {
  return parseSubmission(readBytes(path), extname(path).toLowerCase());
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
  throw new NotGradable("is neither a notebook (.ipynb) nor a TypeScript file (.ts)");
}
