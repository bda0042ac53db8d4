import { readSafely } from "./readSafely";
import { originalPosition, type SourcePosition } from "./SourceRegistry";

/** One call on the stack, in the learner's own code. */
export interface LearnerFrame {
  /** The function's name; empty at the top level of a cell. */
  functionName: string;
  position: SourcePosition;
}

const framesOf = new WeakMap<object, LearnerFrame[]>();

/** Makes the stacks of errors show the learner's frames only, by cell, line and column. */
export function tidyStackTraces(): void {
  Error.stackTraceLimit = 50;
  /** What a cell, or a package, has put in its place. */
  let others: typeof Error.prepareStackTrace | undefined;
  /** It may ask for what was there before, which is this. */
  let isAsked = false;
  const prepare: typeof Error.prepareStackTrace = (error, sites) => {
    const frames = sites.flatMap(learnerFrame);
    framesOf.set(error, frames);
    if (typeof others === "function" && !isAsked) {
      isAsked = true;
      try {
        return others(error, sites);
      } finally {
        isAsked = false;
      }
    }
    return [headOf(error), ...frames.map((frame) => `    at ${describeFrame(frame)}`)].join("\n");
  };
  Object.defineProperty(Error, "prepareStackTrace", {
    get: () => prepare,
    set(replacement: typeof others) {
      others = replacement === prepare ? undefined : replacement;
    },
    configurable: false,
    enumerable: true,
  });
}

/** `console.trace` asks for the stack of an object that is no error. */
function headOf(error: object): string {
  return readSafely(() => Error.prototype.toString.call(error), "Error");
}

/** The learner's part of the stack of an error, innermost first. */
export function learnerFrames(error: Error): LearnerFrame[] {
  // Frames are collected when the stack is first read.
  const stack = readSafely(() => error.stack, undefined);
  return framesOf.get(error) ?? framesIn(stack);
}

/** A frame as stacks show it, such as `propagate (Cell [3]:2:9)`. */
export function describeFrame({ functionName, position }: LearnerFrame): string {
  const place = `${position.label}:${position.line + 1}:${position.column + 1}`;
  return functionName === "" ? place : `${functionName} (${place})`;
}

/** Firefox has no `prepareStackTrace`, but a stack with a line for each call: `propagate@file:2:9`. */
function framesIn(stack: unknown): LearnerFrame[] {
  if (typeof stack !== "string") return [];
  const calls = stack.matchAll(/^(?:async\*)?([^@\n]*)@([^\n]*):(\d+):(\d+)$/gm);
  return Array.from(calls).flatMap(([, name, file, line, column]) => {
    const position = originalPosition(file, Number(line) - 1, Number(column) - 1);
    // A function without a name is called after those that it is in, as `model/<`.
    return position ? [{ functionName: name.endsWith("<") ? "" : name, position }] : [];
  });
}

function learnerFrame(site: NodeJS.CallSite): LearnerFrame[] {
  // Code that a browser evaluates has no file, but the name that it gives itself.
  const file = site.getScriptNameOrSourceURL() ?? site.getFileName();
  const [line, column] = [site.getLineNumber(), site.getColumnNumber()];
  if (!file || line === null || column === null) return [];
  const position = originalPosition(file, line - 1, column - 1);
  if (!position) return [];
  const name = site.getFunctionName() ?? "";
  // Exported functions compile to properties of `exports`, which is not what the learner called them. A cell itself is
  // called `eval` where it is evaluated; no function in it can be.
  return [{ functionName: name.replace(/^exports\.|^eval$/, ""), position }];
}
