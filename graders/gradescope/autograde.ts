import { rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Assignment } from "../../src/check/contract";
import { words } from "../../src/words/words";
import { functionsOnArrays, misconceptionsOnArrays } from "../course/onArrays";
import { assembleRun, type GradingStaff } from "../engine/assembleRun";
import type { GradingRun } from "../engine/GradingRun";
import { gradeEntry, gradeSubmission } from "../engine/gradeSubmission";
import type { SubmittedFile } from "../engine/readSubmission";
import { gradescopeResults } from "../report/formats/gradescope";
import { formatVerdict } from "../report/verdict";
import { chooseWall } from "../sandbox/host/chooseWall";
import { startLauncher } from "../sandbox/host/startLauncher";
import { startReaders } from "../sandbox/host/startReaders";
import { writeWhole } from "../text/writeWhole";
import { findSubmission } from "./findSubmission";

/** The assignment that an autograder is made for. */
export interface Edition {
  assignment: Assignment;
  /** As its files have it. */
  staff: GradingStaff;
  /** The notebook as learners get it, as text; null when there is none. */
  notebook: string | null;
}

/**
 * Grades the submission below `--root` and writes `results/results.json` there. With `--self-test` it grades no
 * submission, and only shows that it could.
 *
 * @returns the exit code: 0 when there is a result, whatever the score; 3 for a grader fault. In that case there is no
 * results.json, as Gradescope takes only those with a score; it then reports that the autograder failed.
 */
export async function autograde(edition: Edition, args: string[]): Promise<number> {
  try {
    const { root, selfTest, seed, limits } = readArguments(args);
    const target = join(root, "results/results.json");
    rmSync(target, { force: true });
    const names = ["sandbox.js", "referee.js", "launcher.js", "reader.js"];
    const [sandboxBundle, refereeBundle, launcherBundle, readerBundle] = names.map((name) => join(__dirname, name));
    const starter = startLauncher(launcherBundle);
    const { wall } = await chooseWall("auto");
    const readers = startReaders(readerBundle, { wall }, starter.launch);
    const run = await assembleRun(
      {
        ...edition,
        staff: staffOn(edition),
        notebook: notebookIn(edition),
        sandboxBundle,
        refereeBundle,
        starter,
        readers,
      },
      { hidden: true, cache: false, seed, limits: { ...limits, wall } },
    );
    const code = await (selfTest ? test(run) : grade(run, join(root, "submission"), target));
    await starter.end();
    return code;
  } catch (error) {
    return reportFault(error instanceof Error ? error.message : String(error));
  }
}

function staffOn({ assignment, staff }: Edition): GradingStaff {
  return {
    ...staff,
    solution: functionsOnArrays(assignment, staff.solution),
    misconceptions: misconceptionsOnArrays(assignment, staff.misconceptions),
  };
}

function notebookIn({ notebook }: Edition): SubmittedFile | null {
  return notebook === null ? null : { extension: ".ipynb", load: () => Buffer.from(notebook) };
}

function readArguments(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      root: { type: "string" },
      "self-test": { type: "boolean", default: false },
      seed: { type: "string" },
      timeout: { type: "string" },
      "submission-timeout": { type: "string" },
      memory: { type: "string" },
    },
  });
  const number = (name: "seed" | "timeout" | "submission-timeout" | "memory"): number => {
    const value = Number(values[name]);
    if (!Number.isFinite(value)) throw new Error(words.gradescope.notANumber(name, values[name]));
    return value;
  };
  if (values.root === undefined) throw new Error(words.gradescope.noRoot);
  const limits = {
    seconds: number("timeout"),
    submissionSeconds: number("submission-timeout"),
    memoryMB: number("memory"),
  };
  return { root: values.root, selfTest: values["self-test"], seed: number("seed"), limits };
}

async function grade(run: GradingRun, submission: string, target: string): Promise<number> {
  const { result } = await gradeEntry(await findSubmission(submission, run.assignment, run.readers), run);
  if (result.status === "grader-fault") return reportFault(result.error ?? words.gradescope.unknownReason);
  const titles = new Map(run.checks.map(({ id, title }) => [id, title]));
  writeWhole(target, [`${JSON.stringify(gradescopeResults(result, titles), null, 2)}\n`]);
  console.log(formatVerdict(result, run));
  return 0;
}

/** Grades a function that does nothing, so that the sandbox has to start. */
async function test(run: GradingRun): Promise<number> {
  const { slug, functions } = run.assignment;
  const source = Buffer.from(`function ${functions[0].name}() {}`);
  const submission = { id: "self-test", file: "self-test.ts" };
  const { result } = await gradeSubmission(submission, { extension: ".ts", load: () => source }, run);
  if (result.status !== "graded") return reportFault(result.error ?? words.gradescope.unknownReason);
  const checks = result.functions.reduce((total, one) => total + one.checks.length, 0);
  console.log(words.gradescope.ready(slug, checks, result.maxScore));
  return 0;
}

function reportFault(message: string): number {
  console.error(words.gradescope.fault(message));
  return 3;
}
