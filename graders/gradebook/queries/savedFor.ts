import type { GradedSubmission } from "../../engine/gradeSubmission";
import type { Db } from "../Store";
import { type SavedRow, savedComments } from "../savedComment";

/** Saved comments for a submission: first those after a mistake that it makes, then those on its functions that are not correct. */
export async function savedFor(db: Db, verdict: GradedSubmission | null): Promise<SavedRow[]> {
  const functions = verdict?.result.functions ?? [];
  const known = new Map(functions.map((one) => [one.name, one]));
  const made = new Set(functions.flatMap(({ checks }) => checks.flatMap(({ misconception }) => misconception ?? [])));
  const rank = ({ name, misconception }: SavedRow): number => {
    const status = known.get(name ?? "")?.status;
    if (misconception !== null && made.has(misconception)) return 0;
    if (status !== undefined && status !== "correct") return misconception === null ? 1 : 3;
    return name === null ? 2 : 4;
  };
  return (await savedComments(db))
    .filter(({ name }) => name === null || known.has(name))
    .toSorted((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}
