import type { Command } from "commander";
import { words } from "../../../src/words/words";
import type { run } from "./actions/person";
import { dbOption } from "./withStore";

const help = words.gradebookHelp.person;

export function register(book: Command): void {
  book
    .command("person")
    .description(help.description)
    .argument("<login>", words.gradebookHelp.login)
    .addOption(dbOption())
    .option("--export <zip>", help.export)
    .option("--erase", help.erase)
    .addHelpText("after", help.after)
    .action(async (...args: Parameters<typeof run>) => (await import("./actions/person")).run(...args));
}
