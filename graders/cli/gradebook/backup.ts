import type { Command } from "commander";
import { words } from "../../../src/words/words";
import type { run } from "./actions/backup";
import { dbOption } from "./withStore";

const help = words.gradebookHelp.backup;

export function register(book: Command): void {
  book
    .command("backup")
    .description(help.description)
    .argument("<file>", help.file)
    .addOption(dbOption())
    .addHelpText("after", help.after)
    .action(async (...args: Parameters<typeof run>) => (await import("./actions/backup")).run(...args));
}
