import { kernel as words } from "../../words/kernel";
import { cutError, cutMessage, cutName } from "./cutError";
import { excerpt } from "./excerpt";
import { Interrupted } from "./Interrupted";
import { describeFrame } from "./LearnerFrame";
import type { CellError } from "./messages";
import type { Inspect } from "./Platform";
import { readSafely } from "./readSafely";
import { learnerFrames } from "./tidyStackTraces";
import { withAdvice } from "./withAdvice";

const red = (text: string) => `\u001b[31m${text}\u001b[39m`;
const bold = (text: string) => `\u001b[1m${text}\u001b[22m`;

/** How many errors are described in all: a getter can make up causes without end. */
const mostErrors = 10;

/** What a learner reads about anything a cell threw: name, message, the line it came from, and their own calls. */
export function describeError(error: unknown, inspect: Inspect): CellError {
  const nothing = {
    ename: "Error",
    evalue: words.unreadableError,
    traceback: [headline("Error", words.unreadableError)],
  };
  return cutError(readSafely(() => describe(error, inspect, new Set()), nothing));
}

/** What a learner reads about a cell that they interrupted. */
export function describeInterrupt({ name, message } = new Interrupted()): CellError {
  return { ename: name, evalue: message, traceback: [headline(name, message)] };
}

/** @param seen the errors described so far, which are not described again */
function describe(error: unknown, inspect: Inspect, seen: Set<unknown>): CellError {
  if (error instanceof Interrupted) return describeInterrupt(error);
  seen.add(error);
  if (!(error instanceof Error)) {
    const value = readSafely(() => cutMessage(inspect(error)), words.unreadable);
    return { ename: "Thrown", evalue: value, traceback: [headline("Thrown", value)] };
  }
  const ename = readSafely(() => nameOf(error), "Error");
  const evalue = readSafely(() => withAdvice(ename, cutMessage(String(error.message))), words.unreadable);
  const frames = readSafely(() => learnerFrames(error), []);
  const [innermost] = frames;
  return {
    ename,
    evalue,
    traceback: [
      headline(ename, evalue),
      ...(innermost ? ["", ...excerpt(innermost.position), ""] : []),
      ...collapse(frames.map((frame) => `    at ${describeFrame(frame)}`)),
      ...readSafely(() => describeErrors(error, inspect, seen), []),
      ...readSafely(() => describeCause(error, inspect, seen), []),
    ],
  };
}

function headline(name: string, message: string): string {
  return `${red(bold(name))}: ${message}`;
}

function nameOf(error: Error): string {
  return typeof error.name === "string" && error.name !== "" ? cutName(error.name) : "Error";
}

function describeCause({ cause }: Error, inspect: Inspect, seen: Set<unknown>): string[] {
  if (cause === undefined || cause === null || seen.has(cause)) return [];
  if (seen.size >= mostErrors) return ["", words.moreCauses];
  return ["", "Caused by:", ...describe(cause, inspect, seen).traceback];
}

/** The errors that an AggregateError joins, as of `Promise.any`, or a SuppressedError, as of `using`. */
function describeErrors(error: Error, inspect: Inspect, seen: Set<unknown>): string[] {
  const { errors: joined, suppressed, error: latest } = error as Partial<AggregateError & SuppressedError>;
  const errors: unknown[] = suppressed !== undefined ? [latest, suppressed] : Array.isArray(joined) ? joined : [];
  const described: string[] = [];
  for (const [index, inner] of errors.entries()) {
    if (seen.has(inner)) continue;
    if (seen.size >= mostErrors) return [...described, "", words.moreErrors(errors.length - index)];
    const [first, ...rest] = describe(inner, inspect, seen).traceback;
    described.push("", `[${index + 1}] ${first}`, ...rest);
  }
  return described;
}

/** Endless recursion shows a frame once, not fifty times. */
function collapse(lines: string[]): string[] {
  return lines.flatMap((line, index) => {
    if (line !== lines[index - 1]) return [line];
    return line === lines[index + 1] ? [] : ["       … and again, many times"];
  });
}
