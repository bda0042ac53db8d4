import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { words } from "../../src/words/words";
import type { Course } from "../course/Course";
import { NotWritable } from "./NotWritable";
import type { Lock } from "./pruneLock";

/**
 * The lock file of a course, so that a release is installed with the same versions.
 *
 * @throws NotWritable when there is none
 */
export function readLock({ root }: Course): Lock {
  const path = join(root, "package-lock.json");
  if (!existsSync(path)) throw new NotWritable(words.release.noLock(path));
  return JSON.parse(readFileSync(path, "utf8")) as Lock;
}
