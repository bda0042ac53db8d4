import { join } from "node:path";
import { type Command, Option } from "commander";
import type { Assignment } from "../../src/check/contract";
import type { Course } from "../course/Course";
import { courseInUse } from "./courseInUse";
import { obstacleTo } from "./obstacleTo";
import { memoryOption, submissionTimeoutOption, timeoutOption, wholeNumber } from "./options";
import { UsageError } from "./UsageError";

interface ReleaseOptions {
  out: string;
  gradescope?: boolean;
  seed: number;
  timeout: number;
  submissionTimeout: number;
  memory: number;
}

const examples = `
Without a slug, all assignments. What learners get holds their notebooks, the library, the kernel and the notebooks' checks,
compiled: no solutions, no hidden checks, nothing of other assignments. The folder has to be new or empty, or to hold an
earlier release, whose files are replaced; what was added to it or changed in it since is left alone.

Examples:
  nablab release logistic-regression --out course/    a folder for learners: \`npm start\` works in it
  nablab release --out course/                        with all assignments
  nablab release logistic-regression --gradescope --out autograder.zip
                                                      for staff to upload; a folder gets a zip file for each assignment`;

export function register(program: Command): void {
  program
    .command("release [slug...]")
    .description("write what learners get, or an autograder for Gradescope")
    .requiredOption("-o, --out <path>", "the folder to write to, or with --gradescope a .zip file")
    .option("--gradescope", "write the zip file of Gradescope's autograder instead; it holds the solution")
    .addOption(
      new Option("--seed <n>", "with --gradescope: seed of the hidden checks' inputs")
        .argParser(wholeNumber(0))
        .default(0),
    )
    .addOption(forGradescope(timeoutOption()).default(5))
    .addOption(forGradescope(submissionTimeoutOption()))
    .addOption(forGradescope(memoryOption()).default(256))
    .addHelpText("after", examples)
    .action(run);
}

/** Smaller than when grading a class: by default Gradescope gives half a processor, 768 MB and ten minutes. */
function forGradescope(option: Option): Option {
  option.description = `with --gradescope: ${option.description}`;
  return option;
}

async function run(slugs: string[], options: ReleaseOptions): Promise<void> {
  const { selectAssignments } = await import("./selectAssignments");
  const course = await courseInUse();
  const chosen = [...new Set(selectAssignments(course, slugs))].sort((a, b) => a.number - b.number);
  if (options.gradescope && isZip(options.out) && chosen.length > 1) {
    throw new UsageError(
      "Gradescope takes a zip file for each assignment: name one assignment, or a folder with --out",
    );
  }
  await refuseStale(course, chosen);
  const { NotWritable } = await import("../release/NotWritable");
  try {
    await (options.gradescope
      ? releaseAutograders(course, chosen, options)
      : releaseToLearners(course, chosen, options.out));
  } catch (error) {
    if (error instanceof NotWritable) throw new UsageError(error.message);
    if (isSystemError(error))
      throw new UsageError(obstacleTo(error) ?? `cannot write to ${options.out}: ${error.message}`);
    throw error;
  }
}

function isZip(path: string): boolean {
  return path.toLowerCase().endsWith(".zip");
}

/** The disk is full, a folder is not ours, or a file is in a folder's place. */
function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error;
}

/** Recorded outputs that are no longer the reference's would tell learners that they are wrong when they are right. */
async function refuseStale(course: Course, chosen: readonly Assignment[]): Promise<void> {
  const { build, stale } = await import("../authoring/build");
  for (const assignment of chosen) {
    const old = await stale(await build(course, assignment));
    if (old.length > 0)
      throw new UsageError(`${assignment.slug} has changed; run \`nablab build\` before releasing it`);
  }
}

async function releaseToLearners(course: Course, chosen: readonly Assignment[], out: string): Promise<void> {
  const { learnerFiles } = await import("../release/learnerFiles");
  const { writeRelease } = await import("../release/writeRelease");
  const files = await learnerFiles(course, chosen);
  const isAgain = writeRelease(out, files);
  const what = `${chosen.map(({ slug }) => slug).join(", ")} (${files.length} files)`;
  console.log(isAgain ? `${out} held an earlier release, now replaced: ${what}` : `wrote ${out}: ${what}`);
}

async function releaseAutograders(
  course: Course,
  chosen: readonly Assignment[],
  { out, ...settings }: ReleaseOptions,
): Promise<void> {
  const { gradescopeFiles } = await import("../release/gradescopeFiles");
  const { nameOf } = await import("../course/folderOf");
  const { writeZip } = await import("../release/writeZip");
  for (const assignment of chosen) {
    const path = isZip(out) ? out : join(out, `${nameOf(assignment)}-gradescope.zip`);
    writeZip(path, await gradescopeFiles(course, assignment, settings));
    console.log(`wrote ${path}: for staff only, it holds the solution of ${assignment.slug}`);
  }
}
