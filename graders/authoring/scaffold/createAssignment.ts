import { existsSync } from "node:fs";
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Assignment } from "../../../src/check/contract";
import { folderOf, notebookOf, root } from "../../course/folderOf";
import { loadStaffFrom } from "../../course/loadStaff";
import { writeWhole } from "../../text/writeWhole";
import { buildNotebook } from "../notebook/buildNotebook";
import { recordExpected } from "../recordExpected";
import { identifiersOf } from "./identifiersOf";
import { register } from "./register";

/** What makes an assignment its own before anything is written for it. */
export type Identity = Pick<Assignment, "number" | "slug" | "title">;

const template = join(root, "graders/authoring/template");
const registry = join(root, "src/assignments/index.ts");

/**
 * Makes a new assignment from `graders/authoring/template/`: its folder, its notebook and its place in the registry. It is
 * written to a draft first, so that there is all of it or nothing.
 *
 * @throws Error when something is in its place already; what the file system says when it cannot be written
 */
export async function createAssignment(identity: Identity): Promise<void> {
  const [folder, notebook] = [folderOf(identity), notebookOf(identity)];
  for (const path of [folder, notebook]) {
    if (existsSync(path)) throw new Error(`${path} is there already; move it away or choose another slug`);
  }
  const registered = register(await readFile(registry, "utf8"), identity);
  // Beside the other ones, so that its imports lead where they will.
  const draft = join(root, `src/assignments/.new-${process.pid}`);
  await mkdir(draft);
  const made = [draft];
  try {
    const content = await fillIn(draft, identity);
    await rename(draft, folder);
    made.push(folder);
    writeWhole(notebook, [content]);
    made.push(notebook);
    writeWhole(registry, [registered]);
  } catch (error) {
    await Promise.allSettled(made.map((path) => rm(path, { recursive: true, force: true })));
    throw error;
  }
}

/** Copies the template, puts the names in and records what the reference returns. Gives the text of the notebook. */
async function fillIn(draft: string, identity: Identity): Promise<string> {
  await cp(template, draft, { recursive: true });
  for (const entry of await readdir(draft, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    await writeFile(path, named(await readFile(path, "utf8"), identity));
  }
  const { assignment } = (await import(join(draft, "assignment.ts"))) as { assignment: Assignment };
  await writeFile(join(draft, "expected.json"), await recordExpected(assignment, await loadStaffFrom(draft)));
  return buildNotebook(assignment, "starter", draft);
}

/**
 * The template's text with this assignment's names: it is called `template` there, has the number 0, and imports the
 * library from outside of `src/`.
 */
function named(text: string, { number, slug, title }: Identity): string {
  return text
    .replaceAll(/(from "(?:\.\.\/)+)\.\.\/src\//g, "$1")
    .replaceAll("number: 0,", `number: ${number},`)
    .replaceAll("assignment 0 ", `assignment ${number} `)
    .replaceAll("Title of the assignment", () => title)
    .replaceAll(/\bTemplate\b/g, identifiersOf(slug).type)
    .replaceAll(/\btemplate\b/g, slug);
}
