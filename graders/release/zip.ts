import { strToU8, type Zippable, zipSync } from "fflate";
import type { ReleasedFile } from "./ReleasedFile";

/** The oldest time that a zip file knows, of whatever zone the machine is set to: the same files give the same bytes. */
const mtime = new Date(1980, 0, 1);
const unix = 3;
const regularFile = 0o100000;

/** A zip file in which programs stay executable. */
export function zip(files: readonly ReleasedFile[]): Uint8Array {
  const entries: Zippable = {};
  for (const { path, content, executable } of files) {
    const mode = regularFile | (executable ? 0o755 : 0o644);
    entries[path] = [strToU8(content), { os: unix, attrs: mode * 2 ** 16, mtime, level: 9 }];
  }
  return zipSync(entries);
}
