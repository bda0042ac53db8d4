import { join } from "node:path";
import { type Command, Option } from "commander";
import type { Assignment } from "../../src/check/contract";
import { serverAddress } from "../../src/handIn/serverAddress";
import type { Locale } from "../../src/words/locale";
import { words } from "../../src/words/words";
import { type NotebookKernel, notebookKernels } from "../authoring/notebook/Kernel";
import type { Course } from "../course/Course";
import type { Tongue } from "../engine/Tongue";
import { courseInUse } from "./courseInUse";
import { obstacleTo } from "./obstacleTo";
import { langOption, memoryOption, submissionTimeoutOption, timeoutOption, wholeNumber } from "./options";
import { UsageError } from "./UsageError";

interface ReleaseOptions {
  out?: string;
  site?: string;
  serve?: number;
  handIn?: string;
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
    .option("-o, --out <path>", help.out)
    .option("--site <folder>", help.site)
    .option("--hand-in <url>", help.handIn)
    .addOption(new Option("--serve [port]", help.serve).argParser(wholeNumber(0)).preset(0))
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
  const { site, serve, handIn, gradescope, kernel, lang } = options;
  if ((options.out === undefined) === (site === undefined)) throw new UsageError(say.outOrSite);
  if (site !== undefined && (gradescope || kernel !== "nablab")) throw new UsageError(say.onlySite);
  if ((serve !== undefined || handIn !== undefined) && site === undefined) throw new UsageError(say.onlyWithSite);
  const out = options.out ?? site ?? "";
  const { selectAssignments } = await import("./selectAssignments");
  const course = await courseInUse();
  const chosen = [...new Set(selectAssignments(course, slugs))].sort((a, b) => a.number - b.number);
  if (gradescope && isZip(out) && chosen.length > 1) {
    throw new UsageError(say.oneZipEach);
  }
  if (gradescope && kernel !== "nablab") throw new UsageError(say.kernelOfLearners);
  if (gradescope && lang !== "en") throw new UsageError(say.langOfLearners);
  await refuseStale(course, chosen);
  const { NotWritable } = await import("../release/NotWritable");
  try {
    if (site !== undefined) await releaseSite(course, chosen, { ...options, site });
    else if (gradescope) await releaseAutograders(course, chosen, { ...options, out });
    else await releaseToLearners(course, chosen, { out, kernel, lang });
  } catch (error) {
    if (error instanceof NotWritable) throw new UsageError(error.message);
    if (isSystemError(error)) throw new UsageError(obstacleTo(error) ?? say.notWritable(out, error.message));
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
  { out, kernel, lang }: { out: string; kernel: NotebookKernel; lang: Locale },
): Promise<void> {
  const tongues = await tonguesFor(course, chosen, lang);
  const { learnerFiles } = await import("../release/learnerFiles");
  const { writeRelease } = await import("../release/writeRelease");
  const files = await learnerFiles(course, chosen, { kernel, locale: lang }, tongues);
  const isAgain = writeRelease(out, files);
  const slugs = chosen.map(({ slug }) => slug);
  console.log((isAgain ? say.replaced : say.wrote)(out, slugs, files.length));
}

/** What assignments say in a language; nothing for English. */
async function tonguesFor(course: Course, chosen: readonly Assignment[], lang: Locale): Promise<Tongue[]> {
  const { tongueFor } = await import("./tongueFor");
  const tongues = await Promise.all(chosen.map((assignment) => tongueFor(course, assignment, lang)));
  return tongues.filter((tongue) => tongue !== undefined);
}

async function releaseSite(
  course: Course,
  chosen: readonly Assignment[],
  { site: folder, serve, handIn, lang }: { site: string; serve?: number; handIn?: string; lang: Locale },
): Promise<void> {
  const handInTo = handIn === undefined ? undefined : addressOf(handIn);
  const tongues = await tonguesFor(course, chosen, lang);
  const { siteFiles } = await import("../release/site/siteFiles");
  const { writeRelease } = await import("../release/writeRelease");
  const python = await pythonWithLite(course);
  if (python === undefined) return;
  const files = await siteFiles(course, chosen, python, { tongues, handInTo });
  writeRelease(folder, files);
  const bytes = files.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0);
  const slugs = chosen.map(({ slug }) => slug);
  console.log(say.wroteSite(folder, slugs, files.length, bytes / 1e6));
  if (serve !== undefined) await serveSite(folder, serve);
}

/** The origin of the pages to which learners hand in. */
function addressOf(given: string): string {
  try {
    return serverAddress(given).origin;
  } catch (error) {
    throw new UsageError((error as RangeError).message);
  }
}

/** Until somebody ends the command. */
async function serveSite(folder: string, port: number): Promise<void> {
  const { serveFolder } = await import("../release/site/serveFolder");
  const { address } = await serveFolder(folder, port).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "EADDRINUSE") throw new UsageError(say.portTaken(port));
    throw error;
  });
  console.log(say.serving(address));
}

/** Installs JupyterLite into an environment of its own; undefined if Python lacks something, which is said. */
async function pythonWithLite({ root }: Course): Promise<string | undefined> {
  const { MissingRequirement } = await import("./lab/findPython");
  const { installRequirements } = await import("./lab/installRequirements");
  const { virtualEnvironment } = await import("./lab/virtualEnvironment");
  const environment = virtualEnvironment(join(root, ".venv", "site"));
  const requirements = join(__dirname, "../release/site/requirements.txt");
  try {
    await installRequirements(environment, requirements, () => console.log(say.installingLite));
    return environment.python;
  } catch (error) {
    if (!(error instanceof MissingRequirement)) throw error;
    console.error(`nablab: ${error.message}`);
    process.exitCode = 1;
    return undefined;
  }
}

async function releaseAutograders(
  course: Course,
  chosen: readonly Assignment[],
  { out, ...settings }: ReleaseOptions & { out: string },
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
