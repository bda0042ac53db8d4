import type { Course } from "../course/Course";
import { UnsoundCourse } from "../course/UnsoundCourse";
import { UsageError } from "./UsageError";

let course: Promise<Course> | undefined;

/** The course that the command works on. Opened once, when it is first asked for. */
export function courseInUse(): Promise<Course> {
  course ??= open();
  return course;
}

async function open(): Promise<Course> {
  const { openCourse } = await import("../course/openCourse");
  const { root } = await import("../course/folderOf");
  try {
    return await openCourse(root);
  } catch (error) {
    throw error instanceof UnsoundCourse ? new UsageError(error.message) : error;
  }
}
