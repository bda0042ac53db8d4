import { basename } from "node:path";
import type { GradedFunction } from "../../src/check/contract";
import { translateRules } from "../../src/check/translateAssignment";
import { type Reason, said, saying } from "../../src/words/Saying";
import type { Place } from "../extract/Cell";
import { NotGradable } from "../extract/NotGradable";
import { type Wall, wallOf } from "../sandbox/host/chooseWall";
import { clip } from "../text/clip";
import { hashOf } from "../text/hashOf";
import { withoutFolders } from "../text/withoutFolders";
import { type About, aboutOf } from "./About";
import type { GradingRun } from "./GradingRun";
import { gradeFunctions } from "./gradeFunctions";
import type { JudgedFunction } from "./judgeFunction";
import { withRemarks } from "./judgeRules";
import { round, sum } from "./points";
import { fileAt, type ReadSubmission, readSubmission, type SubmittedFile } from "./readSubmission";
import type { FunctionResult, SubmissionResult } from "./results";
import type { SubmissionEntry } from "./SubmissionEntry";
import { inTongue } from "./Tongue";
import { withPlaces } from "./withPlaces";

/** A result together with the code that it is about, for reports. */
export interface GradedSubmission {
  result: SubmissionResult;
  /** The graded functions as written. */
  code: CodeExcerpt[];
  /** The walls around its processes. */
  sandbox?: Wall;
  /** Its functions, as its learner is told in the run's second language. */
  translated?: FunctionResult[];
  /** Why it has no score, as its learner is told in that language. */
  said?: string;
  /** What staff say about it. */
  comments?: StaffComment[];
}

/** On a line of a function, on a function, or on the submission as a whole. */
export interface StaffComment {
  name: string | null;
  /** As messages count it: in the code cell, or in the script. */
  line: number | null;
  text: string;
}

export interface CodeExcerpt {
  name: string;
  place: Place;
  source: string;
}

/** Grades one file. Never throws: what goes wrong on our side becomes a result with status `grader-fault`. */
export function gradeEntry(entry: SubmissionEntry, run: GradingRun): Promise<GradedSubmission> {
  const { id, file, below, shown = basename(file), extension, problem } = entry;
  const at = fileAt(file, below);
  const about = { id, ...aboutOf({ ...entry, file: shown }) };
  return gradeSubmission(about, { ...at, extension: extension ?? at.extension, problem }, run);
}

/** Like {@link gradeEntry}, for a submission that need not be a file. */
export async function gradeSubmission(
  about: Pick<SubmissionResult, "id"> & About,
  { extension, load, problem }: SubmittedFile,
  run: GradingRun,
): Promise<GradedSubmission> {
  const start = performance.now();
  const failed: SubmissionResult = {
    ...about,
    sha256: null,
    status: "grader-fault",
    score: null,
    maxScore: run.maxScore,
    durationMs: 0,
    functions: [],
  };
  const since = (): number => Math.round(performance.now() - start);
  let sha256: string | null = null;
  try {
    const loadAndHash = (): Buffer => {
      const bytes = load();
      // Set before the content is parsed: it identifies unreadable submissions too.
      sha256 = hashOf(bytes);
      return bytes;
    };
    if (problem !== undefined) refuse(problem, loadAndHash);
    const submission = await readSubmission({ extension, load: loadAndHash }, run);
    const { extraction } = submission;
    const names = run.assignment.functions.map(({ name }) => name);
    if (names.some((name) => !extraction.has(name))) refuseOther(submission, run.assignment.slug);
    const programs = names.map((name) => extraction.fingerprint(name));
    const grade = () => gradeFunctions(extraction, run);
    const results = await (run.cache ? run.cache.get(programs, grade) : grade());
    // Added outside the cache: places differ even between submissions that run the same programs.
    const reported = (judged: readonly JudgedFunction[], graded: readonly GradedFunction[]) =>
      withRemarks(withPlaces(judged, extraction), graded, extraction);
    const { functions: inEnglish } = run.assignment;
    const functions = reported(results, inEnglish);
    const translated = inTongue(run.tongue, (messages) =>
      reported(results.map(spoken), translateRules(inEnglish, messages)),
    );
    const code = names.flatMap((name) => {
      const excerpt = extraction.sourceOf(name);
      return excerpt ? [{ name, ...excerpt }] : [];
    });
    const result = { ...failed, ...graded(functions), sha256, durationMs: since() };
    return { result, code, sandbox: wallOf(run.limits), ...(translated && { translated }) };
  } catch (error) {
    const status = error instanceof NotGradable ? "not-gradable" : "grader-fault";
    const message = error instanceof Error ? error.message : String(error);
    // Our own messages about a submission contain no paths; the system's messages about a fault do.
    const shown = clip(status === "grader-fault" ? withoutFolders(message) : message, 400);
    const inSecond =
      error instanceof NotGradable ? inTongue(run.tongue, () => clip(said(error.reason), 400)) : undefined;
    const result: SubmissionResult = { ...failed, status, sha256, error: shown, durationMs: since() };
    return { result, code: [], ...(inSecond !== undefined && { said: inSecond }) };
  }
}

/** What was said of it in the second language stands for the English. */
function spoken(judged: JudgedFunction): JudgedFunction {
  return { ...judged, checks: judged.checks.map((check) => ({ ...check, message: check.said ?? check.message })) };
}

function refuse(problem: Reason, load: () => Buffer): never {
  try {
    load();
  } catch {
    // There may be nothing that can be read.
  }
  throw new NotGradable(problem);
}

/** Assignments share names such as `computeCost`, so a notebook of another one would be graded, and earn few points. */
function refuseOther({ declaredAssignment: declared }: ReadSubmission, slug: string): void {
  if (declared === null || declared === slug) return;
  throw new NotGradable(saying("engine", "otherAssignment", clip(declared, 60), slug));
}

function graded(functions: FunctionResult[]): Pick<SubmissionResult, "status" | "score" | "functions"> {
  return { status: "graded", score: round(sum(functions.map(({ points }) => points))), functions };
}
