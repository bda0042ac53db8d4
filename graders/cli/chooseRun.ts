import { resolve } from "node:path";
import type { Assignment } from "../../src/check/contract";
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

/**
 * @param results folder for the results
 * @throws UsageError when there is nothing to grade, or when the results would be among the submissions
 */
export function submissionsAt(paths: readonly string[], results?: string): FoundSubmissions {
  if (results === "") throw new UsageError("--out needs the name of a folder");
  if (results !== undefined && paths.some((path) => resolve(path) === resolve(results))) {
    throw new UsageError(`--out ${results} is where the submissions are; name another folder, such as results`);
  }
  const found = asUsage(() => findSubmissions(paths, results));
  if (found.entries.length === 0) {
    throw new UsageError(
      `no submission in ${paths.join(", ")}: expected <student>.ipynb, <student>.ts or <student>/<file>`,
    );
  }
  return found;
}

/** @throws UsageError when there is not exactly one submission, or it is no notebook and no script */
export function submissionAt(file: string): SubmissionEntry {
  const { entries } = submissionsAt([file]);
  if (entries.length > 1) throw new UsageError(`${file} holds ${entries.length} submissions; name one file`);
  const [entry] = entries;
  if (!entry.problem && !isSubmissionName(entry.file)) {
    throw new UsageError(`${file} is neither a notebook (.ipynb) nor a TypeScript file (.ts)`);
  }
  return entry;
}

/** @throws UsageError when the assignment is unknown, or cannot be told from the submissions */
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
  const slugs = assignments.map((assignment) => assignment.slug).join(", ");
  throw new UsageError(`cannot tell which assignment this is; name it with --assignment (${slugs})`);
}

/** Where no file can be read, that is what to say: naming the assignment would not help. */
async function refuseUnreadable(entries: readonly SubmissionEntry[], readers: ReaderPool): Promise<void> {
  const problems: string[] = [];
  for (const entry of entries) {
    const problem = await problemWith(entry, readers);
    if (problem === null) return;
    problems.push(problem);
  }
  if (problems.length === 0) return;
  const first = `${entries[0].shown ?? entries[0].file} ${problems[0]}`;
  throw new UsageError(entries.length === 1 ? first : `none of ${entries.length} submissions can be read: ${first}, …`);
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
