import { type Command, Option } from "commander";
import { words } from "../../../src/words/words";
import { rosterFormats } from "../../gradebook/importRoster";
import type { run } from "./actions/import";
import { dbOption } from "./withStore";

const help = words.gradebookHelp.import;

export function register(book: Command): void {
  book
    .command("import")
    .description(help.description)
    .argument("<roster>", help.roster)
    .addOption(dbOption())
    .addOption(new Option("--from <platform>", help.from).choices(rosterFormats).default("csv"))
    .option("--dry-run", help.dryRun)
    .addHelpText("after", help.after)
    .action(async (...args: Parameters<typeof run>) => (await import("./actions/import")).run(...args));
}
