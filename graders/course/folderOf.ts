import { join } from "node:path";
import type { Assignment } from "../../src/check/contract";
import type { Locale } from "../../src/words/locale";
import type { Course } from "./Course";

export { packageRoot as root } from "../../src/kernel/node/packageRoot";

/** What an assignment's files are named after. */
type Named = Pick<Assignment, "number" | "slug">;

/** `01-logistic-regression`: the name of the assignment's folder, and of its notebook. */
export function nameOf({ number, slug }: Named): string {
  return `${String(number).padStart(2, "0")}-${slug}`;
}

/** The absolute path of the assignment's folder. */
export function folderOf({ folder }: Pick<Course, "folder">, assignment: Named): string {
  return join(folder, nameOf(assignment));
}

/** The absolute path of the learners' notebook; those in other languages than English have a folder each. */
export function notebookOf({ notebooks }: Pick<Course, "notebooks">, assignment: Named, locale: Locale = "en"): string {
  return join(notebooks, locale === "en" ? "" : locale, `${nameOf(assignment)}.ipynb`);
}
