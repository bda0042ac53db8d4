import { type Command, Option } from "commander";
import { words } from "../../../src/words/words";
import { finalFormats } from "../../gradebook/finalFormats";
import type { Format } from "../../report/Report";
import { readTitle } from "../gradeOptions";
import { UsageError } from "../UsageError";
import type { run } from "./actions/export";
import { dbOption } from "./withStore";

const help = words.gradebookHelp.export;
const say = words.gradebook.say;

function readFormats(list: string): Format[] {
  return list.split(",").map((name) => {
    const format = finalFormats.find((one) => one.name === name.trim());
    if (format) return format;
    throw new UsageError(
      say.unknownFormat(
        name,
        finalFormats.map((one) => one.name),
      ),
    );
  });
}

export function register(book: Command): void {
  book
    .command("export")
    .description(help.description)
    .addOption(dbOption())
    .addOption(new Option("-f, --format <list>", help.format).argParser(readFormats).makeOptionMandatory())
    .addOption(new Option("-o, --out <folder>", help.out).default("marks"))
    .option("--run <slug>", help.oneRun)
    .addOption(new Option("--title <text>", help.title).argParser(readTitle))
    .addHelpText("after", help.after)
    .action(async (...args: Parameters<typeof run>) => (await import("./actions/export")).run(...args));
}
