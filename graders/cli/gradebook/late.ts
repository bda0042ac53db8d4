import { type Command, Option } from "commander";
import { words } from "../../../src/words/words";
import type { run } from "./actions/late";
import { tableFormats } from "./tableFormats";
import { dbOption } from "./withStore";

const help = words.gradebookHelp.late;

export function register(book: Command): void {
  book
    .command("late")
    .description(help.description)
    .addOption(dbOption())
    .option("--run <slug>", help.oneRun)
    .addOption(new Option("-f, --format <name>", help.format).choices(tableFormats).default("table"))
    .addHelpText("after", help.after)
    .action(async (...args: Parameters<typeof run>) => (await import("./actions/late")).run(...args));
}
