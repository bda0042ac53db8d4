import { createHash } from "node:crypto";
import { closeSync, readSync } from "node:fs";
import { openRegularFile } from "./readBytes";

/** Like `hashOf`, for a file that is never in memory as a whole. Null if it cannot be read the way submissions are. */
export function hashOfFile(path: string): string | null {
  try {
    const { file } = openRegularFile(path);
    try {
      return hashOfOpen(file);
    } finally {
      closeSync(file);
    }
  } catch {
    return null;
  }
}

const chunk = Buffer.alloc(2 ** 20);

function hashOfOpen(file: number): string {
  const hash = createHash("sha256");
  for (let count = readSync(file, chunk); count > 0; count = readSync(file, chunk))
    hash.update(chunk.subarray(0, count));
  return hash.digest("hex");
}
