import { relative, resolve } from "node:path";
import { type Command, Option } from "commander";
import type { Assignment } from "../../src/check/contract";
import { type Locale, locales } from "../../src/words/locale";
import { words } from "../../src/words/words";
import { nameOf } from "../course/folderOf";
import { courseInUse } from "./courseInUse";
import { UsageError } from "./UsageError";

interface Options {
  solutions?: string;
  lang?: Locale;
  check?: boolean;
}

const help = words.help.build;
const say = words.commands.build;

export function register(program: Command): void {
  program
    .command("build [slug...]")
    .description(help.description)
    .option("--solutions <dir>", help.solutions)
    .addOption(new Option("--lang <language>", help.lang).choices(locales))
    .option("--check", help.check)
    .addHelpText("after", help.after)
    .action(run);
}

async function run(slugs: string[], options: Options): Promise<void> {
  const { build, buildRegistry, buildSolutions, stale, write } = await import("../authoring/build");
  const { selectAssignments } = await import("./selectAssignments");
  const course = await courseInUse();
  const chosen = selectAssignments(course, slugs);
  const { solutions } = options;
  if (options.lang && !solutions) throw new UsageError(say.langOfSolutions);
  const make = solutions
    ? async (assignment: Assignment) => [await buildSolutions(course, assignment, resolve(solutions), options.lang)]
    : (assignment: Assignment) => build(course, assignment);
  const built = await Promise.all(chosen.map((assignment) => make(assignment).catch(explain(assignment))));
  const files = [...built.flat(), ...(solutions ? [] : buildRegistry(course))];
  const shown = (path: string): string => relative(course.root, path);
  if (!options.check) {
    const written = await write(files);
    console.log(written.length > 0 ? written.map((path) => say.wrote(shown(path))).join("\n") : say.upToDate);
    return;
  }
  const old = await stale(files);
  const command = solutions ? `nablab build --solutions ${solutions}` : "nablab build";
  for (const { path } of old) console.error(say.stale(shown(path), command));
  if (old.length > 0) process.exitCode = 1;
  else console.log(say.upToDate);
}

/** Rethrows the error with the assignment's name, as the mistake is in its files. */
function explain(assignment: Assignment): (error: Error) => never {
  return ({ message }) => {
    throw new UsageError(say.fails(nameOf(assignment), assignment.slug, message));
  };
}
