import { readdirSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join, relative, resolve } from "node:path";
import type { Command } from "commander";
import { makeFolder } from "../../src/kernel/node/places/makeFolder";
import { words } from "../../src/words/words";
import type { Migration, Naming } from "../authoring/migrate/migrate";
import { NotGradable } from "../extract/NotGradable";
import { courseInUse } from "./courseInUse";
import { UsageError } from "./UsageError";

const help = words.help.migrate;
const say = words.commands.migrate;

export function register(program: Command): void {
  program
    .command("migrate")
    .description(help.description)
    .argument("<notebook>", help.notebook)
    .option("-o, --out <folder>", help.out)
    .addHelpText("after", help.after)
    .action(run);
}

async function run(file: string, { out }: { out?: string }): Promise<void> {
  if (extname(file).toLowerCase() !== ".ipynb") throw new UsageError(say.notANotebook(file));
  // Loaded here, so that --help and usage errors are answered at once.
  const { slugFrom } = await import("../authoring/migrate/names");
  const folder = resolve(out ?? slugFrom(basename(file, extname(file))));
  checkFolder(folder);
  const { files, summary } = await migration(file, await namingOf(file, folder));
  for (const { path, content } of files) {
    makeFolder(dirname(join(folder, path)));
    writeFileSync(join(folder, path), content);
  }
  const shown = relative("", folder) || ".";
  console.log(`${summary}\n\n${say.wrote(files.length, shown, join(shown, "MIGRATION.md"))}`);
}

/** The number and slug from a folder such as `09-squares`; without a number, the next free one of the course. */
async function namingOf(file: string, folder: string): Promise<Naming> {
  const { slugFrom } = await import("../authoring/migrate/names");
  const { assignments } = await courseInUse();
  const { nextNumber } = await import("../authoring/scaffold/nextNumber");
  const { whyBadSlug } = await import("../authoring/scaffold/whyBadSlug");
  const [, number, name] = /^(?:(\d{1,2})-)?(.*)$/.exec(basename(folder)) ?? [];
  // The folder's name may not suit an assignment, such as `out`; then the notebook's name is used.
  const slugs = [slugFrom(name), slugFrom(basename(file, extname(file)))];
  const slug = slugs.find((one) => whyBadSlug(one, assignments) === null);
  if (slug === undefined) throw new UsageError(`${whyBadSlug(slugs[0], assignments)}, ${say.byFolder}`);
  return { fileName: basename(file), slug, number: number === undefined ? nextNumber(assignments) : Number(number) };
}

async function migration(file: string, naming: Naming): Promise<Migration> {
  const { migrateFile } = await import("../authoring/migrate/migrateFile");
  try {
    return migrateFile(file, naming);
  } catch (error) {
    if (!(error instanceof NotGradable)) throw error;
    throw new UsageError(`${file} ${error.message}`);
  }
}

/** Nothing is ever overwritten. */
function checkFolder(folder: string): void {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return;
    throw new UsageError(say.unusableFolder(folder, code));
  }
  if (names.length > 0) throw new UsageError(say.fullFolder(folder));
}
