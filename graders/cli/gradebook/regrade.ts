import { type Command, Option } from "commander";
import { words } from "../../../src/words/words";
import { jobsOption, memoryOption, sandboxOption, submissionTimeoutOption, timeoutOption } from "../options";
import type { run } from "./actions/regrade";
import { dbOption } from "./withStore";

const help = words.gradebookHelp.regrade;

export function register(book: Command): void {
  book
    .command("regrade")
    .description(help.description)
    .argument("<run>", words.gradebookHelp.run)
    .addOption(dbOption())
    .addOption(new Option("--only <which>", help.only))
    .option("--apply", help.apply)
    .option("--never-lower", help.neverLower)
    .option("--drop", help.drop)
    .option("--undo", help.undo)
    .addOption(jobsOption())
    .addOption(timeoutOption())
    .addOption(submissionTimeoutOption())
    .addOption(memoryOption())
    .addOption(sandboxOption())
    .addHelpText("after", help.after)
    .action(async (...args: Parameters<typeof run>) => (await import("./actions/regrade")).run(...args));
}
