import { realpathSync } from "node:fs";
import { join, resolve } from "node:path";
import { words } from "../../src/words/words";
import type { Course } from "../course/Course";
import { root as packageRoot } from "../course/folderOf";
import { readManifest } from "../course/readManifest";
import { UnsoundCourse } from "../course/UnsoundCourse";
import { UsageError } from "./UsageError";

let chosen: string | undefined;
let course: Promise<Course> | undefined;

/** Says which course the command works on: `--course`. */
export function chooseCourse(folder: string | undefined): void {
  chosen = folder;
  course = undefined;
}

/** The folder of the course: the one that was named, the working folder where it is one, or else that of nablab's own. */
export function courseFolder(): string {
  if (chosen !== undefined) return resolve(chosen);
  return isCourse(process.cwd()) ? process.cwd() : packageRoot;
}

/** The course that the command works on. Opened once, when it is first asked for. */
export function courseInUse(): Promise<Course> {
  course ??= open();
  return course;
}

/**
 * A course's files are code: a folder is not taken for one because of what it says of itself, but only if it has this very
 * package among its own.
 */
function isCourse(folder: string): boolean {
  return readManifest(folder) !== null && hasThisPackage(folder);
}

/** Another copy of the library would have arrays and random numbers of its own. */
function hasThisPackage(folder: string): boolean {
  try {
    return realpathSync(join(folder, "node_modules/nablab")) === realpathSync(packageRoot);
  } catch {
    return false;
  }
}

async function open(): Promise<Course> {
  const { openCourse } = await import("../course/openCourse");
  const folder = courseFolder();
  if (folder !== packageRoot && readManifest(folder) !== null && !hasThisPackage(folder)) {
    throw new UsageError(words.course.otherPackage(folder));
  }
  try {
    return await openCourse(folder);
  } catch (error) {
    throw error instanceof UnsoundCourse ? new UsageError(error.message) : error;
  }
}
