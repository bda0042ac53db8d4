import type { Command } from "commander";
import type { Locale } from "../../src/words/locale";
import { words } from "../../src/words/words";
import type { SubmissionResult } from "../engine/results";
import type { WallChoice } from "../sandbox/host/chooseWall";
import {
  assignmentOption,
  type LimitOptions,
  langOption,
  memoryOption,
  sandboxOption,
  submissionTimeoutOption,
  timeoutOption,
} from "./options";

export interface CheckOptions extends LimitOptions {
  assignment?: string;
  lang: Locale;
}

/**
 * The arguments and options of `nablab check`, in the repository and in a release.
 *
 * @param sandbox the default of `--sandbox`
 * @param locale the default of `--lang`
 */
export function checkCommand(program: Command, sandbox: WallChoice, locale: Locale = "en"): Command {
  return program
    .command("check")
    .argument("<file>", words.help.check.file)
    .addOption(assignmentOption())
    .addOption(langOption(words.help.options.lang).default(locale))
    .addOption(timeoutOption())
    .addOption(submissionTimeoutOption())
    .addOption(memoryOption())
    .addOption(sandboxOption().default(sandbox));
}

/** 0 when everything is correct, 1 when there is something left to do, 3 after a grader fault. */
export function exitCodeOf({ status, score, maxScore }: SubmissionResult): number {
  if (status === "grader-fault") return 3;
  return score === maxScore ? 0 : 1;
}
