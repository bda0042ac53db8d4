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

/** Sets the course that the command works on: `--course`. */
export function chooseCourse(folder: string | undefined): void {
  chosen = folder;
  course = undefined;
}

/** The folder of the course: the one that was named, else the working folder if it is a course, else nablab's own. */
export function courseFolder(): string {
  if (chosen !== undefined) return resolve(chosen);
  return isCourse(process.cwd()) ? process.cwd() : packageRoot;
}

/** The course that the command works on. Opened only once, when first needed. */
export function courseInUse(): Promise<Course> {
  course ??= open();
  return course;
}

/**
 * A course's files are code, so what a folder says about itself does not make it a course. It is one only if this very
 * package is installed in it.
 */
function isCourse(folder: string): boolean {
  return readManifest(folder) !== null && hasThisPackage(folder);
}

/** Another copy of the library would have its own arrays and random numbers. */
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
