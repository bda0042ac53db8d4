import type { Assignment } from "../../src/check/contract";
import { said } from "../../src/words/Saying";
import { words } from "../../src/words/words";
import type { SubmissionEntry } from "../engine/SubmissionEntry";
import { shownPath } from "../intake/Arrival";
import { candidatesIn } from "../intake/candidates";
import { findAssignment } from "../intake/findAssignment";
import type { HandIn } from "../intake/HandIn";
import { nothingToGrade } from "../intake/nothingToGrade";
import { Surveyor } from "../intake/Surveyor";
import { standInFor } from "../intake/standInFor";
import { toEntries } from "../intake/toEntries";
import type { ReaderPool } from "../sandbox/host/ReaderPool";
import { printable } from "../text/printable";
import { namedAssignment } from "./assignmentFor";
import type { TakenClass } from "./takeClass";
import { UsageError } from "./UsageError";

const say = words.commands.choose;

/** A class and its assignment, ready to be graded. */
export interface ReadyClass {
  assignment: Assignment;
  entries: SubmissionEntry[];
}

/** @throws UsageError when the assignment is unknown, or has to be asked */
export async function readyClass(
  { handIns }: Pick<TakenClass, "handIns">,
  slug: string | undefined,
  assignments: readonly Assignment[],
  readers: ReaderPool,
): Promise<ReadyClass> {
  const surveyor = new Surveyor(assignments, readers);
  const assignment =
    slug === undefined ? await assignmentOf(handIns, assignments, surveyor) : namedAssignment(slug, assignments);
  return { assignment, entries: await toEntries(handIns, assignment, surveyor) };
}

async function assignmentOf(
  handIns: readonly HandIn[],
  assignments: readonly Assignment[],
  surveyor: Surveyor,
): Promise<Assignment> {
  const found = await findAssignment(handIns, assignments, surveyor);
  switch (found.kind) {
    case "found":
      return found.assignment;
    case "tie":
      throw new UsageError(words.intake.undecided(found.counts));
    case "mostly-missing": {
      const { slug, functions } = found.assignment;
      throw new UsageError(words.intake.mostlyMissing(slug, found.defined, functions.length));
    }
    case "unknown": {
      // When no file can be read, naming the assignment would not help.
      const problems = await problemsWith(handIns, surveyor);
      if (problems.includes(null)) throw new UsageError(say.unknownAssignment(assignments.map((one) => one.slug)));
      const [first, problem] = [standInFor(handIns[0]), problems[0] ?? ""];
      throw new UsageError(say.noneReadable(problems.length, printable(shownPath(first)), problem));
    }
  }
}

/** Why nothing of each hand-in can be read; null for one of which something can. */
function problemsWith(handIns: readonly HandIn[], surveyor: Surveyor): Promise<(string | null)[]> {
  return Promise.all(
    handIns.map(async (handIn) => {
      if (handIn.problem !== undefined) return said(handIn.problem);
      const told = await Promise.all(candidatesIn(handIn).map((file) => surveyor.tell(file)));
      if (told.length === 0) return said(nothingToGrade(handIn));
      return told.find(({ problem }) => problem === undefined) ? null : (told[0].problem ?? null);
    }),
  );
}
