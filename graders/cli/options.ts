import { availableParallelism } from "node:os";
import { InvalidArgumentError, Option } from "commander";
import { whyNoBwrap } from "../sandbox/host/bwrap";
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

export const sandboxOption = (): Option =>
  new Option("--sandbox <wall>", "a second wall around each submission's process (Linux with bubblewrap)").choices([
    "bwrap",
  ]);

export interface LimitOptions {
  timeout: number;
  memory: number;
  sandbox?: "bwrap";
}

/** @throws UsageError when the machine does not have the wall that is asked for */
export function limitsOf({ timeout, memory, sandbox }: LimitOptions): Limits {
  const problem = sandbox === "bwrap" ? whyNoBwrap() : null;
  if (problem) throw new UsageError(`--sandbox bwrap cannot be used: ${problem}`);
  return { seconds: timeout, memoryMB: memory, wall: sandbox };
}
