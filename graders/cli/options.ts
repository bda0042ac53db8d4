import { availableParallelism } from "node:os";
import { InvalidArgumentError, Option } from "commander";
import { locales } from "../../src/words/locale";
import { words } from "../../src/words/words";
import { chooseWall, type WallChoice, wallChoices } from "../sandbox/host/chooseWall";
import { defaultLimits, type Limits } from "../sandbox/host/limits";
import { UsageError } from "./UsageError";

const help = words.help.options;

/** One hour. */
const mostSeconds = 3600;

/** Reads a whole number of at least `least`. */
export function wholeNumber(least: number): (text: string) => number {
  return (given) => {
    const value = Number(given);
    if (!Number.isSafeInteger(value) || value < least) {
      throw new InvalidArgumentError(help.wholeNumber(least));
    }
    return value;
  };
}

function seconds(given: string): number {
  const value = Number(given);
  if (!(value > 0 && value <= mostSeconds)) throw new InvalidArgumentError(help.seconds(mostSeconds));
  return value;
}

/** @param description what is in that language */
export const langOption = (description: string): Option =>
  new Option("--lang <language>", description).choices(locales).default("en");

export const assignmentOption = (): Option => new Option("-a, --assignment <slug>", help.assignment);

/** One more than there are processors: while the grader handles one submission, the others run. A tenth faster. */
export const defaultJobs = availableParallelism() + 1;

export const jobsOption = (): Option =>
  new Option("-j, --jobs <n>", help.jobs).argParser(wholeNumber(1)).default(defaultJobs, help.defaultJobs);

export const timeoutOption = (): Option =>
  new Option("--timeout <s>", help.timeout).argParser(seconds).default(defaultLimits.seconds);

export const memoryOption = (): Option =>
  new Option("--memory <MB>", help.memory).argParser(wholeNumber(64)).default(defaultLimits.memoryMB);

export const submissionTimeoutOption = (): Option =>
  new Option("--submission-timeout <s>", help.submissionTimeout)
    .argParser(seconds)
    .default(defaultLimits.submissionSeconds);

export const sandboxOption = (): Option =>
  new Option("--sandbox <kind>", help.sandbox).choices(wallChoices).default("auto");

export interface LimitOptions {
  timeout: number;
  memory: number;
  submissionTimeout: number;
  sandbox: WallChoice;
}

/**
 * Finds out which walls this machine has, while something else is done.
 *
 * @param warn called when a wall is there but does not work
 * @returns rejects with a UsageError when the machine does not have the requested wall
 */
export function limitsOf(options: LimitOptions, warn: (problem: string) => void = () => {}): Promise<Limits> {
  const { timeout, memory, submissionTimeout, sandbox } = options;
  const limits = chooseWall(sandbox).then(
    ({ wall, warning }): Limits => {
      if (warning) warn(warning);
      return { seconds: timeout, memoryMB: memory, submissionSeconds: submissionTimeout, wall };
    },
    (error: Error) => {
      throw new UsageError(error.message);
    },
  );
  // A command that has failed for another reason never awaits this.
  limits.catch(() => {});
  return limits;
}
