import { existsSync } from "node:fs";
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Assignment } from "../../../src/check/contract";
import { makeFolder } from "../../../src/kernel/node/places/makeFolder";
import type { Course } from "../../course/Course";
import { folderOf, notebookOf, root } from "../../course/folderOf";
import { openCourse } from "../../course/openCourse";
import { build, buildRegistry, write } from "../build";

/** What identifies an assignment before anything is written for it. */
export type Identity = Pick<Assignment, "number" | "slug" | "title">;

const template = join(root, "graders/authoring/template");

/**
 * Makes a new assignment from `graders/authoring/template/`: its folder, and what `nablab build` makes from it. Either
 * all of it is made or nothing.
 *
 * @throws Error when something is already in its place; the file system's error when it cannot be written
 */
export async function createAssignment(course: Course, identity: Identity): Promise<void> {
  const [folder, notebook] = [folderOf(course, identity), notebookOf(course, identity)];
  for (const path of [folder, notebook]) {
    if (existsSync(path)) throw new Error(`${path} is there already; move it away or choose another slug`);
  }
  // Not a name for an assignment: nothing mistakes the draft for one before it is complete.
  makeFolder(course.folder);
  const draft = join(course.folder, `.new-${process.pid}`);
  await mkdir(draft);
  const made = [draft];
  try {
    await fillIn(draft, course.root === root ? "" : "nablab/", identity);
    await rename(draft, folder);
    made.push(folder, notebook);
    const grown = await openCourse(course.root);
    const assignment = grown.assignments.find(({ slug }) => slug === identity.slug) as Assignment;
    await write([...(await build(grown, assignment)), ...buildRegistry(grown)]);
  } catch (error) {
    await Promise.allSettled(made.map((path) => rm(path, { recursive: true, force: true })));
    throw error;
  }
}

/** Copies the template and fills in the names. */
async function fillIn(draft: string, library: string, identity: Identity): Promise<void> {
  await cp(template, draft, { recursive: true });
  for (const entry of await readdir(draft, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    await writeFile(path, named(await readFile(path, "utf8"), library, identity));
  }
}

/**
 * The template's text with this assignment's names: the template is called `template`, has the number 0, and imports
 * the library from outside `src/`.
 *
 * @param library the beginning of its imports of the library; empty beside the library itself
 */
function named(text: string, library: string, { number, slug, title }: Identity): string {
  return text
    .replaceAll(/from "((?:\.\.\/)+)\.\.\/src\//g, (_, upwards: string) => `from "${library || upwards}`)
    .replaceAll("number: 0,", `number: ${number},`)
    .replaceAll("assignment 0 ", `assignment ${number} `)
    .replaceAll("Title of the assignment", () => title)
    .replaceAll(/\btemplate\b/g, slug);
}
