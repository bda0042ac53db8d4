import { availableParallelism } from "node:os";
import { InvalidArgumentError, Option } from "commander";
import { chooseWall, type WallChoice, wallChoices } from "../sandbox/host/chooseWall";
import { defaultLimits, type Limits } from "../sandbox/host/limits";
import { UsageError } from "./UsageError";

/** Reads a whole number of at least `least`. */
export function wholeNumber(least: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!Number.isSafeInteger(value) || value < least) {
      throw new InvalidArgumentError(`It must be a whole number, ${least} or more.`);
    }
    return value;
  };
}

function seconds(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value <= 3600)) throw new InvalidArgumentError("It must be a number of seconds, up to 3600.");
  return value;
}

export const assignmentOption = (): Option =>
  new Option("-a, --assignment <slug>", "the assignment; found out from the submissions where it is left out");

/** One more than processors: while the grader deals with one submission, the others run. Wall time falls by a tenth. */
export const defaultJobs = availableParallelism() + 1;

export const jobsOption = (): Option =>
  new Option("-j, --jobs <n>", "submissions graded at the same time")
    .argParser(wholeNumber(1))
    .default(defaultJobs, "one more than processors");

export const timeoutOption = (): Option =>
  new Option("--timeout <s>", "seconds that one call of a function may take")
    .argParser(seconds)
    .default(defaultLimits.seconds);

export const memoryOption = (): Option =>
  new Option("--memory <MB>", "memory that a submission may use")
    .argParser(wholeNumber(64))
    .default(defaultLimits.memoryMB);

export const submissionTimeoutOption = (): Option =>
  new Option("--submission-timeout <s>", "seconds of processor time that a whole submission may take")
    .argParser(seconds)
    .default(defaultLimits.submissionSeconds);

export const sandboxOption = (): Option =>
  new Option("--sandbox <wall>", "bwrap around each process, or none but node's permissions; auto takes what works")
    .choices(wallChoices)
    .default("auto");

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
