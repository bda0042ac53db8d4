import { writeSync } from "node:fs";

/** Writes every byte, at a position or at the file's current one: the system may write fewer bytes than asked. */
export function writeAll(file: number, bytes: Buffer, position: number | null = null): void {
  for (let written = 0; written < bytes.length; ) {
    const place = position === null ? null : position + written;
    written += writeSync(file, bytes, written, bytes.length - written, place);
  }
}
