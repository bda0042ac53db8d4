/** Makes a fresh realm deterministic, and cuts it off from everything outside. */

import { realmWords } from "../../../src/words/realmWords";
import { submissionFile } from "../wire/protocol";
import { defineGlobals } from "./globals";

/** Deeper than the library's own functions are ever nested. */
const maxFrames = 40;

/**
 * The value of `stack`: line and column of the innermost frame in the submission's code, and nothing about the frames
 * around it. Array methods are avoided, as the submission could replace them and get hold of the frames.
 */
export function placeInSubmission(_error: unknown, frames: NodeJS.CallSite[]): string {
  for (let i = 0; i < frames.length; i++) {
    const frame = frames[i];
    if (frame.getFileName() === submissionFile) return `${frame.getLineNumber()}:${frame.getColumnNumber()}`;
  }
  return "";
}

const { TypeError: OwnTypeError } = globalThis;

/** A submission's imports are checked before it runs; one that is overlooked finds nothing here either. */
export async function refuseImport(): Promise<never> {
  throw new OwnTypeError(realmWords.foreignImport);
}

/** Must run before any of the submission's code. */
export function prepareRealm(shared: Record<string, unknown>): void {
  const realm = globalThis as unknown as Record<string, unknown>;
  // Ways to the real clock, to other threads or to machine code.
  for (const name of ["WebAssembly", "SharedArrayBuffer", "Atomics", "Temporal", "eval"]) delete realm[name];
  // V8 and Node look here for the function that formats an error's stack; its frames are those of the whole process,
  // which learner code must not see.
  const fixed = { writable: false, configurable: false };
  Object.defineProperty(Error, "prepareStackTrace", { value: placeInSubmission, ...fixed });
  Object.defineProperty(Error, "stackTraceLimit", { value: maxFrames, ...fixed });
  Object.defineProperty(realm, "Error", { value: Error, ...fixed });
  defineGlobals(realm);
  Object.assign(realm, shared);
}
