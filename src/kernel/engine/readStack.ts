import type { LearnerFrame } from "./LearnerFrame";
import { readSafely } from "./readSafely";
import { originalPosition } from "./SourceRegistry";

/** A line for each call: `propagate@file:2:9`, in WebKit `map@[native code]`, too, or no more than `propagate@`. */
const callPattern = /^(?:async\*)?([^@\n]*)@(?:\[native code\]|([^\n]*):(\d+):(\d+)|)$/gm;

/**
 * The learner's part of a stack as Firefox and WebKit write it, where `prepareStackTrace` is not known; undefined for a
 * text that is no stack.
 *
 * @param error whose stack it is
 */
export function readStack(stack: string, error: object): LearnerFrame[] | undefined {
  const calls = Array.from(stack.matchAll(callPattern));
  if (calls.length === 0) return undefined;
  const isReference = error instanceof ReferenceError;
  const message = readSafely(() => (error instanceof Error ? error.message : undefined), undefined);
  const frames: LearnerFrame[] = [];
  let latest: { file: string; frame: LearnerFrame } | undefined;
  for (const { index, 1: name, 2: file = "", 3: line, 4: column } of calls) {
    const position = originalPosition(file, Number(line) - 1, Number(column) - 1, {
      isInnermost: index === 0,
      isReference,
      message,
    });
    if (position) {
      // A function without a name is called after those that it is in, as `model/<`.
      const frame = { functionName: name.endsWith("<") ? "" : name, position };
      frames.push(frame);
      latest = { file, frame };
    } else {
      // Of an asynchronous function, WebKit tells the name where it starts, which is a call of its own.
      if (latest?.file === file && latest.frame.functionName === "") latest.frame.functionName = name;
      latest = undefined;
    }
  }
  // V8 leaves out the constructors that make the error.
  const made = classesOf(error);
  const first = frames.findIndex(({ functionName }) => !made.has(functionName));
  return first === -1 ? frames : frames.slice(first);
}

/** The names of a learner's classes of errors that an error is of. */
function classesOf(error: object): Set<string> {
  const names = new Set<string>();
  readSafely(() => {
    for (let type = Object.getPrototypeOf(error); type && type !== Error.prototype; type = Object.getPrototypeOf(type))
      if (type.constructor.name !== "") names.add(type.constructor.name);
  }, undefined);
  return names;
}
