import { lstatSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { makeFolder } from "../../src/kernel/node/places/makeFolder";
import { words } from "../../src/words/words";
import { hashOf } from "../text/hashOf";
import { NotWritable } from "./NotWritable";
import type { ReleasedBytes, ReleasedFile } from "./ReleasedFile";

/** Part of every release. Says which files are ours and what was in them. */
export const recordName = ".nablab-release.json";

interface Record {
  schema: "nablab.release/1";
  /** SHA-256 of each file, by its path. */
  files: { [path: string]: string };
}

/**
 * Writes a release into a folder that is new, empty, or holds an earlier release, which it replaces. Files that are not
 * ours, or have been changed since, are left alone; if any is in the way, nothing at all is written.
 *
 * @returns whether there was an earlier release
 * @throws NotWritable
 */
export function writeRelease(folder: string, files: readonly (ReleasedFile | ReleasedBytes)[]): boolean {
  const earlier = readRecord(folder);
  const record: Record = { schema: "nablab.release/1", files: {} };
  for (const { path, content } of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    record.files[path] = hashOf(content);
  }
  refuseToLoseWork(folder, earlier, record);
  removeOld(folder, earlier, record);
  for (const { path, content, executable } of files) {
    const target = join(folder, path);
    makeFolder(dirname(target));
    writeFileSync(target, content, { mode: executable ? 0o755 : 0o644 });
  }
  writeFileSync(join(folder, recordName), `${JSON.stringify(record, null, 2)}\n`);
  return earlier !== null;
}

/** Null for a folder that is empty or does not exist. */
function readRecord(folder: string): Record | null {
  const stats = lstatSync(folder, { throwIfNoEntry: false });
  if (!stats) return null;
  if (!stats.isDirectory()) throw new NotWritable(words.release.notAFolder(folder));
  const names = readdirSync(folder);
  if (names.length === 0) return null;
  if (!names.includes(recordName)) {
    throw new NotWritable(words.release.otherFiles(folder));
  }
  try {
    const { schema, files } = JSON.parse(readFileSync(join(folder, recordName), "utf8")) as Record;
    if (schema === "nablab.release/1" && Object.keys(files).every(isInside)) return { schema, files };
  } catch {
    // Said below.
  }
  throw new NotWritable(words.release.unreadableRecord(join(folder, recordName)));
}

function isInside(path: string): boolean {
  return !posix.isAbsolute(path) && !path.includes("\\") && !posix.normalize(path).startsWith("..");
}

function refuseToLoseWork(folder: string, earlier: Record | null, next: Record): void {
  const lost = Object.keys({ ...earlier?.files, ...next.files }).filter((path) => {
    const now = hashAt(join(folder, path));
    return now !== null && now !== earlier?.files[path] && now !== next.files[path];
  });
  if (lost.length === 0) return;
  throw new NotWritable(words.release.wouldBeLost(join(folder, lost[0]), lost.length - 1));
}

/** Removes files of the earlier release that the new one does not have, and folders that this leaves empty. */
function removeOld(folder: string, earlier: Record | null, next: Record): void {
  for (const path of Object.keys(earlier?.files ?? {}).filter((old) => !(old in next.files))) {
    rmSync(join(folder, path), { force: true });
    for (let parent = posix.dirname(path); parent !== "."; parent = posix.dirname(parent)) {
      if (!isEmpty(join(folder, parent))) break;
      rmdirSync(join(folder, parent));
    }
  }
}

function isEmpty(folder: string): boolean {
  return lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() === true && readdirSync(folder).length === 0;
}

/** Null if there is nothing; "" if there is something other than a file, which cannot be ours. */
function hashAt(path: string): string | null {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (!stats) return null;
  return stats.isFile() ? hashOf(readFileSync(path)) : "";
}
