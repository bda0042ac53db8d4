import { type Command, InvalidArgumentError, Option } from "commander";
import { words } from "../../../src/words/words";
import type { run } from "./actions/override";
import { dbOption } from "./withStore";

const help = words.gradebookHelp.override;

function points(given: string): number {
  const value = Number(given);
  if (given.trim() === "" || !Number.isFinite(value) || value < 0) throw new InvalidArgumentError(help.wrongPoints);
  return value;
}

export function register(book: Command): void {
  book
    .command("override")
    .description(help.description)
    .argument("<login>", words.gradebookHelp.login)
    .argument("<run>", words.gradebookHelp.run)
    .addOption(dbOption())
    .option("--function <name>", help.function)
    .addOption(new Option("--points <n>", help.points).argParser(points))
    .option("--reason <text>", words.gradebookHelp.reason)
    .option("--revoke", help.revoke)
    .addHelpText("after", help.after)
    .action(async (...args: Parameters<typeof run>) => (await import("./actions/override")).run(...args));
}
