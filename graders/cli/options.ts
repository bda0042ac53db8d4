import { availableParallelism } from "node:os";
import { InvalidArgumentError, Option } from "commander";
import { words } from "../../src/words/words";
import { chooseWall, type WallChoice, wallChoices } from "../sandbox/host/chooseWall";
import { defaultLimits, type Limits } from "../sandbox/host/limits";
import { UsageError } from "./UsageError";

const help = words.help.options;

/** An hour. */
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

export const assignmentOption = (): Option => new Option("-a, --assignment <slug>", help.assignment);

/** One more than processors: while the grader deals with one submission, the others run. Wall time falls by a tenth. */
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
 * Looks which walls this machine has, while something else is done.
 *
 * @param warn is told when one does not work that is there
 * @returns rejects with a UsageError when the machine does not have the wall that is asked for
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
  // Whoever has stopped for another reason does not wait for it.
  limits.catch(() => {});
  return limits;
}
