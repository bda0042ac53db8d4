import { existsSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import type { Assignment } from "../../src/check/contract";
import { words } from "../../src/words/words";
import type { Course } from "./Course";
import { courseFolders } from "./courseFolders";
import { nameOf } from "./folderOf";
import { readManifest } from "./readManifest";
import { UnsoundCourse } from "./UnsoundCourse";

/**
 * The course in a folder: every assignment that has a folder there, by number.
 *
 * @throws UnsoundCourse when there is no course, a folder's name does not match its assignment, or two share a slug;
 * Node's error when a file cannot be loaded
 */
export async function openCourse(root: string): Promise<Course> {
  const manifest = readManifest(root);
  if (!manifest) {
    throw new UnsoundCourse(words.course.none(root));
  }
  const folders = courseFolders(root);
  const names = assignmentNames(folders.folder);
  const assignments = await Promise.all(names.map((name) => loadFrom(join(folders.folder, name))));
  for (const [i, assignment] of assignments.entries()) {
    const place = relative(root, join(folders.folder, names[i]));
    const { number, slug } = assignment;
    if (nameOf(assignment) !== names[i]) {
      throw new UnsoundCourse(words.course.misnamedFolder(place, number, slug, nameOf(assignment)));
    }
    const same = assignments.findIndex((other) => other.slug === slug);
    if (same < i) throw new UnsoundCourse(words.course.sameSlug(place, names[same], slug));
  }
  return { ...manifest, ...folders, assignments: assignments.toSorted((a, b) => a.number - b.number) };
}

/** The names of the folders that hold an assignment, such as `01-logistic-regression`, sorted. */
function assignmentNames(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && /^\d+-/.test(entry.name))
    .map(({ name }) => name)
    .filter((name) => existsSync(join(folder, name, "assignment.ts")))
    .sort();
}

async function loadFrom(folder: string): Promise<Assignment> {
  const { assignment } = (await import(join(folder, "assignment.ts"))) as { assignment: Assignment };
  return assignment;
}
