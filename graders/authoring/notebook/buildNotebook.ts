import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Assignment } from "../../../src/check/contract";
import type { Locale } from "../../../src/words/locale";
import type { Course } from "../../course/Course";
import { folderOf } from "../../course/folderOf";
import { readTranslation } from "../translation/Translation";
import { translateCells } from "../translation/translateCells";
import type { Cell, Step } from "./Cell";
import { dropMarkers } from "./dropMarkers";
import type { NotebookKernel } from "./Kernel";
import { nameCells } from "./nameCells";
import { nameLocale } from "./nameLocale";
import { parsePercent } from "./parsePercent";
import { pullInGraded } from "./pullInGraded";
import { stripSolutions } from "./stripSolutions";
import { toNotebook } from "./toNotebook";
import { useTslabFirst } from "./useTslabFirst";
import { writeOutShorthand } from "./writeOutShorthand";

/** The two editions of a notebook: what learners start from, and the same with all functions written. */
export type Edition = "starter" | "solutions";

/** For whom a notebook is. */
export interface Readers {
  kernel?: NotebookKernel;
  /** The language of its texts. */
  locale?: Locale;
}

/** Builds the text of an assignment's notebook from `notebook.ts` and `staff/solution.ts` in its folder. */
export async function buildNotebook(
  course: Course,
  assignment: Assignment,
  edition: Edition,
  readers: Readers = {},
): Promise<string> {
  const cells = await buildCells(folderOf(course, assignment), edition, readers);
  return toNotebook(cells, assignment.slug, readers.kernel);
}

/** What a kernel needs, after the steps of every notebook. */
const kernelSteps: Record<NotebookKernel, readonly Step[]> = { nablab: [], tslab: [writeOutShorthand, useTslabFirst] };

/** The cells of a notebook. @param folder an assignment's folder, wherever it is */
export async function buildCells(
  folder: string,
  edition: Edition,
  { kernel = "nablab", locale = "en" }: Readers = {},
): Promise<Cell[]> {
  const script = await readFile(join(folder, "notebook.ts"), "utf8");
  const solution = await readFile(join(folder, "staff/solution.ts"), "utf8");
  const ofEdition = edition === "starter" ? stripSolutions : dropMarkers;
  // Cells have the same names in every language.
  const inLanguage = locale === "en" ? [] : [translateCells(readTranslation(folder, locale)), nameLocale(locale)];
  const steps: Step[] = [pullInGraded(solution), ofEdition, nameCells, ...inLanguage, ...kernelSteps[kernel]];
  return steps.reduce((done, step) => step(done), parsePercent(script));
}
