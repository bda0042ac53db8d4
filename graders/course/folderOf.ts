import { join } from "node:path";
import type { Assignment } from "../../src/check/contract";

/** What an assignment's files are named after. */
type Named = Pick<Assignment, "number" | "slug">;

/** The repository's root. */
export const root = join(__dirname, "../..");

/** `01-logistic-regression`: the name of the assignment's folder, and of its notebook. */
export function nameOf({ number, slug }: Named): string {
  return `${String(number).padStart(2, "0")}-${slug}`;
}

/** The absolute path of the assignment's folder. */
export function folderOf(assignment: Named): string {
  return join(root, "src/assignments", nameOf(assignment));
}

/** The absolute path of the learners' notebook. */
export function notebookOf(assignment: Named): string {
  return join(root, "notebooks", `${nameOf(assignment)}.ipynb`);
}
