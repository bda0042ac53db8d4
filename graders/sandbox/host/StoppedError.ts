import type { Stopped } from "./Stopped";

/** What was asked of the reference had to be stopped: whoever asked for it is stopped as well. */
export class StoppedError extends Error {
  constructor(readonly stopped: Stopped) {
    super(`the reference was stopped: ${JSON.stringify(stopped)}`);
  }
}
