import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Assignment } from "../../src/check/contract";
import { words } from "../../src/words/words";
import { nameOf } from "../course/folderOf";
import { Journal } from "../engine/Journal";
import type { Learner } from "../intake/Learner";
import { layouts } from "../intake/layouts";
import type { LayoutName } from "../intake/layouts/layoutNames";
import { matchRoster } from "../intake/roster/matchRoster";
import type { Roster } from "../intake/roster/Roster";
import { readRoster } from "../intake/roster/readRoster";
import { type Intake, takeIn } from "../intake/takeIn";
import { type Search, searchWithinClass } from "./searchWithinClass";
import { UsageError } from "./UsageError";
import { whenEnded } from "./whenEnded";

const say = words.commands.choose;

/** What the command says about a class. */
export interface ClassRequest {
  paths: readonly string[];
  /** The folder for the results. */
  out?: string;
  layout?: LayoutName;
  /** The file with the class's learners. */
  roster?: string;
  /** Who is in the class, if that is known already. */
  listed?: Roster;
}

/** A class whose learners are known. */
export interface TakenClass extends Pick<Intake, "handIns">, Omit<Search, "intake" | "others"> {
  /** On the roster, and handed nothing in. */
  absent: Learner[];
  /** The ids of those who handed something in and are not on the roster. */
  unknown: string[];
  roster?: Roster;
  /** The assignment of the class that this is a part of. */
  slug?: string;
}

/**
 * Finds out who handed in what, and tells on the terminal what it took the class for.
 *
 * @throws UsageError when there is nothing to grade, or when the results would be among the submissions
 */
export async function takeClass(request: ClassRequest, assignments: readonly Assignment[]): Promise<TakenClass> {
  const { paths, out, layout, roster } = request;
  if (out === "") throw new UsageError(say.noOut);
  if (out !== undefined && paths.some((path) => resolve(path) === resolve(out))) {
    throw new UsageError(say.outAmongSubmissions(out));
  }
  const chosen = layouts.find(({ name }) => name === layout);
  const options = { results: out, layout: chosen, released: assignments.map(nameOf), newFolder: temporaryFolders() };
  const { intake, others, ...search } = await searchWithinClass(paths, out, (places) =>
    asUsage(() => takeIn(places, options)),
  );
  const listed =
    request.listed ?? (await asUsage(async () => (roster === undefined ? rosterIn(out) : readRoster(roster))));
  if (intake.handIns.length === 0) throw new UsageError(say.noSubmission(paths));
  for (const one of intake.recognised) tell(words.intake.recognised(one.layout, one.learners));
  if (intake.passedOver.length > 0) tell(words.intake.passedOver(intake.passedOver));
  const slug = search.isWhole || out === undefined ? undefined : Journal.headerIn(out)?.assignment;
  const taken = {
    ...search,
    ...(slug === undefined ? {} : { slug }),
    handIns: intake.handIns,
    absent: [],
    unknown: [],
  };
  if (!listed) return taken;
  const { handIns, absent, unknown } = matchRoster(intake.handIns, listed, others);
  const learners = handIns.reduce((sum, one) => sum + one.learners.length, 0);
  if (search.isWhole) tell(words.intake.roster.matched(listed.file, learners - unknown.length, absent.length));
  if (listed.duplicates.length > 0) tell(words.intake.roster.duplicates(listed.file, listed.duplicates));
  if (unknown.length > 0 && request.listed === undefined) tell(words.intake.roster.unknown(listed.file, unknown));
  return { ...taken, handIns, absent, unknown, roster: listed };
}

/** Of the last run into this folder that had one. */
function rosterIn(out: string | undefined): Roster | undefined {
  return out === undefined ? undefined : Journal.rosterIn(out);
}

async function asUsage<T>(attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** Gives new folders in one that is removed when this process ends. */
function temporaryFolders(): () => string {
  let parent: string | undefined;
  let count = 0;
  const remove = (): void => {
    if (parent !== undefined) rmSync(parent, { recursive: true, force: true });
  };
  return () => {
    if (parent === undefined) {
      parent = mkdtempSync(join(tmpdir(), "nablab-intake-"));
      whenEnded(remove);
    }
    count += 1;
    const folder = join(parent, String(count));
    mkdirSync(folder);
    return folder;
  };
}

function tell(text: string): void {
  console.error(`nablab: ${text}`);
}
