import { type Command, Option } from "commander";
import { words } from "../../../src/words/words";
import { wholeNumber } from "../options";
import type { run } from "./actions/similar";
import { tableFormats } from "./tableFormats";
import { dbOption } from "./withStore";

const help = words.similar.help;

export function register(book: Command): void {
  book
    .command("similar")
    .description(help.description)
    .argument("<run>", words.gradebookHelp.run)
    .addOption(dbOption())
    .addOption(new Option("--top <n>", help.top).argParser(wholeNumber(1)).default(20))
    .addOption(new Option("-f, --format <name>", help.format).choices(tableFormats).default("table"))
    .addHelpText("after", help.after)
    .action(async (...args: Parameters<typeof run>) => (await import("./actions/similar")).run(...args));
}
