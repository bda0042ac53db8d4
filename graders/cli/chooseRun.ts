import { resolve } from "node:path";
import type { Assignment } from "../../src/check/contract";
import { words } from "../../src/words/words";
import { assignmentNamed, detectAssignment } from "../engine/chooseAssignment";
import {
  type FoundSubmissions,
  findSubmissions,
  isSubmissionName,
  type SubmissionEntry,
} from "../engine/findSubmissions";
import { fileAt, surveySubmission } from "../engine/readSubmission";
import { NotGradable } from "../extract/NotGradable";
import type { ReaderPool } from "../sandbox/host/ReaderPool";
import { UsageError } from "./UsageError";

const say = words.commands.choose;

/**
 * @param results the folder for the results
 * @throws UsageError when there is nothing to grade, or when the results would be among the submissions
 */
export function submissionsAt(paths: readonly string[], results?: string): FoundSubmissions {
  if (results === "") throw new UsageError(say.noOut);
  if (results !== undefined && paths.some((path) => resolve(path) === resolve(results))) {
    throw new UsageError(say.outAmongSubmissions(results));
  }
  const found = asUsage(() => findSubmissions(paths, results));
  if (found.entries.length === 0) {
    throw new UsageError(say.noSubmission(paths));
  }
  return found;
}

/** @throws UsageError when there is not exactly one submission, or it is neither a notebook nor a script */
export function submissionAt(file: string): SubmissionEntry {
  const { entries } = submissionsAt([file]);
  if (entries.length > 1) throw new UsageError(say.severalSubmissions(file, entries.length));
  const [entry] = entries;
  if (!entry.problem && !isSubmissionName(entry.file)) {
    throw new UsageError(`${file} ${words.extract.wrongExtension}`);
  }
  return entry;
}

/** @throws UsageError when the assignment is unknown, or cannot be detected from the submissions */
export async function assignmentFor(
  assignments: readonly Assignment[],
  slug: string | undefined,
  entries: readonly SubmissionEntry[],
  readers: ReaderPool,
): Promise<Assignment> {
  if (slug !== undefined) return asUsage(() => assignmentNamed(slug, assignments));
  const files = entries.filter(({ problem }) => !problem).map(({ file }) => file);
  const detected = await detectAssignment(files, assignments, readers);
  if (detected) return detected;
  await refuseUnreadable(entries, readers);
  throw new UsageError(say.unknownAssignment(assignments.map((assignment) => assignment.slug)));
}

/** When no file can be read, the error should say so: naming the assignment would not help. */
async function refuseUnreadable(entries: readonly SubmissionEntry[], readers: ReaderPool): Promise<void> {
  const problems: string[] = [];
  for (const entry of entries) {
    const problem = await problemWith(entry, readers);
    if (problem === null) return;
    problems.push(problem);
  }
  if (problems.length === 0) return;
  const first = entries[0].shown ?? entries[0].file;
  const [problem] = problems;
  throw new UsageError(entries.length === 1 ? `${first} ${problem}` : say.noneReadable(entries.length, first, problem));
}

async function problemWith({ file, problem }: SubmissionEntry, readers: ReaderPool): Promise<string | null> {
  if (problem) return problem;
  try {
    await surveySubmission(fileAt(file), [], readers);
    return null;
  } catch (error) {
    if (error instanceof NotGradable) return error.message;
    throw error;
  }
}

function asUsage<T>(attempt: () => T): T {
  try {
    return attempt();
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
