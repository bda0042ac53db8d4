import type { Difference } from "../../src/words/en/commands";
import { words } from "../../src/words/words";
import type { GradingRun } from "../engine/GradingRun";
import { Journal } from "../engine/Journal";
import type { JournalHeader } from "../engine/JournalHeader";
import { UsageError } from "./UsageError";

const say = words.commands.grade;

interface Opening {
  fresh: boolean;
  /** How many students of the class this run has not found. */
  kept: number;
}

/**
 * The journal for a run.
 *
 * @param resumed the journal of the earlier run that goes on; null starts a new one
 * @throws UsageError when that run's results were obtained under other conditions
 */
export function openJournal(
  folder: string,
  { assignment, seed, conditions }: GradingRun,
  resumed: Journal | null,
  { fresh, kept }: Opening,
): Journal {
  const header: JournalHeader = { schema: "nablab.journal/1", assignment: assignment.slug, seed, conditions };
  if (resumed && JSON.stringify(resumed.header) !== JSON.stringify(header)) {
    const difference = differenceOf(resumed.header, header);
    throw new UsageError(kept > 0 ? say.otherClass(folder, kept, difference) : say.otherRun(folder, difference));
  }
  const journal = resumed ?? Journal.open(folder, header, fresh);
  if (journal.keptAside !== null) {
    console.error(`nablab: ${say.journalKeptAside(folder, journal.keptAside)}`);
  }
  if (journal.unreadableLines > 0) {
    console.error(`nablab: ${say.unreadableLines(folder, journal.unreadableLines)}`);
  }
  return journal;
}

function differenceOf(earlier: JournalHeader, { assignment, seed }: JournalHeader): Difference {
  if (earlier.assignment !== assignment) return { of: "assignment", earlier: earlier.assignment, now: assignment };
  if (earlier.seed !== seed) return { of: "seed", earlier: earlier.seed, now: seed };
  return { of: "conditions" };
}
