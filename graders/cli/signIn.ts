import type { Command } from "commander";
import { words } from "../../src/words/words";
import type { run } from "./submit/signIn";

const help = words.submitCommand.signIn;

export function register(program: Command): void {
  program
    .command("sign-in")
    .description(help.description)
    .argument("<url>", help.url)
    .option("--forget", help.forget)
    .addHelpText("after", help.after)
    .action(async (...args: Parameters<typeof run>) => (await import("./submit/signIn")).run(...args));
}
