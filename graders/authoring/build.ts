import { readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import type { Assignment } from "../../src/check/contract";
import { allowRelaxed } from "../../src/core/wasm/gemm";
import { makeFolder } from "../../src/kernel/places/makeFolder";
import { folderOf, nameOf, notebookOf, root } from "../course/folderOf";
import { loadStaff } from "../course/loadStaff";
import { agree } from "./agree";
import { buildNotebook } from "./notebook/buildNotebook";
import { recordExpected } from "./recordExpected";

/** A file that a build makes, and its content. */
export interface Built {
  path: string;
  content: string;
}

/** The committed files that are generated from an assignment's folder. */
export async function build(assignment: Assignment): Promise<Built[]> {
  // As when grading: the recorded figures should not depend on the processor.
  allowRelaxed(false);
  const staff = await loadStaff(assignment);
  return [
    { path: join(folderOf(assignment), "expected.json"), content: await recordExpected(assignment, staff) },
    { path: notebookOf(assignment), content: await buildNotebook(assignment, "starter") },
  ];
}

/** The notebook with every function written, to be put into `folder`. */
export async function buildSolutions(assignment: Assignment, folder: string): Promise<Built> {
  const content = await buildNotebook(assignment, "solutions");
  return { path: join(folder, `${nameOf(assignment)}.ipynb`), content };
}

/** Writes the files that changed, and returns their paths from the root. */
export async function write(files: readonly Built[]): Promise<string[]> {
  const changed = await stale(files);
  for (const { path, content } of changed) {
    makeFolder(dirname(path));
    await writeFile(path, content);
  }
  return changed.map(({ path }) => relative(root, path));
}

/** The files that are missing or differ, recorded figures by more than rounding, from what a build makes now. */
export async function stale(files: readonly Built[]): Promise<Built[]> {
  const current = await Promise.all(files.map(({ path }) => readFile(path, "utf8").catch(() => null)));
  return files.filter(({ path, content }, i) => !isFresh(path, content, current[i]));
}

function isFresh(path: string, content: string, current: string | null): boolean {
  if (content === current || current === null) return content === current;
  return path.endsWith("expected.json") && agree(JSON.parse(content), JSON.parse(current));
}
