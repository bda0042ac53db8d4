import type { Place } from "../extract/Cell";
import { clip } from "../extract/clip";
import { extract } from "../extract/extract";
import { NotGradable } from "../extract/NotGradable";
import { readSubmission, type Submission } from "../extract/readSubmission";
import { type Wall, wallOf } from "../sandbox/host/chooseWall";
import type { SubmissionEntry } from "./findSubmissions";
import type { GradingRun } from "./GradingRun";
import { gradeFunctions } from "./gradeFunctions";
import { round, sum } from "./judgeFunction";
import { withRemarks } from "./judgeRules";
import type { FunctionResult, SubmissionResult } from "./results";
import { withPlaces } from "./withPlaces";

/** A result together with the code it is about, for reports. */
export interface GradedSubmission {
  result: SubmissionResult;
  /** The graded functions as they were written. */
  code: CodeExcerpt[];
  /** What stood around its processes. */
  sandbox?: Wall;
}

export interface CodeExcerpt {
  name: string;
  place: Place;
  source: string;
}

/** Grades one file. Never throws: what goes wrong on our side is a result too, of status `grader-fault`. */
export function gradeEntry({ id, file, problem }: SubmissionEntry, run: GradingRun): Promise<GradedSubmission> {
  const read = (): Submission => {
    if (problem) throw new NotGradable(problem);
    return readSubmission(file);
  };
  return gradeSubmission({ id, file }, read, run);
}

/** As {@link gradeEntry}, for a submission that comes from `read`, wherever it has it from. */
export async function gradeSubmission(
  { id, file }: Pick<SubmissionResult, "id" | "file">,
  read: () => Submission,
  run: GradingRun,
): Promise<GradedSubmission> {
  const start = performance.now();
  const failed: SubmissionResult = {
    ...{ id, file, sha256: null, status: "grader-fault", score: null, maxScore: run.maxScore, durationMs: 0 },
    functions: [],
  };
  const since = (): number => Math.round(performance.now() - start);
  let sha256: string | null = null;
  try {
    const submission = read();
    sha256 = submission.sha256;
    const names = run.assignment.functions.map(({ name }) => name);
    const extraction = extract(submission.cells, names);
    if (names.some((name) => !extraction.has(name))) refuseOther(submission, run.assignment.slug);
    const programs = names.map((name) => (extraction.has(name) ? extraction.program([name]) : ""));
    const grade = () => gradeFunctions(extraction, run);
    const results = await (run.cache ? run.cache.get(programs, grade) : grade());
    // Not from the cache: the places in the code differ between submissions that run the same programs.
    const functions = withRemarks(withPlaces(results, extraction), run.assignment.functions, extraction);
    const code = names.flatMap((name) => {
      const excerpt = extraction.sourceOf(name);
      return excerpt ? [{ name, ...excerpt }] : [];
    });
    const result = { ...failed, ...graded(functions), sha256, durationMs: since() };
    return { result, code, sandbox: wallOf(run.limits) };
  } catch (error) {
    const status = error instanceof NotGradable ? "not-gradable" : "grader-fault";
    const message = error instanceof Error ? error.message : String(error);
    return { result: { ...failed, status, sha256, error: clip(message, 400), durationMs: since() }, code: [] };
  }
}

/** Assignments share names such as `computeCost`: another one's notebook would be graded, with few points. */
function refuseOther({ declaredAssignment: declared }: Submission, slug: string): void {
  if (declared === null || declared === slug) return;
  throw new NotGradable(`is a notebook of the assignment "${clip(declared, 60)}", not of "${slug}"`);
}

function graded(functions: FunctionResult[]): Pick<SubmissionResult, "status" | "score" | "functions"> {
  return { status: "graded", score: round(sum(functions.map(({ points }) => points))), functions };
}
