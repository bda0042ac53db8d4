import { readFileSync } from "node:fs";
import { codeCacheOf } from "./codeCacheOf";
import type { CodePart } from "./protocol";

/** The compiled code of a bundle, for V8; undefined if there is none, or it may not be read. */
export function readCodeCache(bundle: string, part?: CodePart): Buffer | undefined {
  try {
    return readFileSync(codeCacheOf(bundle, part));
  } catch {
    return undefined;
  }
}
