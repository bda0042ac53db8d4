import type { Command } from "commander";
import { words } from "../../../src/words/words";
import type { run } from "./actions/extend";
import { dbOption } from "./withStore";

const help = words.gradebookHelp.extend;

export function register(book: Command): void {
  book
    .command("extend")
    .description(help.description)
    .argument("<login>", words.gradebookHelp.login)
    .argument("<run>", words.gradebookHelp.run)
    .argument("<time>", help.due)
    .addOption(dbOption())
    .requiredOption("--reason <text>", words.gradebookHelp.reason)
    .addHelpText("after", help.after)
    .action(async (...args: Parameters<typeof run>) => (await import("./actions/extend")).run(...args));
}
