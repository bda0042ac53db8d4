import { type Command, Option } from "commander";
import { words } from "../../../src/words/words";
import { wholeNumber } from "../options";
import type { run } from "./actions/run";
import { dbOption } from "./withStore";

const help = words.gradebookHelp.openRun;

export function register(book: Command): void {
  book
    .command("run")
    .description(help.description)
    .argument("<slug>", words.gradebookHelp.run)
    .addOption(dbOption())
    .option("--due <time>", help.due)
    .option("--opens <time>", help.opens)
    .option("--closes <time>", help.closes)
    .addOption(new Option("--counts <which>", help.counts).choices(["best", "last"]))
    .addOption(new Option("--seed <n>", help.seed).argParser(wholeNumber(0)))
    .addOption(new Option("--per-hour <n>", words.handIn.help.perHour).argParser(wholeNumber(1)))
    .option("--anonymous", help.anonymous)
    .option("--release", help.release)
    .addHelpText("after", help.after)
    .action(async (...args: Parameters<typeof run>) => (await import("./actions/run")).run(...args));
}
