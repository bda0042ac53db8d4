import { type Command, Option } from "commander";
import { words } from "../../../src/words/words";
import type { run } from "./actions/totals";
import { tableFormats } from "./tableFormats";
import { dbOption } from "./withStore";

const help = words.gradebookHelp.totals;

export function register(book: Command): void {
  book
    .command("totals")
    .description(help.description)
    .addOption(dbOption())
    .option("--run <slug>", help.oneRun)
    .addOption(new Option("-f, --format <name>", help.format).choices(tableFormats).default("table"))
    .addHelpText("after", help.after)
    .action(async (...args: Parameters<typeof run>) => (await import("./actions/totals")).run(...args));
}
