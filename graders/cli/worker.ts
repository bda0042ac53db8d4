import { type Command, Option } from "commander";
import { words } from "../../src/words/words";
import type { run } from "./gradebook/actions/worker";
import { dbOption } from "./gradebook/withStore";
import {
  jobsOption,
  memoryOption,
  sandboxOption,
  submissionTimeoutOption,
  timeoutOption,
  wholeNumber,
} from "./options";

const { help } = words.workers;

export function register(program: Command): void {
  program
    .command("worker")
    .description(help.description)
    .addOption(dbOption())
    .addOption(jobsOption())
    .addOption(new Option("--per-course <n>", help.perCourse).argParser(wholeNumber(1)))
    .addOption(timeoutOption())
    .addOption(submissionTimeoutOption())
    .addOption(memoryOption())
    .addOption(sandboxOption())
    .addHelpText("after", help.after)
    .action(async (...args: Parameters<typeof run>) => (await import("./gradebook/actions/worker")).run(...args));
}
