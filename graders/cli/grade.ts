import { type Command, Option } from "commander";
import { words } from "../../src/words/words";
import { layoutNames } from "../intake/layouts/layoutNames";
import { formats } from "../report/formats";
import { htmlFormat } from "../report/formats/html";
import { json } from "../report/formats/json";
import type { Format } from "../report/Report";
import { courseInUse } from "./courseInUse";
import type { ClassOptions } from "./gradeClass";
import { type GradeOptions, readTitle, warnOfWall } from "./gradeOptions";
import {
  assignmentOption,
  jobsOption,
  langOption,
  limitsOf,
  memoryOption,
  sandboxOption,
  submissionTimeoutOption,
  timeoutOption,
  wholeNumber,
} from "./options";
import { UsageError } from "./UsageError";

const help = words.help.grade;
const say = words.commands.grade;

export function register(program: Command): void {
  program
    .command("grade")
    .description(help.description)
    .argument("<path...>", help.paths)
    .option("-o, --out <folder>", help.out)
    .addOption(new Option("-f, --format <list>", help.format).argParser(readFormats))
    .addOption(new Option("--title <text>", help.title).argParser(readTitle))
    .addOption(assignmentOption())
    .addOption(langOption(words.help.options.langOfPages))
    .option("-r, --roster <file>", help.roster)
    .addOption(new Option("--layout <name>", help.layout).choices(layoutNames))
    .option("--no-hidden", help.noHidden)
    .addOption(new Option("--seed <n>", help.seed).argParser(wholeNumber(0)))
    .addOption(jobsOption())
    .addOption(timeoutOption())
    .addOption(submissionTimeoutOption())
    .addOption(memoryOption())
    .addOption(sandboxOption())
    .option("--fresh", help.fresh)
    .option("--no-cache", help.noCache)
    .option("--to <gradebook>", help.to)
    .option("--run <slug>", help.run)
    .option("--received <when>", help.received)
    .option("--enrol", help.enrol)
    .addHelpText("after", help.after(formats))
    .action(run);
}

function readFormats(list: string): Format[] {
  return list.split(",").map((name) => {
    const format = formats.find((known) => known.name === name.trim());
    if (format) return format;
    throw new UsageError(
      say.unknownFormat(
        name,
        formats.map((known) => known.name),
      ),
    );
  });
}

async function run(paths: string[], options: GradeOptions): Promise<void> {
  if (goesToBook(options)) return (await import("./gradebook/actions/gradeToBook")).gradeToBook(paths, options);
  const { format, out } = options;
  if (format && !out && (format.length > 1 || format[0] !== json)) {
    throw new UsageError(say.onlyJson);
  }
  // Loaded here, so that --help and usage errors are answered at once.
  const { bundleLauncher } = await import("../sandbox/host/bundle");
  const { startLauncher } = await import("../sandbox/host/startLauncher");
  // The processes start while the rest is loaded.
  const starter = startLauncher(await bundleLauncher());
  const limits = limitsOf(options, warnOfWall);
  const { takeClass } = await import("./takeClass");
  const { readyClass } = await import("./readyClass");
  const { gradeClass } = await import("./gradeClass");
  const { openReaders } = await import("../sandbox/host/openReaders");
  const course = await courseInUse();
  const { roster, layout } = options;
  const taken = await takeClass({ paths, out, roster, layout }, course.assignments);
  const readers = await openReaders(await limits, starter.launch);
  const { assignment, entries } = await readyClass(
    taken,
    options.assignment ?? taken.slug,
    course.assignments,
    readers,
  );
  const { tongueFor } = await import("./tongueFor");
  const classOptions: ClassOptions = {
    tongue: await tongueFor(course, assignment, options.lang),
    seed: options.seed ?? null,
    hidden: options.hidden,
    limits: await limits,
    jobs: options.jobs,
    ...taken,
    title: options.title,
    cache: options.cache,
    fresh: options.fresh ?? false,
    out: out ?? null,
    formats: format ?? [json, htmlFormat],
    table: out !== undefined || format === undefined,
  };
  const faults = await gradeClass(course, entries, assignment, classOptions, { starter, readers });
  if (faults > 0) process.exitCode = 3;
  await starter.end();
}

/** @throws UsageError for options that only a gradebook needs */
function goesToBook({ to, run, received, enrol }: GradeOptions): boolean {
  if (to !== undefined) return true;
  const needless = Object.entries({ run, received, enrol }).find(([, value]) => value !== undefined);
  if (needless) throw new UsageError(words.gradebook.grade.needsTo(`--${needless[0]}`));
  return false;
}
