import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Assignment } from "../../../src/check/contract";
import type { Course } from "../../course/Course";
import { folderOf } from "../../course/folderOf";
import type { Step } from "./Cell";
import { dropMarkers } from "./dropMarkers";
import { nameCells } from "./nameCells";
import { parsePercent } from "./parsePercent";
import { pullInGraded } from "./pullInGraded";
import { stripSolutions } from "./stripSolutions";
import { toNotebook } from "./toNotebook";

/** The two editions of a notebook: what learners start from, and the same with all functions written. */
export type Edition = "starter" | "solutions";

/** Builds the text of an assignment's notebook from `notebook.ts` and `staff/solution.ts` in its folder. */
export function buildNotebook(course: Course, assignment: Assignment, edition: Edition): Promise<string> {
  return buildNotebookFrom(folderOf(course, assignment), assignment.slug, edition);
}

/** @param folder an assignment's folder, wherever it is */
export async function buildNotebookFrom(folder: string, slug: string, edition: Edition): Promise<string> {
  const script = await readFile(join(folder, "notebook.ts"), "utf8");
  const solution = await readFile(join(folder, "staff/solution.ts"), "utf8");
  const steps: Step[] = [pullInGraded(solution), edition === "starter" ? stripSolutions : dropMarkers, nameCells];
  const cells = steps.reduce((done, step) => step(done), parsePercent(script));
  return toNotebook(cells, slug);
}
