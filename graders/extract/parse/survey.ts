import type { Survey } from "../Reading";
import type { Submission } from "./parseSubmission";
import { readUnitsOnce } from "./readUnitsOnce";
import { checkCharacters } from "./sizes";

/** What tells which assignment a submission belongs to. Of its declarations, only those in `names` are listed. */
export function survey({ cells, declaredAssignment }: Submission, names: readonly string[]): Survey {
  checkCharacters(cells.reduce((sum, { source }) => sum + source.length, 0));
  const source = cells.map((cell) => cell.source).join("\n");
  const usedAssignment = /\buseAssignment\(\s*["'`]([\w-]{1,100})["'`]/.exec(source)?.[1];
  const declared = new Set<string>();
  for (const cell of cells) {
    const { units, broken } = readUnitsOnce(cell);
    for (const unit of [...units, ...(broken?.units ?? [])]) for (const name of unit.names) declared.add(name);
  }
  return {
    declaredAssignment,
    usedAssignment: usedAssignment ?? null,
    declares: names.filter((name) => declared.has(name)),
  };
}
