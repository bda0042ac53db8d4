import { collectGarbage } from "../collectGarbage";
import { emptyPages, trimMemory } from "../systemMemory";

/** Node's own, even if guards or cells replace it. */
const { setTimeout: start } = globalThis;

/** After how long JavaScript has reported which arrays are gone, in milliseconds. */
const untilReported = 100;

/** Gives back to the system what cells took and nothing refers to any more. */
export function giveBackMemory(): void {
  collectGarbage();
  start(giveBackFreed, untilReported).unref();
}

async function giveBackFreed(): Promise<void> {
  // Not before the first cell, which would wait for it.
  const { unusedMemory } = await import("../../../core/wasm/unusedMemory");
  const unused = unusedMemory();
  for (const { from, bytes } of unused?.pieces ?? []) emptyPages(unused!.buffer, from, bytes);
  trimMemory();
}
