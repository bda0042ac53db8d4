import { randomInt } from "node:crypto";
import { type Command, Option } from "commander";
import type { FoundSubmissions } from "../engine/findSubmissions";
import {
  assignmentOption,
  jobsOption,
  type LimitOptions,
  limitsOf,
  memoryOption,
  timeoutOption,
  wholeNumber,
} from "./options";
import { UsageError } from "./UsageError";

const formats = ["json", "html"] as const;
type Format = (typeof formats)[number];

interface GradeOptions extends LimitOptions {
  assignment?: string;
  hidden: boolean;
  seed?: number;
  jobs: number;
  out?: string;
  format?: Format[];
}

const examples = `
Examples:
  nablab grade submissions/ --out results/          grade a class; results.json and report.html
  nablab grade ada.ipynb                            grade one notebook, on the terminal
  nablab grade submissions/ --format json > r.json  results for other programs`;

export function register(program: Command): void {
  program
    .command("grade")
    .description("grade notebooks and TypeScript files, each in a process of its own")
    .argument("<path...>", "files, or folders of <student>.ipynb or <student>/<anything>.ipynb")
    .addOption(assignmentOption())
    .option("--no-hidden", "leave out the checks that learners do not see")
    .addOption(
      new Option("--seed <n>", "seed of the hidden checks' inputs; drawn at random where it is left out").argParser(
        wholeNumber(0),
      ),
    )
    .addOption(jobsOption())
    .addOption(timeoutOption())
    .addOption(memoryOption())
    .option("-o, --out <folder>", "where to write the results")
    .addOption(
      new Option("-f, --format <list>", `what to write: ${formats.join(", ")} (default: both into --out)`).argParser(
        readFormats,
      ),
    )
    .addHelpText("after", examples)
    .action(run);
}

function readFormats(list: string): Format[] {
  return list.split(",").map((name) => {
    const format = formats.find((known) => known === name.trim());
    if (!format) throw new UsageError(`there is no format "${name}"; known formats: ${formats.join(", ")}`);
    return format;
  });
}

async function run(paths: string[], options: GradeOptions): Promise<void> {
  const { format, out } = options;
  if (format && !out && (format.length > 1 || format[0] !== "json")) {
    throw new UsageError("only json can be written to the terminal; name a folder for the results with --out");
  }
  // Loaded here, so that --help and wrong usage are answered at once.
  const { assignmentFor, submissionsAt } = await import("./chooseRun");
  const { gradeClass } = await import("./gradeClass");
  const found = submissionsAt(paths);
  const assignment = assignmentFor(
    options.assignment,
    found.entries.map(({ file }) => file),
  );
  reportSkipped(found);
  const faults = await gradeClass(found.entries, assignment, {
    seed: options.seed ?? randomInt(2 ** 32),
    hidden: options.hidden,
    limits: limitsOf(options),
    jobs: options.jobs,
    out: out ?? null,
    formats: format ?? ["json", "html"],
    table: out !== undefined || format === undefined,
  });
  if (faults > 0) process.exitCode = 3;
}

function reportSkipped({ skipped }: FoundSubmissions): void {
  if (skipped.length === 0) return;
  const listed = skipped.slice(0, 3).join(", ") + (skipped.length > 3 ? ", …" : "");
  console.error(`nablab: ${skipped.length} file(s) passed over, as they are neither .ipynb nor .ts: ${listed}`);
}
