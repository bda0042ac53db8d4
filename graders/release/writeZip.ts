import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { makeFolder } from "../../src/kernel/node/places/makeFolder";
import { words } from "../../src/words/words";
import { NotWritable } from "./NotWritable";
import type { ReleasedFile } from "./ReleasedFile";
import { zip } from "./zip";

/**
 * Writes a zip file. It may replace an earlier one of ours, recognized by the name of the first file in it.
 *
 * @throws NotWritable when something else is there
 */
export function writeZip(path: string, files: readonly ReleasedFile[]): void {
  const content = zip(files);
  if (existsSync(path) && !isOurs(path, files[0].path)) {
    throw new NotWritable(words.release.otherZip(path));
  }
  makeFolder(dirname(path));
  writeFileSync(path, content);
}

/** A zip file begins with a header of 30 bytes and the first file's name. */
function isOurs(path: string, firstName: string): boolean {
  try {
    const head = readFileSync(path)
      .subarray(0, 30 + firstName.length)
      .toString("latin1");
    return head.startsWith("PK\x03\x04") && head.slice(30) === firstName;
  } catch {
    return false;
  }
}
