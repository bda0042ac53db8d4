import type { Command } from "commander";
import type { SubmissionResult } from "../engine/results";
import {
  assignmentOption,
  type LimitOptions,
  memoryOption,
  sandboxOption,
  submissionTimeoutOption,
  timeoutOption,
} from "./options";

export interface CheckOptions extends LimitOptions {
  assignment?: string;
}

/** What `nablab check` takes, in the repository and in a release. */
export function checkCommand(program: Command): Command {
  return program
    .command("check")
    .argument("<file>", "a notebook (.ipynb) or a TypeScript file (.ts)")
    .addOption(assignmentOption())
    .addOption(timeoutOption())
    .addOption(submissionTimeoutOption())
    .addOption(memoryOption())
    .addOption(sandboxOption());
}

/** 0 when everything is right, 1 when something is to be done, 3 after a fault of ours. */
export function exitCodeOf({ status, score, maxScore }: SubmissionResult): number {
  if (status === "grader-fault") return 3;
  return score === maxScore ? 0 : 1;
}
