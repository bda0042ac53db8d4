import { extname } from "node:path";
import type { Assignment } from "../../src/check/contract";
import type { Reason } from "../../src/words/Saying";
import { Extraction } from "../extract/Extraction";
import { NotGradable } from "../extract/NotGradable";
import type { Question, Reading, Survey } from "../extract/Reading";
import { readBytes } from "../extract/readBytes";
import type { Structure } from "../extract/Structure";
import type { Effects, Unit } from "../extract/Unit";
import type { ReaderPool } from "../sandbox/host/ReaderPool";
import type { GradingRun } from "./GradingRun";

/** A submission's file. */
export interface SubmittedFile {
  /** `.ipynb` or `.ts`. */
  extension: string;
  /** Reads its bytes. @throws NotGradable when they cannot be read; the message says why */
  load(): Buffer;
  /** Why it is not graded whatever it holds; continues its name. */
  problem?: Reason;
}

/** What grading needs of a submission. */
export interface ReadSubmission {
  /** What it says itself: in a notebook's metadata, else in its call of `useAssignment`. */
  declaredAssignment: string | null;
  extraction: Extraction;
}

/** @param below how many names at the end of the path may not be links */
export function fileAt(path: string, below = 1): SubmittedFile {
  return { extension: extname(path).toLowerCase(), load: () => readBytes(path, below) };
}

/**
 * Has a reader find the graded functions and what they reach.
 *
 * @throws NotGradable when that cannot be done; the message says why
 * @throws Error when no reader can be started, which is a problem of the machine
 */
export async function readSubmission(
  file: SubmittedFile,
  { assignment: { functions, modules }, readers, given }: Pick<GradingRun, "assignment" | "readers" | "given">,
): Promise<ReadSubmission> {
  const graded = functions.map(({ name }) => name);
  const ruled = functions.filter(({ rules = [] }) => rules.length > 0).map(({ name }) => name);
  const effects = given.map(effectsOf);
  const question: Question = { about: "code", extension: file.extension, graded, ruled, modules, given: effects };
  const { declaredAssignment, usedAssignment, units } = await ask<Reading>(file, question, readers);
  return { declaredAssignment: declaredAssignment ?? usedAssignment, extraction: new Extraction(units, graded, given) };
}

function effectsOf({ kind, names, value, loadUses, laterUses, changes, laterChanges, shares }: Unit): Effects {
  return { kind, names, value, loadUses, laterUses, changes, laterChanges, shares };
}

/**
 * Has a reader find what an assignment's own notebook declares besides the graded functions.
 *
 * @throws as {@link readSubmission}
 */
export async function readGivenCode(
  file: SubmittedFile,
  { functions, modules }: Assignment,
  readers: ReaderPool,
): Promise<Unit[]> {
  const graded = functions.map(({ name }) => name);
  return (await ask<Reading>(file, { about: "given", extension: file.extension, graded, modules }, readers)).units;
}

/**
 * Has a reader find what tells which assignment a file belongs to.
 *
 * @param names names of functions; the answer says which of them the file declares
 * @param enough slugs of which one in the file is enough: its functions are then not looked for
 * @throws as {@link readSubmission}
 */
export function surveySubmission(
  file: SubmittedFile,
  names: readonly string[],
  readers: ReaderPool,
  enough: readonly string[] = [],
): Promise<Survey> {
  return ask<Survey>(file, { about: "assignment", extension: file.extension, names, enough }, readers);
}

/**
 * Has a reader find what a file is made of, for comparing it with others.
 *
 * @throws as {@link readSubmission}
 */
export function readStructure(file: SubmittedFile, readers: ReaderPool): Promise<Structure> {
  return ask<Structure>(file, { about: "structure", extension: file.extension }, readers);
}

/** Readers are our own and never run a submission's code, so their answers can be trusted to have the right form. */
async function ask<T extends Survey | Reading | Structure>(
  file: SubmittedFile,
  question: Question,
  readers: ReaderPool,
): Promise<T> {
  const answer = await readers.ask(file.load, JSON.stringify(question));
  if (answer.kind === "refused") throw new NotGradable(answer.reason);
  return JSON.parse(answer.text) as T;
}
