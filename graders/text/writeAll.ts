import { writeSync } from "node:fs";

/** Writes every byte, from a position on or where the file stands: the system may take fewer than it was offered. */
export function writeAll(file: number, bytes: Buffer, position: number | null = null): void {
  for (let written = 0; written < bytes.length; ) {
    const place = position === null ? null : position + written;
    written += writeSync(file, bytes, written, bytes.length - written, place);
  }
}
