import { existsSync } from "node:fs";
import type { Course } from "../course/Course";
import { notebookOf } from "../course/folderOf";
import { fileAt, type SubmittedFile } from "../engine/readSubmission";

/** What learners were given for an assignment; null when the course has no such notebook. */
export function starterOf(course: Course, slug: string): SubmittedFile | null {
  const assignment = course.assignments.find((one) => one.slug === slug);
  const path = assignment && notebookOf(course, assignment);
  return path !== undefined && existsSync(path) ? fileAt(path) : null;
}
