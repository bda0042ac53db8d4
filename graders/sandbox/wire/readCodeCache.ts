import { readFileSync } from "node:fs";
import { codeCacheOf } from "./codeCacheOf";

/** The compiled code of a bundle, for V8; undefined if there is none, or it may not be read. */
export function readCodeCache(bundle: string): Buffer | undefined {
  try {
    return readFileSync(codeCacheOf(bundle));
  } catch {
    return undefined;
  }
}
