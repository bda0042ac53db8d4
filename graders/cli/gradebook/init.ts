import type { Command } from "commander";
import { words } from "../../../src/words/words";
import type { run } from "./actions/init";
import { dbOption } from "./withStore";

const help = words.gradebookHelp.init;

export function register(book: Command): void {
  book
    .command("init")
    .description(help.description)
    .addOption(dbOption())
    .option("--title <text>", help.title)
    .option("--zone <name>", help.zone)
    .option("--policy <file>", help.policy)
    .addHelpText("after", help.after)
    .action(async (...args: Parameters<typeof run>) => (await import("./actions/init")).run(...args));
}
