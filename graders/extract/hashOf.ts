import { createHash } from "node:crypto";
import { readRegularFile } from "./readBytes";

/** What tells one file from another: SHA-256 of its bytes. */
export function hashOf(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** As {@link hashOf}, of a file; null where it cannot be read as a submission is. */
export function hashOfFile(path: string): string | null {
  try {
    return hashOf(readRegularFile(path));
  } catch {
    return null;
  }
}
