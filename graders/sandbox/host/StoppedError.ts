import type { Stopped } from "./Stopped";

/** The reference had to be stopped while answering; the submission that asked is stopped too. */
export class StoppedError extends Error {
  constructor(readonly stopped: Stopped) {
    super(`the reference was stopped: ${JSON.stringify(stopped)}`);
  }
}
