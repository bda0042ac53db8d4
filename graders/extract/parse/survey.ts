import type { Survey } from "../Reading";
import type { Submission } from "./parseSubmission";
import { readUnitsOnce } from "./readUnitsOnce";
import { checkCharacters } from "./sizes";
import { usedIn } from "./usedIn";

/** What tells which assignment a submission belongs to. Of its declarations, only those in `names` are listed. */
export function survey(
  { cells, declaredAssignment }: Submission,
  names: readonly string[],
  enough: readonly string[] = [],
): Survey {
  checkCharacters(cells.reduce((sum, { source }) => sum + source.length, 0));
  const usedAssignment = usedIn(cells);
  const told = { declaredAssignment, usedAssignment, declares: [], unwritten: [] };
  if ([declaredAssignment, usedAssignment].some((slug) => slug !== null && enough.includes(slug))) return told;
  // Of several declarations of a name, the last one counts.
  const isWritten = new Map<string, boolean>();
  for (const cell of cells) {
    const { units, broken } = readUnitsOnce(cell);
    for (const unit of [...units, ...(broken?.units ?? [])]) {
      for (const name of unit.names) isWritten.set(name, !stub.test(unit.declaring.source));
    }
  }
  return {
    ...told,
    declares: names.filter((name) => isWritten.has(name)),
    unwritten: names.filter((name) => isWritten.get(name) === false),
  };
}

/** What a function does until a learner writes it. */
const stub = /\bthrow new NotImplemented\(/;
