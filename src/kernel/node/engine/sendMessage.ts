import { writeSync } from "node:fs";
import type { EngineMessage } from "../../engine/messages";
import { outputPipe } from "./pipes";

const sleeper = new Int32Array(new SharedArrayBuffer(4));

/** JavaScript's own, even if a cell replaces it. */
const { stringify } = JSON;

/** Sends a message at once, even while a synchronous loop runs. */
export function sendMessage(message: EngineMessage): void {
  let rest = Buffer.from(`${stringify(message)}\n`);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(outputPipe, rest));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
      // The pipe is full: let the kernel read for a millisecond.
      Atomics.wait(sleeper, 0, 0, 1);
    }
  }
}
