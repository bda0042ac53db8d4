import type { Command } from "commander";
import { words } from "../../../src/words/words";
import type { run } from "./actions/token";
import { dbOption } from "./withStore";

const help = words.handIn.help.token;

export function register(book: Command): void {
  book
    .command("token")
    .description(help.description)
    .argument("[logins...]", help.logins)
    .addOption(dbOption())
    .option("--all", help.all)
    .option("--revoke", help.revoke)
    .addHelpText("after", help.after)
    .action(async (...args: Parameters<typeof run>) => (await import("./actions/token")).run(...args));
}
