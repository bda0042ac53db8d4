import { readStructure, type SubmittedFile } from "../../engine/readSubmission";
import { NotGradable } from "../../extract/NotGradable";
import type { Statement, Structure } from "../../extract/Structure";
import { readAs } from "../../intake/readAs";
import type { ReaderPool } from "../../sandbox/host/ReaderPool";
import { contentOf } from "../content";
import type { Db } from "../Store";
import type { ComparedHandIn } from "./countedHandIns";
import { ownStatements } from "./ownStatements";

/** What reading hand-ins needs. */
export interface Reading {
  readers: ReaderPool;
  /** What everybody was given. */
  given: Structure;
}

/** @param starter the assignment's notebook; null where there is none, and nothing was given */
export async function readingOf(starter: SubmittedFile | null, readers: ReaderPool): Promise<Reading> {
  return { readers, given: starter ? await readStructure(starter, readers) : { statements: [] } };
}

/**
 * What a learner has added to what everybody was given.
 *
 * @throws NotGradable when it cannot be read; the message says why
 */
export async function readOwn(
  db: Db,
  { sha256, fileName }: Pick<ComparedHandIn, "sha256" | "fileName">,
  { readers, given }: Reading,
): Promise<Statement[]> {
  const bytes = await contentOf(db, sha256);
  const structure = await readStructure({ extension: readAs(fileName), load: () => bytes }, readers);
  return ownStatements(structure, given);
}

/** As {@link readOwn}, with the reason where it cannot be read. */
export async function tryReadOwn(db: Db, handIn: ComparedHandIn, reading: Reading): Promise<Statement[] | string> {
  try {
    return await readOwn(db, handIn, reading);
  } catch (error) {
    if (error instanceof NotGradable) return error.message;
    throw error;
  }
}
