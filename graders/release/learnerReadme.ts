import type { Assignment } from "../../src/check/contract";
import { words } from "../../src/words/words";
import type { NotebookKernel } from "../authoring/notebook/Kernel";
import { nameOf } from "../course/folderOf";

/** The README of what learners get. */
export function learnerReadme(course: string, assignments: readonly Assignment[], kernel: NotebookKernel): string {
  const notebooks = assignments.map((assignment) => {
    const { title, functions } = assignment;
    const file = `${nameOf(assignment)}.ipynb`;
    const points = functions.reduce((total, one) => total + one.points, 0);
    return { title, file, path: `notebooks/${file}`, functions: functions.map(({ name }) => name), points };
  });
  return words.learnerReadme(course, notebooks, kernel === "nablab");
}
