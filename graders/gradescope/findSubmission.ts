import { readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { Assignment } from "../../src/check/contract";
import { words } from "../../src/words/words";
import { nameOf } from "../course/folderOf";
import type { SubmissionEntry } from "../engine/findSubmissions";
import { printable } from "../text/printable";

/**
 * The only notebook of a submission, or else its only script, at any depth: students also hand in zip files and
 * repositories. Links are not followed.
 *
 * @throws Error when the folder does not exist
 */
export function findSubmission(folder: string, assignment: Assignment): SubmissionEntry {
  const files = filesIn(folder);
  const notebooks = files.filter((file) => /\.ipynb$/i.test(file));
  const scripts = files.filter((file) => /\.ts$/i.test(file) && !/\.d\.ts$/i.test(file));
  const candidates = notebooks.length > 0 ? notebooks : scripts;
  if (candidates.length === 1) {
    const shown = printable(relative(folder, candidates[0]).replaceAll(sep, "/"));
    return { id: "submission", file: candidates[0], shown };
  }
  return {
    id: "submission",
    file: folder,
    problem: problemWith(
      candidates.map((file) => relative(folder, file)),
      assignment,
    ),
  };
}

function problemWith(names: readonly string[], assignment: Assignment): string {
  const wanted = `${nameOf(assignment)}.ipynb`;
  return names.length === 0 ? words.gradescope.noFile(wanted) : words.gradescope.severalFiles(names, wanted);
}

/** Sorted, without hidden files and what archives and package managers add. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith(".") && name !== "node_modules" && name !== "__MACOSX")
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesIn(path);
      return entry.isFile() ? [path] : [];
    });
}
