import { strToU8, type Zippable, zipSync } from "fflate";
import type { ReleasedFile } from "./ReleasedFile";

const unix = 3;
const regularFile = 0o100000;

/** A zip file in which programs stay executable. */
export function zip(files: readonly ReleasedFile[]): Uint8Array {
  // The earliest time that a zip file can hold, in the machine's own time zone: this gives the same bytes everywhere.
  const mtime = new Date(1980, 0, 1);
  const entries: Zippable = {};
  for (const { path, content, executable } of files) {
    const mode = regularFile | (executable ? 0o755 : 0o644);
    entries[path] = [strToU8(content), { os: unix, attrs: mode * 2 ** 16, mtime, level: 9 }];
  }
  return zipSync(entries);
}
