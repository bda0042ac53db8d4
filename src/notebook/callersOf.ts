import { stackOf } from "./stackHook";

/** The files of the functions that are being called, innermost first, and the place of the innermost. */
export interface Callers {
  files: string[];
  /** As the notebook names places; empty if it does not. */
  place: string;
}

interface Frame {
  getFileName(): string | null | undefined;
  /** The name that code gives itself, if it has no file. */
  getScriptNameOrSourceURL(): string | null | undefined;
}

/** What V8 adds to `Error`; other engines have no `prepareStackTrace`, but a line for each call: `propagate@file:2:9`. */
interface V8 {
  captureStackTrace?(holder: object, below: unknown): void;
  prepareStackTrace?(error: unknown, frames: Frame[]): unknown;
}

/** Who called a function that is being called. */
export function callersOf(called: unknown): Callers {
  const v8 = Error as V8;
  const { prepareStackTrace } = v8;
  const found: Callers = { files: [], place: "" };
  const holder: { stack?: unknown } = {};
  v8.prepareStackTrace = (error, frames) => {
    found.files = frames.map((frame) => frame.getScriptNameOrSourceURL() ?? frame.getFileName() ?? "");
    return prepareStackTrace?.(error, frames);
  };
  v8.captureStackTrace?.(holder, called);
  const stack = String(holder.stack);
  if (found.files.length === 0) found.files = Array.from(stack.matchAll(/@(.+):\d+:\d+$/gm), ([, file]) => file);
  const [, innermost = ""] = /\n {4}at ([^\n]*)/.exec(stackOf(holder)) ?? [];
  v8.prepareStackTrace = prepareStackTrace;
  found.place = innermost;
  return found;
}
