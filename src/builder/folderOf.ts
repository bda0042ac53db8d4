import { join } from "node:path";
import type { Assignment } from "../check/define";

/** The repository's root. */
export const root = join(__dirname, "../..");

/** `01-logistic-regression`: the name of the assignment's folder, and of its notebook. */
export function nameOf({ number, slug }: Assignment): string {
  return `${String(number).padStart(2, "0")}-${slug}`;
}

/** The absolute path of the assignment's folder. */
export function folderOf(assignment: Assignment): string {
  return join(root, "src/assignments", nameOf(assignment));
}
