import { join } from "node:path";
import { type Command, Option } from "commander";
import type { Assignment } from "../../src/check/contract";
import type { Locale } from "../../src/words/locale";
import { words } from "../../src/words/words";
import { type NotebookKernel, notebookKernels } from "../authoring/notebook/Kernel";
import type { Course } from "../course/Course";
import { courseInUse } from "./courseInUse";
import { obstacleTo } from "./obstacleTo";
import { langOption, memoryOption, submissionTimeoutOption, timeoutOption, wholeNumber } from "./options";
import { UsageError } from "./UsageError";

interface ReleaseOptions {
  out: string;
  gradescope?: boolean;
  kernel: NotebookKernel;
  lang: Locale;
  seed: number;
  timeout: number;
  submissionTimeout: number;
  memory: number;
}

const help = words.help.release;
const say = words.commands.release;

export function register(program: Command): void {
  program
    .command("release [slug...]")
    .description(help.description)
    .requiredOption("-o, --out <path>", help.out)
    .addOption(new Option("--kernel <name>", help.kernel).choices(notebookKernels).default("nablab"))
    .addOption(langOption(help.lang))
    .option("--gradescope", help.gradescope)
    .addOption(forGradescope(new Option("--seed <n>", help.seed)).argParser(wholeNumber(0)).default(0))
    .addOption(forGradescope(timeoutOption()).default(5))
    .addOption(forGradescope(submissionTimeoutOption()))
    .addOption(forGradescope(memoryOption()).default(256))
    .addHelpText("after", help.after)
    .action(run);
}

/** Limits are lower than for a class: by default Gradescope gives half a processor, 768 MB and ten minutes. */
function forGradescope(option: Option): Option {
  option.description = help.withGradescope(option.description);
  return option;
}

async function run(slugs: string[], options: ReleaseOptions): Promise<void> {
  const { selectAssignments } = await import("./selectAssignments");
  const course = await courseInUse();
  const chosen = [...new Set(selectAssignments(course, slugs))].sort((a, b) => a.number - b.number);
  if (options.gradescope && isZip(options.out) && chosen.length > 1) {
    throw new UsageError(say.oneZipEach);
  }
  if (options.gradescope && options.kernel !== "nablab") throw new UsageError(say.kernelOfLearners);
  if (options.gradescope && options.lang !== "en") throw new UsageError(say.langOfLearners);
  await refuseStale(course, chosen);
  const { NotWritable } = await import("../release/NotWritable");
  try {
    await (options.gradescope
      ? releaseAutograders(course, chosen, options)
      : releaseToLearners(course, chosen, options));
  } catch (error) {
    if (error instanceof NotWritable) throw new UsageError(error.message);
    if (isSystemError(error)) throw new UsageError(obstacleTo(error) ?? say.notWritable(options.out, error.message));
    throw error;
  }
}

function isZip(path: string): boolean {
  return path.toLowerCase().endsWith(".zip");
}

/** For example when the disk is full, a folder is not ours, or a file is where a folder should be. */
function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error;
}

/** Outdated recorded outputs of the reference would tell learners that they are wrong when they are right. */
async function refuseStale(course: Course, chosen: readonly Assignment[]): Promise<void> {
  const { build, stale } = await import("../authoring/build");
  for (const assignment of chosen) {
    const old = await stale(await build(course, assignment));
    if (old.length > 0) throw new UsageError(say.stale(assignment.slug));
  }
}

async function releaseToLearners(
  course: Course,
  chosen: readonly Assignment[],
  { out, kernel, lang }: ReleaseOptions,
): Promise<void> {
  const { tongueFor } = await import("./tongueFor");
  const tongues = await Promise.all(chosen.map((assignment) => tongueFor(course, assignment, lang)));
  const { learnerFiles } = await import("../release/learnerFiles");
  const { writeRelease } = await import("../release/writeRelease");
  const files = await learnerFiles(
    course,
    chosen,
    { kernel, locale: lang },
    tongues.filter((tongue) => tongue !== undefined),
  );
  const isAgain = writeRelease(out, files);
  const slugs = chosen.map(({ slug }) => slug);
  console.log((isAgain ? say.replaced : say.wrote)(out, slugs, files.length));
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
    console.log(say.wroteAutograder(path, assignment.slug));
  }
}
