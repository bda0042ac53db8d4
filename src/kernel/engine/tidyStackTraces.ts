import { stackHook } from "../../notebook/stackHook";
import { describeFrame, type LearnerFrame } from "./LearnerFrame";
import { readSafely } from "./readSafely";
import { readStack } from "./readStack";
import { originalPosition } from "./SourceRegistry";

const framesOf = new WeakMap<object, LearnerFrame[]>();

/** What `util.inspect` calls, and so `console.log`, before it shows a value. */
const inspected = Symbol.for("nodejs.util.inspect.custom");

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
    return textOf(error, frames);
  };
  Object.defineProperty(Error, "prepareStackTrace", {
    get: () => prepare,
    set(replacement: typeof others) {
      others = replacement === prepare ? undefined : replacement;
    },
    configurable: false,
    enumerable: true,
  });
  if (!isPrepared(new Error())) tidyWhenShown();
}

/** Where engines do not ask how stacks are written, they are written anew before they are shown. */
function tidyWhenShown(): void {
  const value = function (this: object) {
    const stack = tidyStack(this);
    readSafely(() => Object.defineProperty(this, "stack", { value: stack, writable: true, configurable: true }), this);
    return this;
  };
  Object.defineProperty(Error.prototype, inspected, { value, writable: true, configurable: true });
  Object.defineProperty(globalThis, stackHook, { value: tidyStack });
}

/** The stack of an error, or of what `Error.captureStackTrace` was given, as learners see it. */
export function tidyStack(error: object & { stack?: unknown }): unknown {
  const stack = readSafely(() => error.stack, undefined);
  if (isPrepared(error) || typeof stack !== "string") return stack;
  const frames = readStack(stack, error);
  if (!frames) return stack;
  framesOf.set(error, frames);
  return textOf(error, frames);
}

function isPrepared(error: { stack?: unknown }): boolean {
  // Frames are collected when the stack is first read.
  readSafely(() => error.stack, undefined);
  return framesOf.has(error);
}

function textOf(error: object, frames: readonly LearnerFrame[]): string {
  return [headOf(error), ...frames.map((frame) => `    at ${describeFrame(frame)}`)].join("\n");
}

/** `console.trace` asks for the stack of an object that is no error. */
function headOf(error: object): string {
  return readSafely(() => Error.prototype.toString.call(error), "Error");
}

/** The learner's part of the stack of an error, innermost first. */
export function learnerFrames(error: Error): LearnerFrame[] {
  const stack = readSafely(() => error.stack, undefined);
  return framesOf.get(error) ?? (typeof stack === "string" ? readStack(stack, error) : undefined) ?? [];
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
