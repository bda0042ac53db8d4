import { type Command, Option } from "commander";
import type { Assignment } from "../../src/check/contract";
import { words } from "../../src/words/words";
import type { Finding } from "../authoring/validate";
import type { Course } from "../course/Course";
import { folderOf, nameOf } from "../course/folderOf";
import { courseInUse } from "./courseInUse";
import { workplaceInUse } from "./lab/workplaceInUse";
import { wholeNumber } from "./options";

interface Options {
  seed: number;
  seeds: number;
  run: boolean;
  mutate?: true;
  format: "text" | "json";
}

const help = words.help.validate;
const say = words.commands.validate;

export function register(program: Command): void {
  program
    .command("validate [slug...]")
    .description(help.description)
    .option("--seed <n>", help.seed, wholeNumber(0), 1)
    .option("--seeds <n>", help.seeds, wholeNumber(1), 200)
    .option("--no-run", help.noRun)
    .option("--mutate", help.mutate)
    .addOption(new Option("--format <format>", help.format).choices(["text", "json"]).default("text"))
    .addHelpText("after", help.after)
    .action(run);
}

async function run(slugs: string[], options: Options): Promise<void> {
  const { selectAssignments } = await import("./selectAssignments");
  // The kernel and the notebooks' imports come from the build.
  if (options.run && !options.mutate) await workplaceInUse().build();
  const course = await courseInUse();
  const results = [];
  for (const assignment of selectAssignments(course, slugs)) {
    const prove = options.mutate ? mutateOne : validateOne;
    const result = await prove(course, assignment, options);
    results.push(result);
    if (options.format === "text") console.log(result.text);
  }
  const json = results.map(({ text: _, ...result }) => result);
  if (options.format === "json") console.log(JSON.stringify(json, null, 2));
  if (results.some(({ sound }) => !sound)) process.exitCode = 1;
}

async function validateOne(course: Course, assignment: Assignment, { seed, seeds, run }: Options) {
  const { validate } = await import("../authoring/validate");
  const name = nameOf(assignment);
  const onProgress = (done: number, total: number) => showProgress(say.proof(name, done + 1, total));
  const findings = await validate(course, assignment, { seed, seeds, run, onProgress });
  showProgress("");
  const sound = findings.every(({ problems }) => problems.length === 0);
  return { assignment: name, sound, findings, text: [name, ...findings.map(findingText)].join("\n") };
}

function findingText({ what, problems }: Finding): string {
  return [`  ${problems.length === 0 ? "✓" : "✗"} ${what}`, ...problems.map((line) => `      ${line}`)].join("\n");
}

async function mutateOne(course: Course, assignment: Assignment, { seed }: Options) {
  const { mutate, requiredScore } = await import("../authoring/mutation/mutate");
  const { mutationText } = await import("./mutationText");
  const name = nameOf(assignment);
  const onProgress = (done: number, total: number) => showProgress(say.mutant(name, done, total));
  try {
    const report = await mutate(assignment, folderOf(course, assignment), { seed, timeLimit: 20_000, onProgress });
    const sound = report.score >= requiredScore && report.wrongEntries.length === 0;
    return { assignment: name, sound, ...report, text: mutationText(name, report) };
  } catch (error) {
    const [problem] = (error as Error).message.split("\n");
    return { assignment: name, sound: false, problem, text: `${name}: ${problem}` };
  } finally {
    showProgress("");
  }
}

/** A line that the next one overwrites; nothing unless standard error is a terminal. */
function showProgress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
}
