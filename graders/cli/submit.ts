import type { Command } from "commander";
import { words } from "../../src/words/words";
import type { run } from "./submit/run";

const help = words.submitCommand.help;

export function register(program: Command): void {
  program
    .command("submit")
    .description(help.description)
    .argument("<file>", help.file)
    .option("--to <url>", help.to)
    .option("--run <slug>", help.run)
    .addHelpText("after", help.after)
    .action(async (...args: Parameters<typeof run>) => (await import("./submit/run")).run(...args));
}
