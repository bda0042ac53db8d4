import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Assignment } from "../../../src/check/contract";
import type { Course } from "../../course/Course";
import { folderOf } from "../../course/folderOf";
import type { Step } from "./Cell";
import { dropMarkers } from "./dropMarkers";
import type { NotebookKernel } from "./Kernel";
import { nameCells } from "./nameCells";
import { parsePercent } from "./parsePercent";
import { pullInGraded } from "./pullInGraded";
import { stripSolutions } from "./stripSolutions";
import { toNotebook } from "./toNotebook";
import { useTslabFirst } from "./useTslabFirst";
import { writeOutShorthand } from "./writeOutShorthand";

/** The two editions of a notebook: what learners start from, and the same with all functions written. */
export type Edition = "starter" | "solutions";

/** Builds the text of an assignment's notebook from `notebook.ts` and `staff/solution.ts` in its folder. */
export function buildNotebook(
  course: Course,
  assignment: Assignment,
  edition: Edition,
  kernel?: NotebookKernel,
): Promise<string> {
  return buildNotebookFrom(folderOf(course, assignment), assignment.slug, edition, kernel);
}

/** What a kernel needs, after the steps of every notebook. */
const kernelSteps: Record<NotebookKernel, readonly Step[]> = { nablab: [], tslab: [writeOutShorthand, useTslabFirst] };

/** @param folder an assignment's folder, wherever it is */
export async function buildNotebookFrom(
  folder: string,
  slug: string,
  edition: Edition,
  kernel: NotebookKernel = "nablab",
): Promise<string> {
  const script = await readFile(join(folder, "notebook.ts"), "utf8");
  const solution = await readFile(join(folder, "staff/solution.ts"), "utf8");
  const ofEdition = edition === "starter" ? stripSolutions : dropMarkers;
  const steps: Step[] = [pullInGraded(solution), ofEdition, nameCells, ...kernelSteps[kernel]];
  const cells = steps.reduce((done, step) => step(done), parsePercent(script));
  return toNotebook(cells, slug, kernel);
}
