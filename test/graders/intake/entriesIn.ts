import type { SubmissionEntry } from "../../../graders/engine/SubmissionEntry";
import type { Teller } from "../../../graders/intake/Surveyor";
import { type Intake, takeIn } from "../../../graders/intake/takeIn";
import { toEntries } from "../../../graders/intake/toEntries";
import { assignments } from "../../../src/assignments";

/** Nobody reads the files. */
export const silent: Teller = {
  tell: async () => ({ slug: null, declared: false, share: 0 }),
  shareOf: async () => 0,
};

/** What folders and files hold, without opening archives. */
export function intakeOf(paths: readonly string[], results?: string): Promise<Intake> {
  const newFolder = (): string => {
    throw new Error("no archive was expected");
  };
  return takeIn(paths, { results, released: ["01-logistic-regression", "02-shallow-network"], newFolder });
}

/** The submissions in folders and files, as by their names alone. */
export async function entriesIn(...paths: string[]): Promise<SubmissionEntry[]> {
  return toEntries((await intakeOf(paths)).handIns, assignments[0], silent);
}
