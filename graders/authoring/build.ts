import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Assignment } from "../../src/check/contract";
import { allowRelaxed } from "../../src/core/wasm/gemm";
import type { Locale } from "../../src/words/locale";
import type { Course } from "../course/Course";
import { folderOf, nameOf, notebookOf, root as packageRoot } from "../course/folderOf";
import { loadStaff } from "../course/loadStaff";
import { writeWhole } from "../text/writeWhole";
import { agree } from "./agree";
import { buildNotebook } from "./notebook/buildNotebook";
import { recordExpected } from "./recordExpected";
import { registryText } from "./registry/registryText";
import { signaturesFrom } from "./registry/signaturesFrom";
import { languagesOf, localesOf } from "./translation/Translation";

/** A file that a build makes, and its content. */
export interface Built {
  path: string;
  content: string;
}

/** The committed files that are generated from an assignment's folder. */
export async function build(course: Course, assignment: Assignment): Promise<Built[]> {
  // As in grading: the recorded figures should not depend on the processor.
  allowRelaxed(false);
  const folder = folderOf(course, assignment);
  const staff = await loadStaff(course, assignment);
  const solution = await readFile(join(folder, "staff/solution.ts"), "utf8");
  const names = assignment.functions.map(({ name }) => name);
  return [
    { path: join(folder, "expected.json"), content: await recordExpected(assignment, staff) },
    { path: join(folder, "signatures.ts"), content: signaturesFrom(solution, names) },
    ...(await Promise.all(languagesOf(folder).map((locale) => buildStarter(course, assignment, locale)))),
  ];
}

async function buildStarter(course: Course, assignment: Assignment, locale: Locale): Promise<Built> {
  const content = await buildNotebook(course, assignment, "starter", { locale });
  return { path: notebookOf(course, assignment, locale), content };
}

/** The committed file that is generated from the course as a whole, if there is one. */
export function buildRegistry(course: Course): Built[] {
  // A separate course needs no such file to be compiled into the library.
  if (course.root !== packageRoot) return [];
  const content = registryText(course.assignments, ({ number, slug }) => localesOf(folderOf(course, { number, slug })));
  return [{ path: join(course.folder, "index.ts"), content }];
}

/** The notebook with every function written, for `folder`. */
export async function buildSolutions(
  course: Course,
  assignment: Assignment,
  folder: string,
  locale?: Locale,
): Promise<Built> {
  const content = await buildNotebook(course, assignment, "solutions", { locale });
  return { path: join(folder, `${nameOf(assignment)}.ipynb`), content };
}

/** Writes the files that changed, and returns their paths. */
export async function write(files: readonly Built[]): Promise<string[]> {
  const changed = await stale(files);
  for (const { path, content } of changed) writeWhole(path, [content]);
  return changed.map(({ path }) => path);
}

/** The files that are missing or differ (recorded figures: by more than rounding) from what a build would make now. */
export async function stale(files: readonly Built[]): Promise<Built[]> {
  const current = await Promise.all(files.map(({ path }) => readFile(path, "utf8").catch(() => null)));
  return files.filter(({ path, content }, i) => !isFresh(path, content, current[i]));
}

function isFresh(path: string, content: string, current: string | null): boolean {
  if (content === current || current === null) return content === current;
  return path.endsWith("expected.json") && agree(JSON.parse(content), JSON.parse(current));
}
